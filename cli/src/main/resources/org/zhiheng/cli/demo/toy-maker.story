# Facts: LABUBU, 拉布布, POP MART and who owns them; LAFUFU was filed by the same company in June 2025
# (reported). ILLUSTRATIVE, all else: numbers, dates, goods, evidence; the filer of the look-alike is invented.
title: 玩具商：从监测到证据 / The toy maker: from a watch to proof
clock: 2026-11-20T02:00:00Z

file: marks.csv
  word,kind,application_number,registration_number,filing_date,registration_date,valid_until,classes,similar_groups,goods,holder
  LABUBU,word,90000101,90000101,2018-03-01,2019-01-21,2029-01-20,28;25,2802;2501,玩具娃娃;服装,北京泡泡玛特文化创意有限公司
  拉布布,word,90000102,90000102,2018-03-01,2019-01-21,2029-01-20,28,2802,玩具娃娃,北京泡泡玛特文化创意有限公司
  POP MART,word,90000103,90000103,2016-03-01,2017-01-21,2027-01-20,28,2802,玩具娃娃,北京泡泡玛特文化创意有限公司
  LAFUFU,word,90000104,,2025-06-11,,,28,2802,玩具娃娃,北京泡泡玛特文化创意有限公司
file: gazette.csv
  word,kind,application_number,registration_number,filing_date,registration_date,valid_until,classes,similar_groups,goods,holder
  LABUBOO,word,90000199,,2026-05-12,,,28,2802,玩具娃娃,样例申请人（虚构）
file: figure.svg
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="56" r="30"/><path d="M26 40 L20 8 L42 30 Z M74 40 L80 8 L58 30 Z"/></svg>
file: invoice.txt
  illustrative invoice, dolls, 2025
file: photo.txt
  illustrative photograph of a shop window
file: advert.txt
  illustrative advertisement, clothing

== marks-imported
page: /rights/R1
says: 导入商标 / Marks are imported
$ import marks-csv marks.csv
holds: /taken = 4
record: R1, R2, R3, R4

== figure-attached
page: /rights/R1
says: 为商标附上图样 / A figure is attached
$ mark figure R1 figure.svg
record: R1

== own-defensive-mark
page: /examine?name=LAFUFU&class=28&applicant=北京泡泡玛特文化创意有限公司
says: LAFUFU系同一权利人申请，不作为引证 / LAFUFU is the same holder's: not cited
$ mark examine --name LAFUFU --class 28 --applicant 北京泡泡玛特文化创意有限公司
holds: /hits/1/name = LABUBU
holds: /hits/1/standing/state = same-holder
holds: /hits/1/standing/standsInTheWay = false
record: LAFUFU
proof: /list

== watch-raises-look-alike
page: /examine/watches
says: 新公告中的近似商标被监测发现，附音形理由 / A look-alike in an import is raised, with its reasons
$ watch start LABUBU --class 28
$ import marks-csv gazette.csv
$ watch hits --state open
holds: /0/right = R5
record: /0/right

== opposition-deadline
page: /rights/R5
says: 依当日法律计算异议期限 / The opposition deadline under the law of that day
$ deadline compute --rule cn.mark.opposition --event 2026-11-06 --service public-notice --as-of 2026-11-20
record: /due
proof: /citations/1/instrument

== use-deposited
page: /prove/use?right=R1
says: 使用证据逐件存证 / Evidence of use is deposited
$ evidence deposit invoice.txt --right R1 --use-kind invoice --from 2025-03-10 --to 2025-03-10 --place 上海 --country CN --good 玩具娃娃 --mark-as-used LABUBU --title 发票
$ evidence deposit photo.txt --right R1 --use-kind photo --from 2025-09-01 --to 2025-09-30 --place 上海 --country CN --good 玩具娃娃 --mark-as-used LABUBU --title 门店照片
$ evidence deposit advert.txt --right R1 --use-kind advert --from 2024-05-01 --to 2024-06-30 --place 上海 --country CN --good 服装 --mark-as-used LABUBU --title 广告
record: /id

== use-by-good
page: /prove/use?right=R1
says: 玩具娃娃已证明，服装证据薄弱 / Proved for dolls, weak for clothing
$ use window R1 --request 2026-11-20
holds: /goods/0/verdict = proved
holds: /goods/1/verdict = weak
record: R1
proof: /rule/name

== declaration
page: /prove/evidence/$EV
says: 生成使用声明并存证 / The use declaration is made and deposited
$ use declaration R1 --from 2024-01-01 --to 2025-12-31 --out declaration.html --deposit
keep: EV = /evidence
record: /evidence

== bundle
page: /verify
says: 证据包可离线核验，也可在浏览器中核验 / The bundle verifies offline, and in the browser
$ evidence export $EV --out $BUNDLE
$ evidence verify $BUNDLE
holds: /verdicts/0/result = passed
record: $EV
proof: /verdicts/1/reason
