"""The peer of PriceBench: QuantLib through Python, the same bond, yields and prices.

Run: /usr/bin/python3 bench/src/main/python/price_peer.py (Debian: apt-get install quantlib-python)
"""

import time

import QuantLib as ql

DAY = ql.Date(15, 5, 2025)
ql.Settings.instance().evaluationDate = DAY
COUNT = ql.Actual365Fixed()
BOND = ql.AmortizingFixedRateBond(
    0,
    [100 - 5 * at for at in range(20)],
    ql.Schedule(
        DAY,
        DAY + ql.Period(5, ql.Years),
        ql.Period(3, ql.Months),
        ql.NullCalendar(),
        ql.Unadjusted,
        ql.Unadjusted,
        ql.DateGeneration.Forward,
        False,
    ),
    [0.04],
    COUNT,
)
FLOWS = BOND.cashflows()
DIFFERENT = 1000


def rate(at):
    return ql.InterestRate(0.0001 * at, COUNT, ql.Compounded, ql.Annual)


RATES = [rate(at) for at in range(DIFFERENT)]
PRICES = [ql.CashFlows.npv(FLOWS, each, False, DAY, DAY) for each in RATES]


def measure(what, rounds, calls, call):
    took = []
    for _ in range(rounds):
        begun = time.perf_counter()
        total = 0.0
        for at in range(calls):
            total += call(at % DIFFERENT)
        took.append((time.perf_counter() - begun) / calls * 1e9)
    took.sort()
    print(
        f"{what:24} ns a call: median {took[rounds // 2]:,.0f}, best {took[0]:,.0f}, "
        f"worst {took[-1]:,.0f} (sum {total:.6f})"
    )


measure(
    "present value",
    7,
    20_000,
    lambda at: ql.CashFlows.npv(FLOWS, RATES[at], False, DAY, DAY),
)
measure(
    "yield",
    7,
    2_000,
    lambda at: ql.CashFlows.yieldRate(
        FLOWS, PRICES[at], COUNT, ql.Compounded, ql.Annual, False, DAY, DAY, 1e-12, 200, 0.05
    ),
)
