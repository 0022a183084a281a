# Facts: a nuclear-industry institute, high-precision vacuum electric adjustment devices, 21 million
# yuan at 2.15 %, May 2025 (one press notice). ILLUSTRATIVE, all else: names, numbers, dates, pool.
title: 研究院：从估值到发行 / The institute: from valuation to an issue
clock: 2026-11-20T02:00:00Z

file: patents.csv
  类型,名称,专利申请号,申请日,授权公告号,授权公告日,专利权人
  发明,高精密真空电动调节装置（示例一）,202410514101.4,2024-03-01,CN118007101B,2026-06-02,示例研究院
  发明,高精密真空电动调节装置（示例二）,202310514102.4,2023-09-12,CN117007102B,2026-01-06,示例研究院
  发明,高精密真空电动调节装置（示例三）,202410514103.3,2024-03-01,CN118007103B,2026-06-02,示例研究院
file: pledged.csv
  申请号,事件,日期,pledgor,pledgee,record-number
  202410514103.3,pledged,2026-07-01,示例研究院,示例银行,Y2026980000003
file: paper.pdf
  %PDF-1.7 illustrative paper
file: value.yaml
  value: illustrative valuation
  purpose: a securitisation
  scene: finance
  relief: none
  methods:
    relief-from-royalty:
      revenue: {is: "20000000.00", low: "15000000.00", high: "26000000.00", source: illustrative sales plan, on: 2026-11-01}
      growth: {is: 3%, low: 0%, high: 6%, source: illustrative, on: 2026-11-01}
      royalty: {is: 5%, low: 3%, high: 7%, source: illustrative, on: 2026-11-01}
      decay: {is: 5%, low: 0%, high: 10%, source: illustrative, on: 2026-11-01}
      tax: {is: 15%, source: illustrative, on: 2026-11-01}
      discount: {is: 12%, low: 10%, high: 15%, source: illustrative, on: 2026-11-01}
      life: {is: 10, low: 6, high: 14, source: illustrative, on: 2026-11-01}
      timing: year-end
    cost:
      items:
        people: {is: "2800000.00", source: illustrative accounts, on: 2026-10-31}
        materials: {is: "900000.00", low: "800000.00", high: "1100000.00", source: illustrative accounts, on: 2026-10-31}
      profit: {is: 20%, low: 10%, high: 30%, source: illustrative, on: 2026-11-01}
      obsolescence: {is: 25%, low: 10%, high: 40%, source: illustrative, on: 2026-11-01}
  left-out: {market: no deal on a like right is known}
file: deal.yaml
  # 21 million yuan and 2.15 % are facts; ILLUSTRATIVE, all else.
  deal: institute-2026-1
  currency: CNY
  dates: {cutoff: 2026-11-30, closing: 2026-12-15, collect: month-end, pay: quarterly on 15, legal: 2029-12-15}
  parties: {originator: 示例研究院, manager: 示例券商, trustee: 示例银行, shortfall: 示例担保公司}
  pool:
    kind: licence-back
    eligible:
      - status = granted and annuity-paid
      - not pledged-elsewhere and not invalidation-pending and owner = originator
      - patent-expiry >= last-payment + 12 months
      - largest-obligor <= 60%
      - pledge-registered
    assets:
      - {id: L1, kind: licence, amount: "1200000.00", first: 2027-01-25, every: 3, count: 12, yield: 4.2%,
         patents: "CN118007101B, CN117007102B", obligor: 甲示例公司, industry: 核技术应用}
      - {id: L2, kind: licence, amount: "1000000.00", first: 2027-01-25, every: 3, count: 12, yield: 4.2%,
         patents: CN118007103B, obligor: 乙示例公司, industry: 分离装备}
  deduct: [{inventor-reward: 2% of net-licence-income, before: waterfall}]
  tranches:
    A: {size: "20000000.00", coupon: 2.15%, daycount: ACT/365F, maturity: 2029-12-15}
    sub: {size: "1000000.00", residual: yes, held-by: originator}
  fees: {taxes: {amount: 1% of pool.interest}, trustee: {rate: 0.10%, of: A}}
  accounts: {collect: {}, reserve: {target: 1% of A, floor: "100000.00"}}
  support: {guarantor: {covers: [A.interest, A.principal], cap: none}}
  triggers: {accelerate: {when: cum-default > 8% or coverage(A) < 1.05 for 3 periods, curable: no, do: status turbo}}
  waterfall:
    normal: [taxes, fees up to 0.30% p.a., interest A, fill reserve, principal A, "if A = 0: release reserve", principal sub, residual sub]
    turbo: [taxes, fees, interest A, transfer collect from reserve, principal A, principal sub, residual sub]
  report: {ad-hoc: [loss > 10%, cash < 80% of plan, missed-payment, rating-cut]}
file: stress.yaml
  assume: stress
  pool:
    default: {cdr: 3%}
    recovery: {rate: 30%, lag: 6}
    events: {invalidated: {rate: {annual: 1%}, recovery: 0%}}
  simulate: {correlation: 15%}
file: base.yaml
  assume: base
file: collected.csv
  date,asset,interest,principal
  2027-01-25,L1,60000.00,1140000.00
  2027-01-28,L2,50000.00,950000.00

== patents-imported
page: /rights/R1
says: 三件专利导入登记簿 / Three patents are imported
clock: 2026-08-10T02:00:00Z
$ import portfolio-table patents.csv
holds: /taken = 3
record: R1, R2, R3

== valued
page: /prove/evidence/$VALUE
clock: 2026-11-20T02:00:00Z
says: 两种方法并列估值，不是评估报告 / Valued by two methods side by side; no appraisal
$ value R1 --with value.yaml --on 2026-11-20 --keep
keep: VALUE = /id
holds: /kind = valuation
record: /id

== gate-blocks
page: /finance?rights=R2
says: 确认关发现一件已质押、一件年费未缴 / The gate finds one pledged, one with an annuity unpaid
$ import event-table pledged.csv
$ exit 1: title check R2 R3 --for pledge --term 2029-12-15
holds: /0/verdict = blocked
holds: /1/verdict = blocked
holds: /0/grounds/3/status = blocked
holds: /1/grounds/8/status = blocked
record: R2 annuity-unpaid, R3 already-pledged
proof: /0/grounds/3/citation/instrument

== fixed-by-events
page: /rights/R3
says: 补缴年费、解除质押，均为登记事项 / The annuity is paid, the pledge released: events of the register
$ event record R2 acted --on 2026-11-18 --set act=annuity-paid --set concerns=4
$ event record R3 pledge-released --on 2026-11-18 --set record-number=Y2026980000003
record: R2, R3

== confirmed
page: /finance?rights=R1
says: 登记簿副本与声明齐备，权利为本产品质押 / Extracts and statements are attached, the rights pledged for the deal
$ title attach R1 register-extract --file paper.pdf --on 2026-11-19
$ title attach R1 pledge-contract --file paper.pdf --on 2026-11-19
$ title attach R1 twin-statement --file paper.pdf --on 2026-11-19
$ title attach R1 invalidation-statement --file paper.pdf --on 2026-11-19
$ title attach R2 register-extract --file paper.pdf --on 2026-11-19
$ title attach R2 pledge-contract --file paper.pdf --on 2026-11-19
$ title attach R2 twin-statement --file paper.pdf --on 2026-11-19
$ title attach R2 invalidation-statement --file paper.pdf --on 2026-11-19
$ title attach R3 register-extract --file paper.pdf --on 2026-11-19
$ title attach R3 pledge-contract --file paper.pdf --on 2026-11-19
$ title attach R3 twin-statement --file paper.pdf --on 2026-11-19
$ title attach R3 invalidation-statement --file paper.pdf --on 2026-11-19
$ pledge register R1 --deal institute-2026-1 --creditor 示例券商 --secured 21000000.00 --term 2029-12-15 --number Y2026980000011
$ pledge register R2 --deal institute-2026-1 --creditor 示例券商 --secured 21000000.00 --term 2029-12-15 --number Y2026980000012
$ pledge register R3 --deal institute-2026-1 --creditor 示例券商 --secured 21000000.00 --term 2029-12-15 --number Y2026980000013
$ exit 1: title check R1 R2 R3 --for pledge --term 2029-12-15
record: R1, R2, R3

== pooled
page: /finance/deals/institute-2026-1
says: 由已确认的权利组成资产池并检验集中度 / A pool of confirmed rights, its concentration tested
$ deal keep deal.yaml --assume base.yaml
$ deal pool institute-2026-1
holds: /verdict = confirmed
record: institute-2026-1
proof: /assets/0/conditions/0/why

== stressed
page: /finance/workbench
says: 压力情景下模拟两万条路径 / Twenty thousand paths under stress
$ deal simulate deal.yaml --assume stress.yaml --paths 20000 --seed 7
holds: /deal = institute-2026-1
record: 20000 paths
proof: seed 7

== issued
page: /finance/deals/institute-2026-1
says: 发行，条款不再变更 / Issued: its terms change no more
$ deal issue institute-2026-1
holds: /verdict = confirmed
record: institute-2026-1
proof: /verdict

== reported
page: /finance/deals/institute-2026-1#reports
says: 按实际回款报告第一期 / The first period is reported from what came in
$ deal report institute-2026-1 --until 2027-03-15 --collected collected.csv
keep: EV = /evidence
holds: /period = 1
record: /evidence

== verified
page: /prove/evidence/$EV
says: 投资者离线验证并重算 / The investor verifies it offline and reckons it again
$ evidence export $EV --out $BUNDLE
$ evidence verify $BUNDLE
$ deal recompute $BUNDLE
holds: /same = true
record: $EV
proof: /bundle
