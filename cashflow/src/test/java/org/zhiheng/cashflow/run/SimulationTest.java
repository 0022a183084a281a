package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class SimulationTest {

  private static final String ASSUME =
      """
      assume: base
      pool:
        default: {cdr: 3.5%}
        recovery: {rate: 40%, lag: 6}
        prepay: {cpr: 5%}
        events: {invalidated: {rate: 1%, recovery: 10%, lag: 2}}
      """;

  private static Plan plan(String assume) {
    return Deals.plan(RandomDeals.pool(40, 24), assume);
  }

  @Test
  void isTheSameToTheLastBitForAnyNumberOfThreads() {
    Simulation simulation = Simulation.of(plan(ASSUME));
    String alone = simulation.run(20_000, 7, 1).json();
    assertThat(simulation.run(20_000, 7, 2).json()).isEqualTo(alone);
    assertThat(simulation.run(20_000, 7, 5).json()).isEqualTo(alone);
    assertThat(simulation.run(20_000, 8, 1).json()).isNotEqualTo(alone);
  }

  @Test
  void anyPathCanBeGoneAgainAlone() {
    Simulation simulation = Simulation.of(plan(ASSUME));
    // the mean of 130 paths gone one by one is that of the run, block borders included
    int paths = 130;
    double[] sums = new double[simulation.expected("A").size()];
    for (int path = 0; path < paths; path++) {
      List<Simulation.PathRow> rows = simulation.path("A", path, 7);
      for (int p = 0; p < rows.size(); p++) {
        sums[p] += rows.get(p).principal();
      }
    }
    List<Simulation.PathRow> mean = simulation.run(paths, 7, 1).flows("A");
    for (int p = 0; p < sums.length; p++) {
      assertThat(mean.get(p).principal()).isCloseTo(sums[p] / paths, within(1e-6 * sums[p] + 1e-6));
    }
    assertThat(simulation.path("A", 129, 7)).isEqualTo(simulation.path("A", 129, 7));
  }

  /// Paths of a block that stand in different statuses, with conditions that count periods in one
  /// of them: what each pays is what it pays alone.
  @ParameterizedTest
  @ValueSource(strings = {"0%", "20%"})
  void whatAPathPaysDoesNotDependOnTheOthersOfItsBlock(String correlation) {
    String deal =
        RandomDeals.pool(40, 24)
            .replace(
                "turbo: [fees,",
                "turbo: [fees, \"if pool.default > 0 for 3 periods: principal B up to 5% of B\",");
    Simulation simulation =
        Simulation.of(Deals.plan(deal, ASSUME + "simulate: {correlation: " + correlation + "}\n"));
    int paths = Lanes.COUNT + 3;
    double[] sums = new double[simulation.expected("B").size()];
    Set<Double> different = new HashSet<>();
    for (int path = 0; path < paths; path++) {
      List<Simulation.PathRow> rows = simulation.path("B", path, 7);
      for (int p = 0; p < rows.size(); p++) {
        sums[p] += rows.get(p).principal();
      }
      different.add(rows.stream().mapToDouble(Simulation.PathRow::interest).sum());
    }
    assertThat(different).hasSizeGreaterThan(paths / 2);
    List<Simulation.PathRow> mean = simulation.run(paths, 7, 1).flows("B");
    for (int p = 0; p < sums.length; p++) {
      assertThat(mean.get(p).principal()).isCloseTo(sums[p] / paths, within(1e-9 * sums[p] + 1e-6));
    }
  }

  /// How often each asset ends is how likely it is, where one is far likelier than others: within
  /// five standard errors.
  @ParameterizedTest
  @ValueSource(strings = {"0%", "25%"})
  void eachAssetEndsAsOftenAsItIsLikely(String correlation) {
    String deal = RandomDeals.pool(9, 24);
    StringBuilder assume = new StringBuilder("assume: each\nassets:\n");
    int[] rates = {0, 1, 3, 40, 99, 12, 1, 70, 5};
    for (int i = 0; i < rates.length; i++) {
      deal = deal.replaceFirst("- \\{kind", "- {id: L" + i + ", kind");
      assume
          .append("  L")
          .append(i)
          .append(": {default: {cdr: ")
          .append(rates[i])
          .append("%}, recovery: {rate: 0%, lag: 0}}\n");
    }
    Plan plan = Deals.plan(deal, assume + "simulate: {correlation: " + correlation + "}\n");
    SimAssets assets = new SimAssets(plan, Ledger.run(plan).payments());
    SimPaths draw =
        new SimPaths(assets, 5, plan.assumptions.simulation().correlation().billionths() / 1e9);
    SimFlows flows = SimFlows.of(assets, false);
    int paths = 40_000;
    double[] ended = new double[rates.length];
    for (int path = 0; path < paths; path += Lanes.COUNT) {
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        draw.path(path + lane, lane, flows);
      }
      double[][] rows = new double[SimAssets.KINDS][Lanes.COUNT];
      for (int pay = 0; pay < assets.periods; pay++) {
        flows.take(pay, rows);
      }
      for (int c = 0; c < rates.length; c++) {
        for (double gone : flows.gone(c)) {
          ended[c] += gone / assets.balance[c];
        }
      }
    }
    assertThat(assets.ended).hasNumberOfRows(rates.length);
    double all = Math.ceil((double) paths / Lanes.COUNT) * Lanes.COUNT;
    for (int i = 0; i < rates.length; i++) {
      double likely = assets.ended[i][assets.ended[i].length - 1];
      assertThat(ended[i] / all)
          .as("CDR %d %%", rates[i])
          .isCloseTo(likely, within(5 * Math.sqrt(likely * (1 - likely) / all) + 1e-12));
    }
  }

  /// On every path all principal of the pool is paid, paid early or lost, and no flow is below 0:
  /// where classes are few and taken out together, and where each asset is taken out by itself.
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12, 13, 24})
  void noPrincipalIsLostOrMadeOnAPath(int classes) {
    AtomicInteger number = new AtomicInteger();
    String deal =
        Pattern.compile("rate: [0-9]\\.25%")
            .matcher(RandomDeals.pool(24, 24))
            .replaceAll(_ -> "rate: 5.1" + (10 + number.getAndIncrement() % classes) + "%");
    Plan plan = Deals.plan(deal, ASSUME);
    SimAssets assets = new SimAssets(plan, Ledger.run(plan).payments());
    assertThat(assets.ended).hasNumberOfRows(classes);
    SimPaths draw = new SimPaths(assets, 7, 0);
    SimFlows flows = SimFlows.of(assets, false);
    draw.paths(0, Lanes.COUNT, flows);
    double[] gone = new double[Lanes.COUNT];
    double[][] rows = new double[SimAssets.KINDS][Lanes.COUNT];
    for (int pay = 0; pay < assets.periods; pay++) {
      flows.take(pay, rows);
      for (int kind : new int[] {SimAssets.PRINCIPAL, SimAssets.PREPAY, SimAssets.DEFAULT}) {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          assertThat(rows[kind][lane]).as("path %d", lane).isGreaterThan(-1e-3);
          gone[lane] += rows[kind][lane];
        }
      }
    }
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      assertThat(gone[lane])
          .as("path %d", lane)
          .isCloseTo((double) plan.poolBalance, withinPercentage(1e-9));
    }
  }

  /// The mean default of many paths is the ledger's, where each risk takes exactly its part: within
  /// five standard errors.
  @ParameterizedTest
  @ValueSource(strings = {"0%", "20%"})
  void meanDefaultIsTheLedgers(String correlation) {
    Plan plan = plan(ASSUME + "simulate: {correlation: " + correlation + "}\n");
    SimulationRun run = Simulation.of(plan).run(50_000, 11, 2);
    List<LedgerRun.PoolRow> pool = Ledger.run(plan).pool();
    double ledger =
        (double) pool.stream().mapToLong(LedgerRun.PoolRow::defaulted).sum()
            / pool.getFirst().begin();
    assertThat(run.defaulted()).isCloseTo(ledger, within(5 * run.defaultedError()));
    // the balances differ by a tenth or so: the spread of independent assets is that of their
    // number
    assertThat(run.defaultedError()).isPositive();
  }

  /// What moves together spreads wider.
  @Test
  void correlationWidensTheLoss() {
    SimulationRun free = Simulation.of(plan(ASSUME)).run(20_000, 3, 2);
    SimulationRun tied =
        Simulation.of(plan(ASSUME + "simulate: {correlation: 30%}\n")).run(20_000, 3, 2);
    assertThat(tied.defaultQuantile(0.99)).isGreaterThan(free.defaultQuantile(0.99) * 1.5);
  }

  /// Doubles stay within one minor unit for each product that the ledger rounds.
  @Seeds(100)
  void staysNearTheLedger(Seed seed) {
    RandomDeals deals = new RandomDeals(seed);
    Plan plan = Deals.plan(deals.deal(), deals.assumptions());
    LedgerRun ledger = Ledger.run(plan);
    Simulation simulation = Simulation.of(plan);
    double roundings = 0;
    for (AssetPlan asset : plan.assets) {
      roundings += 5.0 * asset.payments();
    }
    for (String tranche : plan.layout.tranches) {
      List<LedgerRun.TrancheRow> exact = ledger.tranche(tranche);
      List<Simulation.PathRow> near = simulation.expected(tranche);
      double paid = 0;
      double paidExact = 0;
      for (int p = 0; p < exact.size(); p++) {
        paid += near.get(p).interest() + near.get(p).principal();
        paidExact += exact.get(p).interest() + exact.get(p).principal();
        assertThat(paid)
            .as(tranche + " until " + exact.get(p).date())
            .isCloseTo(paidExact, within(roundings + 20.0 * (p + 1)));
      }
    }
  }

  @Test
  void normalPointsAndProbabilities() {
    // tables of the normal distribution: 97.5 % lies below 1.959963985, 99.9 % below 3.090232306
    assertThat(Normal.point(0.975)).isCloseTo(1.959963985, within(1e-9));
    assertThat(Normal.point(0.001)).isCloseTo(-3.090232306, within(1e-9));
    assertThat(Normal.below(1.0)).isCloseTo(0.841344746, within(1e-9));
    assertThat(Normal.below(Normal.point(0.3))).isCloseTo(0.3, within(1e-14));
  }
}
