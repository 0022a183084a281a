# Facts: the figures as published, each with its day, its region's definition and its warning.
# ILLUSTRATIVE, all else: marks, parties, the patent.
title: 区域：从数据到变更窗口 / The region: from figures to the change desk
clock: 2026-11-20T02:00:00Z

file: marks.csv
  word,kind,application_number,registration_number,filing_date,registration_date,classes,similar_groups,goods,holder
  云杉湖,word,90000201,90000201,2018-03-01,2019-01-21,28,2802,玩具,甲示例公司
  云杉湖畔,word,90000202,90000202,2018-03-01,2019-01-21,28,2802,玩具,甲示例公司
  YUNSHANHU,word,90000203,90000203,2018-03-01,2019-01-21,28,2802,玩具,甲示例公司
  北岭松,word,90000204,90000204,2018-03-01,2019-01-21,25,2501,服装,甲示例公司
  晴川布,word,90000205,90000205,2018-03-01,2019-01-21,24,2401,布,甲示例公司
  远帆,word,90000206,90000206,2018-03-01,2019-01-21,9,0901,数据处理程序,甲示例公司
  云杉湖,word,90000207,90000207,2019-03-01,2020-01-21,28,2802,玩具,甲示例公司
file: paper.pdf
  %PDF-1.7 illustrative paper

== published-figures
page: /govern/claims
says: 公布的数据与本库并列，口径与日期各注明，不可相除 / Figures as published, not to be divided by one another
$ claim figures
holds: /0/value = 195000
holds: /1/value = 2161000
holds: /2/value = 46000
holds: /2/warning = other-date
record: /0/region
proof: /0/source

== marks-imported
page: /rights/R1
says: 导入商标 / Marks are imported
$ import marks-csv marks.csv
holds: /taken = 7
record: R1, R2, R3, R4, R5, R6, R7

== assignment-stopped
page: /administer/recordals/C1
says: 五件转让遗漏两件近似商标，窗口拦下 / An assignment of five without two siblings is stopped
$ exit 1: recordal file --kind assignment --right R1 --right R3 --right R4 --right R5 --right R6 --from 甲示例公司 --to 乙示例公司 --signed 甲示例公司 --signed 乙示例公司 --on 2026-11-18
holds: /verdictWhenFiled = stopped
holds: /foundWhenFiled/11/outcome = stopped
holds: /foundWhenFiled/11/en = Must move along and were left out: R7 云杉湖, R2 云杉湖畔
record: /id
proof: /foundWhenFiled/11/citations/0/instrument

== mended-and-running
page: /administer/recordals/C2
says: 补齐后四十日审查期限起算 / Mended: the clock of 40 days runs
$ recordal file --kind assignment --right R1 --right R2 --right R3 --right R4 --right R5 --right R6 --right R7 --from 甲示例公司 --to 乙示例公司 --signed 甲示例公司 --signed 乙示例公司 --on 2026-11-18 --replaces C1
$ recordal show C2
record: C2

== pre-examination
page: /administer/expedited
says: 新材料专利的预审条件逐条核对 / Pre-examination of a new-materials patent, condition by condition
$ expedited check --route pre-examination --is recorded-entity --is local-address --is field-served --is not-filed-yet --is no-national-phase --is no-divisional --on 2026-11-20
holds: /verdict = eligible
record: /route
proof: /conditions/0/instrument

== time-limits
page: /administer/limits
says: 时限看板：办结比例与分位数 / The dashboard of time limits
$ deadline limits
record: deadline limits
proof: 国知发服字〔2025〕5号

== logged
page: /prove?kind=recorded
says: 每一项登记均已入日志 / Everything that was recorded is in the log
$ evidence list
keep: EV = /0/id
record: /0/id
proof: /0/index

== bundle
page: /prove/evidence/$EV
says: 登记事项的证据包 / The bundle of what was recorded
$ evidence export $EV --out $BUNDLE
$ evidence verify $BUNDLE
record: $EV
proof: /verdicts/1/reason
