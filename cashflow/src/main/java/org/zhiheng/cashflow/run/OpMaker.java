package org.zhiheng.cashflow.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Rule;
import org.zhiheng.cashflow.deal.Support;
import org.zhiheng.cashflow.formula.Formula;

/// Makes the flat steps of waterfalls.
final class OpMaker {

  private final PlanBuilder plan;
  private final Deal deal;
  private final Layout layout;

  OpMaker(PlanBuilder plan) {
    this.plan = plan;
    this.deal = plan.deal;
    this.layout = plan.layout;
  }

  Op[][] all() {
    Op[][] ops = new Op[deal.waterfalls().size()][];
    for (int status = 0; status < ops.length; status++) {
      List<Op> into = new ArrayList<>();
      for (int d = 0; d < deal.deductions().size(); d++) {
        into.add(
            new Op(
                Op.FEES,
                new int[] {d},
                false,
                new int[] {0},
                -1,
                Op.AMOUNT,
                -1,
                plan.rule("deduct " + deal.deductions().get(d).name())));
      }
      Deal.Waterfall waterfall = deal.waterfalls().get(status);
      rules(waterfall.rules(), -1, waterfall.status(), into);
      ops[status] = into.toArray(new Op[0]);
    }
    return ops;
  }

  private void rules(List<Rule> rules, int guard, String where, List<Op> into) {
    int number = 0;
    for (Rule rule : rules) {
      number++;
      String name = where + " " + number + ": " + rule;
      switch (rule) {
        case Rule.Step step -> step(step, guard, name, into);
        case Rule.Choice choice -> {
          int holds = layout.add();
          int fails = layout.add();
          into.add(
              new Op(
                  Op.DECIDE,
                  new int[] {holds, fails},
                  false,
                  new int[0],
                  plan.add(plan.maker.condition(choice.when())),
                  Op.AMOUNT,
                  guard,
                  plan.rule(name)));
          rules(choice.then(), holds, where + " " + number + " then", into);
          rules(choice.otherwise(), fails, where + " " + number + " else", into);
        }
      }
    }
  }

  private void step(Rule.Step step, int guard, String name, List<Op> into) {
    int rule = plan.rule(name);
    int[] sources = sources(step);
    switch (step.action()) {
      case Rule.Action.Fees fees -> {
        int deductions = deal.deductions().size();
        int[] targets =
            fees.names().isEmpty()
                ? IntStream.range(deductions, layout.fees.size()).toArray()
                : fees.names().stream().mapToInt(layout.fees::indexOf).toArray();
        into.add(op(Op.FEES, targets, fees.order(), sources, step, guard, rule));
      }
      case Rule.Action.Hedges hedges -> {
        int[] targets = hedges.names().stream().mapToInt(layout.hedges::indexOf).toArray();
        into.add(op(Op.HEDGE, targets, hedges.order(), sources, step, guard, rule));
      }
      case Rule.Action.Interest interest -> {
        int[] targets = tranches(interest.names());
        into.add(
            op(
                Op.INTEREST,
                targets,
                interest.order(),
                covered(sources, interest.names(), ".interest"),
                step,
                guard,
                rule));
      }
      case Rule.Action.Principal principal -> {
        int what = principal.scheduled() ? Op.SCHEDULED : Op.PRINCIPAL;
        int[] targets = tranches(principal.names());
        into.add(op(what, targets, principal.order(), sources, step, guard, rule));
        guaranteed(principal.names(), guard, rule, into);
      }
      case Rule.Action.Residual residual -> {
        int tranche = layout.tranches.indexOf(residual.name());
        int[] target = {tranche >= 0 ? tranche : layout.fees.indexOf(residual.name())};
        int what = tranche >= 0 ? Op.RESIDUAL_TRANCHE : Op.RESIDUAL_FEE;
        into.add(op(what, target, Rule.Order.SEQUENTIAL, sources, step, guard, rule));
      }
      case Rule.Action.Fill fill ->
          into.add(one(Op.FILL, account(fill.account()), step, guard, rule));
      case Rule.Action.Release release ->
          into.add(one(Op.RELEASE, account(release.account()), step, guard, rule));
      case Rule.Action.Transfer transfer ->
          into.add(one(Op.TRANSFER, account(transfer.account()), step, guard, rule));
      case Rule.Action.Repay repay ->
          into.add(one(Op.REPAY, layout.supports.indexOf(repay.support()), step, guard, rule));
      case Rule.Action.WriteOff off ->
          into.add(one(Op.WRITE_OFF, layout.tranches.indexOf(off.tranche()), step, guard, rule));
      case Rule.Action.Book book ->
          into.add(one(Op.BOOK, layout.ledgers.indexOf(book.ledger()), step, guard, rule));
      case Rule.Action.Cure cure ->
          into.add(one(Op.CURE, layout.ledgers.indexOf(cure.ledger()), step, guard, rule));
      case Rule.Action.Buy _ -> into.add(one(Op.BUY, 0, step, guard, rule));
    }
  }

  private Op one(int what, int target, Rule.Step step, int guard, int rule) {
    return op(what, new int[] {target}, Rule.Order.SEQUENTIAL, sources(step), step, guard, rule);
  }

  private Op op(
      int what,
      int[] targets,
      Rule.Order order,
      int[] sources,
      Rule.Step step,
      int guard,
      int rule) {
    int limit = -1;
    int kind = Op.AMOUNT;
    if (step.limit().isPresent()) {
      Formula formula = step.limit().get();
      boolean ratio = plan.maker.isRatio(formula);
      limit = plan.add(ratio ? plan.maker.ratio(formula) : plan.maker.amount(formula));
      if (ratio) {
        kind = formula instanceof Formula.PerYear ? Op.OF_POOL : Op.OF_DUE;
      }
    }
    return new Op(what, targets, order == Rule.Order.PRO_RATA, sources, limit, kind, guard, rule);
  }

  private int[] sources(Rule.Step step) {
    List<Integer> sources = new ArrayList<>();
    if (step.from().isEmpty()) {
      sources.add(0);
    }
    step.from().forEach(name -> sources.add(account(name)));
    for (String name : step.with()) {
      int account = account(name);
      sources.add(account >= 0 ? account : -1 - layout.supports.indexOf(name));
    }
    return sources.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The sources and the supports that cover all of these.
  private int[] covered(int[] sources, List<String> names, String what) {
    List<Integer> all = new ArrayList<>(IntStream.of(sources).boxed().toList());
    for (int s = 0; s < deal.supports().size(); s++) {
      Support support = deal.supports().get(s);
      boolean covers = names.stream().allMatch(name -> support.covers().contains(name + what));
      if (covers && !all.contains(-1 - s)) {
        all.add(-1 - s);
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private void guaranteed(List<String> names, int guard, int rule, List<Op> into) {
    for (String name : names) {
      int[] sources = covered(new int[0], List.of(name), ".principal");
      if (sources.length > 0) {
        into.add(
            new Op(
                Op.GUARANTEED,
                new int[] {layout.tranches.indexOf(name)},
                false,
                sources,
                -1,
                Op.AMOUNT,
                guard,
                rule));
      }
    }
  }

  private int[] tranches(List<String> names) {
    return names.stream().mapToInt(layout.tranches::indexOf).toArray();
  }

  private int account(String name) {
    return layout.accounts.indexOf(name);
  }
}
