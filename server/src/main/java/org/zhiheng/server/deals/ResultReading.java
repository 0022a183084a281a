package org.zhiheng.server.deals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.SimulationRun;
import org.zhiheng.server.page.Words;

/// What a deal came to, in the reader's words.
final class ResultReading {

  private static final int ROWS_MAX = 400;
  private static final int CHANGES_MAX = 20;

  private final Words words;
  private final Bench bench;
  private final Assumptions assumed;
  private final Outcome outcome;
  private final Outcome before;
  private final DealWords said;
  private final Charts charts;

  /// @param outcome under the stress
  /// @param before as assumed; the same when nothing is stressed
  ResultReading(Words words, Bench bench, Assumptions assumed, Outcome outcome, Outcome before) {
    this.words = words;
    this.bench = bench;
    this.assumed = assumed;
    this.outcome = outcome;
    this.before = before;
    this.said = new DealWords(words, outcome.deal().currency());
    this.charts = new Charts(words, said);
  }

  /// All of it.
  ///
  /// @param other the second deal's, to compare with
  /// @param took how long all of it was reckoned
  DealsView.Result result(Optional<Outcome> other, Duration took) {
    return new DealsView.Result(
        outcome.deal().name(),
        bench.stress().any()
            ? words.say(
                "workbench.stressed",
                DealWords.places(bench.stress().defaults() / 100.0, 2),
                DealWords.places(bench.stress().recovery() / 100.0, 2),
                Integer.toString(bench.stress().prepay()))
            : "",
        notes(),
        words.say(
            "workbench.took",
            Long.toString(Math.max(1, took.toMillis())),
            words.number(outcome.paths().map(SimulationRun::paths).orElse(0L))),
        facts(),
        Structures.of(words, outcome.deal()),
        Structures.waterfalls(words, outcome.deal()),
        outcome.deal().tranches().stream().map(this::tranche).toList(),
        charts.flows(outcome),
        flowTable(),
        poolTable(),
        losses(),
        outcome
            .paths()
            .map(all ->
                words.say(
                    "workbench.simulated",
                    words.number(all.paths()),
                    Long.toString(bench.seed()),
                    DealWords.percent(all.defaulted(), 2)))
            .orElse(words.say("workbench.simulated.not")),
        outcome.run().changes().stream()
            .limit(CHANGES_MAX)
            .map(one ->
                words.say(
                    one.holds() ? "workbench.change.holds" : "workbench.change.over",
                    words.date(one.date()),
                    one.by(),
                    one.status()))
            .toList(),
        other.map(this::comparison));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (bench.stress().defaults() != 100 && !Stress.hasRisks(assumed)) {
      notes.add(words.say("workbench.note.risks"));
    }
    if (bench.stress().prepay() > 0 && !Stress.addsPrepay(assumed)) {
      notes.add(words.say("workbench.note.prepay"));
    }
    outcome
        .paths()
        .filter(all -> all.paths() < bench.paths())
        .ifPresent(all ->
            notes.add(
                words.say(
                    "workbench.note.paths",
                    words.number(bench.paths()),
                    words.number(all.paths()))));
    return notes;
  }

  private List<DealsView.Fact> facts() {
    return List.of(
        fact("workbench.fact.pool", one -> said.amount(one.deal().pool().balance())),
        fact("workbench.fact.collected", one -> said.amount(one.collected())),
        fact(
            "workbench.fact.tranches",
            one -> said.amount(one.deal().tranches().stream().mapToLong(Tranche::size).sum())),
        fact("workbench.fact.residual", one -> said.amount(one.run().residual())),
        fact("workbench.fact.drawn", one -> said.amount(one.drawnMost())),
        fact("workbench.fact.status", one -> one.run().status()));
  }

  private DealsView.Fact fact(String key, Function<Outcome, String> figure) {
    String now = figure.apply(outcome);
    String then = figure.apply(before);
    return new DealsView.Fact(words.say(key), now, now.equals(then) ? "" : then);
  }

  private DealsView.TrancheLine tranche(Tranche tranche) {
    String name = tranche.name();
    List<LedgerRun.TrancheRow> rows = outcome.run().tranche(name);
    Optional<SimulationRun.TrancheResult> loss = outcome.loss(name);
    return new DealsView.TrancheLine(
        name,
        said.bare(tranche.size()),
        tranche.coupon().equals(Coupon.NONE)
            ? words.say("workbench.residual")
            : said.coupon(tranche.coupon()),
        said.bare(rows.stream().mapToLong(LedgerRun.TrancheRow::interest).sum()),
        said.bare(rows.stream().mapToLong(LedgerRun.TrancheRow::principal).sum()),
        said.bare(rows.getLast().end() + rows.getLast().unpaid()),
        said.rate(outcome.yieldAtPar(name)),
        said.years(outcome.lifeYears(name)),
        loss.map(one ->
                words.say(
                    "workbench.plusminus",
                    DealWords.percent(one.expectedLoss(), 3),
                    DealWords.percent(1.96 * one.standardError(), 3)))
            .orElse("–"),
        loss.map(one -> DealWords.percent(one.lossProbability(), 2)).orElse("–"),
        outcome
            .paths()
            .map(all -> all.lossProbabilityInterval(name))
            .map(range ->
                DealWords.percent(range.low(), 2) + " – " + DealWords.percent(range.high(), 2))
            .orElse(""),
        outcome.paths().map(all -> DealWords.percent(all.lossQuantile(name, 0.99), 1)).orElse("–"),
        outcome.run().paidInFull(name));
  }

  private DealsView.Table flowTable() {
    List<Tranche> tranches = outcome.deal().tranches();
    List<String> columns = new ArrayList<>(List.of(words.say("workbench.date")));
    for (Tranche one : tranches) {
      columns.add(one.name() + " " + words.say("workbench.interest"));
      columns.add(one.name() + " " + words.say("workbench.principal"));
      columns.add(one.name() + " " + words.say("workbench.end"));
    }
    List<List<LedgerRun.TrancheRow>> rows =
        tranches.stream().map(one -> outcome.run().tranche(one.name())).toList();
    List<List<String>> shown = new ArrayList<>();
    for (int at = 0; at < Math.min(ROWS_MAX, outcome.run().payments()); at++) {
      List<String> line = new ArrayList<>(List.of(rows.getFirst().get(at).date().toString()));
      for (List<LedgerRun.TrancheRow> tranche : rows) {
        line.add(said.bare(tranche.get(at).interest()));
        line.add(said.bare(tranche.get(at).principal()));
        line.add(said.bare(tranche.get(at).end()));
      }
      shown.add(line);
    }
    return new DealsView.Table(columns, shown, Math.max(0, outcome.run().payments() - ROWS_MAX));
  }

  private DealsView.Table poolTable() {
    List<LedgerRun.PoolRow> rows = outcome.run().pool();
    return new DealsView.Table(
        Stream.of(
                "date", "begin", "interest", "principal", "prepaid", "default", "recovered", "end")
            .map(key -> words.say("workbench." + key))
            .toList(),
        rows.stream()
            .limit(ROWS_MAX)
            .map(row ->
                List.of(
                    row.date().toString(),
                    said.bare(row.begin()),
                    said.bare(row.interest()),
                    said.bare(row.principal()),
                    said.bare(row.prepay()),
                    said.bare(row.defaulted()),
                    said.bare(row.recovery()),
                    said.bare(row.end())))
            .toList(),
        Math.max(0, rows.size() - ROWS_MAX));
  }

  private List<DealsView.Loss> losses() {
    if (outcome.paths().isEmpty()) {
      return List.of();
    }
    SimulationRun all = outcome.paths().get();
    List<DealsView.Loss> losses = new ArrayList<>();
    losses.add(
        new DealsView.Loss(
            words.say(
                "workbench.loss.pool",
                DealWords.percent(all.defaulted(), 2),
                DealWords.percent(all.defaultQuantile(0.99), 1)),
            words.say("workbench.loss.pool.what"),
            charts.losses(words.say("workbench.loss.pool.what"), all.defaultDistribution(), 2)));
    List<Tranche> tranches = outcome.deal().tranches();
    for (int at = 0; at < tranches.size(); at++) {
      String name = tranches.get(at).name();
      SimulationRun.TrancheResult result = all.tranche(name);
      losses.add(
          new DealsView.Loss(
              words.say(
                  result.lossProbability() == 0 ? "workbench.loss.none" : "workbench.loss.some",
                  name,
                  DealWords.percent(result.lossProbability(), 2),
                  words.number(all.paths()),
                  DealWords.percent(all.lossProbabilityInterval(name).high(), 2)),
              words.say("workbench.loss.what", name),
              charts.losses(
                  words.say("workbench.loss.what", name), all.lossDistribution(name), at)));
    }
    return losses;
  }

  private DealsView.Comparison comparison(Outcome other) {
    DealWords theirs = new DealWords(words, other.deal().currency());
    List<DealsView.Row> rows = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    outcome.deal().tranches().forEach(one -> names.add(one.name()));
    other.deal().tranches().forEach(one -> names.add(one.name()));
    for (String name : names) {
      Optional<Tranche> left = tranche(outcome, name);
      Optional<Tranche> right = tranche(other, name);
      rows.add(
          new DealsView.Row(
              name,
              words.say("workbench.size"),
              left.map(one -> said.amount(one.size())).orElse("–"),
              right.map(one -> theirs.amount(one.size())).orElse("–"),
              ""));
      rows.add(rates(name, "workbench.yield", outcome.yieldAtPar(name), other.yieldAtPar(name)));
      rows.add(
          new DealsView.Row(
              name,
              words.say("workbench.life"),
              said.years(outcome.lifeYears(name)),
              said.years(other.lifeYears(name)),
              difference(outcome.lifeYears(name), other.lifeYears(name), 1, "")));
      rows.add(
          rates(
              name,
              "workbench.expectedLoss",
              figure(
                  left.flatMap(_ -> outcome.loss(name)), SimulationRun.TrancheResult::expectedLoss),
              figure(
                  right.flatMap(_ -> other.loss(name)),
                  SimulationRun.TrancheResult::expectedLoss)));
      rows.add(
          rates(
              name,
              "workbench.lossChance",
              figure(
                  left.flatMap(_ -> outcome.loss(name)),
                  SimulationRun.TrancheResult::lossProbability),
              figure(
                  right.flatMap(_ -> other.loss(name)),
                  SimulationRun.TrancheResult::lossProbability)));
    }
    String whole = words.say("workbench.whole");
    rows.add(
        amounts(whole, "workbench.fact.collected", theirs, outcome.collected(), other.collected()));
    rows.add(amounts(whole, "workbench.feesPaid", theirs, outcome.feesPaid(), other.feesPaid()));
    rows.add(
        amounts(
            whole,
            "workbench.fact.residual",
            theirs,
            outcome.run().residual(),
            other.run().residual()));
    rows.add(
        amounts(whole, "workbench.fact.drawn", theirs, outcome.drawnMost(), other.drawnMost()));
    return new DealsView.Comparison(outcome.deal().name(), other.deal().name(), rows);
  }

  private static Optional<Tranche> tranche(Outcome of, String name) {
    return of.deal().tranches().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private static OptionalDouble figure(
      Optional<SimulationRun.TrancheResult> result,
      ToDoubleFunction<SimulationRun.TrancheResult> which) {
    return result.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(which.applyAsDouble(result.get()));
  }

  private DealsView.Row rates(String group, String key, OptionalDouble left, OptionalDouble right) {
    return new DealsView.Row(
        group,
        words.say(key),
        said.rate(left),
        said.rate(right),
        difference(left, right, 100, " %"));
  }

  private DealsView.Row amounts(String group, String key, DealWords theirs, long left, long right) {
    boolean same = said.currency().equals(theirs.currency());
    String sign = right > left ? "+" : "";
    return new DealsView.Row(
        group,
        words.say(key),
        said.amount(left),
        theirs.amount(right),
        same && left != right ? sign + said.bare(right - left) : "");
  }

  private static String difference(
      OptionalDouble left, OptionalDouble right, double times, String unit) {
    if (left.isEmpty() || right.isEmpty()) {
      return "";
    }
    double by = (right.getAsDouble() - left.getAsDouble()) * times;
    String text = DealWords.places(Math.abs(by), 2);
    return text.equals("0.00") ? "" : (by > 0 ? "+" : "−") + text + unit;
  }
}
