package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Tranche.Repayment;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Why a tranche was paid what it was paid on a date. Amounts are in minor units.
///
/// @param date a payment date
/// @param tranche whose
/// @param status whose waterfall was run
/// @param begin what was outstanding before
/// @param dueInterest what was due, with arrears and interest on them
/// @param interest what was paid of it, and what came as a residual
/// @param principal what was paid
/// @param end what is outstanding after
/// @param cash what the account of collections held before the payments
/// @param rules those that can pay the tranche in that status, in order
/// @param transfers all of the date, in order
/// @param changes of status on that date
public record Explanation(
    LocalDate date,
    String tranche,
    String status,
    long begin,
    long dueInterest,
    long interest,
    long principal,
    long end,
    long cash,
    List<Outcome> rules,
    List<LedgerRun.Transfer> transfers,
    List<LedgerRun.Change> changes) {

  /// Copies the lists.
  public Explanation {
    rules = List.copyOf(rules);
    transfers = List.copyOf(transfers);
    changes = List.copyOf(changes);
  }

  /// What a rule did for the tranche.
  ///
  /// @param rule the line of the waterfall
  /// @param paid by it
  /// @param why one clause for a person
  public record Outcome(String rule, long paid, String why) {}

  /// Explains a date of a run.
  ///
  /// @throws ProblemsException when there is no such tranche (`deal-name`) or it is no payment date
  ///   of the run (`deal-dates`)
  public static Explanation of(LedgerRun run, String tranche, LocalDate date) {
    return new Asked(run, tranche, date).answer();
  }

  /// One sentence for a person.
  public String sentence(Deal deal) {
    StringBuilder text = new StringBuilder();
    text.append("On ").append(date).append(' ').append(tranche).append(" got ");
    text.append(new Money(Math.addExact(interest, principal), deal.currency()).decimal());
    text.append(" under ").append(status).append(": ");
    if (rules.isEmpty()) {
      return text.append("no rule of that waterfall pays it.").toString();
    }
    for (int i = 0; i < rules.size(); i++) {
      Outcome outcome = rules.get(i);
      text.append(i == 0 ? "" : "; ").append('`').append(outcome.rule()).append("` paid ");
      text.append(new Money(outcome.paid(), deal.currency()).decimal());
      text.append(" (").append(outcome.why()).append(')');
    }
    text.append(". Of ").append(new Money(cash, deal.currency()).decimal());
    String before = "";
    for (Map.Entry<String, Long> one : before().entrySet()) {
      text.append(before.isEmpty() ? " on hand before it went: " : ", ").append(one.getKey());
      text.append(' ').append(new Money(one.getValue(), deal.currency()).decimal());
      before = one.getKey();
    }
    return text.append(before.isEmpty() ? " on hand nothing went before it." : ".").toString();
  }

  /// Who was paid by rules before the first that pays the tranche, with how much; what the pool
  /// paid aside.
  public Map<String, Long> before() {
    Map<String, Long> before = new LinkedHashMap<>();
    for (LedgerRun.Transfer one : transfers) {
      if (!rules.isEmpty() && one.rule().equals(rules.getFirst().rule())) {
        break;
      }
      if (!one.from().equals("pool") && one.amount() > 0) {
        before.merge(one.to(), one.amount(), Math::addExact);
      }
    }
    return before;
  }

  /// One question to a run.
  private static final class Asked {

    private final LedgerRun run;
    private final Plan plan;
    private final String name;
    private final int tranche;
    private final int pay;

    Asked(LedgerRun run, String name, LocalDate date) {
      this.run = run;
      this.name = name;
      plan = run.plan();
      tranche = plan.layout.tranches.indexOf(name);
      if (tranche < 0) {
        throw new ProblemsException(
            Problem.of(
                "deal-name",
                "tranche",
                name,
                "The tranches are " + String.join(", ", plan.layout.tranches) + "."));
      }
      pay = pay(date);
    }

    private int pay(LocalDate date) {
      int near = 0;
      for (int p = 0; p < run.payments(); p++) {
        if (plan.pay(p).equals(date)) {
          return p;
        }
        near = plan.pay(p).isBefore(date) ? p : near;
      }
      String next =
          near + 1 < run.payments()
              ? " and " + plan.pay(near + 1)
              : ", after which nothing is paid";
      throw new ProblemsException(
          Problem.of(
              "deal-dates",
              "date",
              date.toString(),
              "It is no payment date; near it are " + plan.pay(near) + next + "."));
    }

    Explanation answer() {
      LocalDate date = plan.pay(pay);
      LedgerRun.TrancheRow row = run.tranche(name).get(pay);
      List<LedgerRun.Transfer> moved =
          run.transfers().stream().filter(one -> one.date().equals(date)).toList();
      List<Outcome> outcomes = new ArrayList<>();
      for (Op op : plan.ops[run.ranUnder(pay)]) {
        if (pays(op)) {
          outcomes.add(outcome(op, moved));
        }
      }
      return new Explanation(
          date,
          name,
          plan.layout.statuses.get(run.ranUnder(pay)),
          row.begin(),
          begin(Layout.T_DUE_INTEREST) + begin(Layout.T_DUE_ON_UNPAID),
          row.interest(),
          row.principal(),
          row.end(),
          run.before(pay)[plan.layout.account(0)],
          outcomes,
          moved,
          run.changes().stream().filter(one -> one.date().equals(date)).toList());
    }

    private long begin(int part) {
      return run.before(pay)[plan.layout.tranche(tranche, part)];
    }

    private boolean pays(Op op) {
      return switch (op.what) {
        case Op.INTEREST, Op.PRINCIPAL, Op.SCHEDULED, Op.RESIDUAL_TRANCHE ->
            IntStream.of(op.targets).anyMatch(target -> target == tranche);
        default -> false;
      };
    }

    private Outcome outcome(Op op, List<LedgerRun.Transfer> moved) {
      String rule = plan.rules[op.rule];
      List<LedgerRun.Transfer> own =
          moved.stream().filter(one -> one.rule().equals(rule) && one.to().equals(name)).toList();
      long paid = own.stream().mapToLong(LedgerRun.Transfer::amount).sum();
      if (op.guard >= 0 && run.after(pay)[op.guard] == 0) {
        return new Outcome(rule, 0, "its condition did not hold");
      }
      if (own.isEmpty()) {
        return new Outcome(rule, 0, nothing(op));
      }
      boolean left = op.what == Op.RESIDUAL_TRANCHE && paid == 0;
      return new Outcome(rule, paid, left ? "nothing was left" : own.getLast().why());
    }

    /// Why a rule that had its turn moved nothing and looked for nothing.
    private String nothing(Op op) {
      return switch (op.what) {
        case Op.INTEREST -> "no interest was due";
        default -> {
          if (run.before(pay)[plan.layout.tranche(tranche, Layout.T_BALANCE)] == 0) {
            yield "nothing was outstanding";
          }
          if (!plan.open[tranche][pay]) {
            yield "it is locked out of principal" + lockedUntil();
          }
          yield plan.planned[tranche][pay] >= 0
              ? "its plan asks for no principal yet"
              : "the pool had paid no principal";
        }
      };
    }

    private String lockedUntil() {
      Optional<LocalDate> until =
          switch (plan.deal.tranches().get(tranche).repayment()) {
            case Repayment.AsSent sent -> sent.lockedUntil();
            case Repayment.Planned _ -> Optional.empty();
          };
      return until.map(day -> " until " + day).orElse("");
    }
  }
}
