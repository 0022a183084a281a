package org.zhiheng.server.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;
import org.zhiheng.values.Rate;

/// What the workbench makes of what is typed, without a browser.
final class WorkbenchTest {

  private static final Examples EXAMPLES = Examples.load();
  private static final Words WORDS = Words.load(Language.ENGLISH, ZoneOffset.UTC);

  private static Function<String, String> typed(Map<String, String> fields) {
    return name -> fields.getOrDefault(name, "");
  }

  private static Deal deal(Examples.Example example) {
    return Draft.of(Bench.DEAL, example.deal(), "").deal().orElseThrow();
  }

  @Test
  void everyExampleRunsWithinASecondsWork() {
    assertThat(EXAMPLES.all()).isNotEmpty();
    for (Examples.Example example : EXAMPLES.all()) {
      Draft draft = Bench.of(example).first();
      assertThat(draft.problems()).as(example.name()).isEmpty();
      Outcome outcome =
          Outcome.of(
              draft.deal().orElseThrow(), draft.assumed().orElseThrow(), Stress.NONE, 1_000, 7);
      assertThat(outcome.paths()).as(example.name()).isPresent();
      assertThat(outcome.collected()).as(example.name()).isPositive();
    }
  }

  @Test
  void stressMultipliesRisksAndRecoveriesAndAddsPrepayment() {
    Examples.Example example = EXAMPLES.all().getFirst();
    Assumptions assumed =
        Draft.of(
                Bench.DEAL,
                example.deal(),
                "assume: x\npool:\n  default: {cdr: 3%}\n  recovery: {rate: 80%, lag: 6}\n")
            .assumed()
            .orElseThrow();
    Assumptions stressed = new Stress(250, 150, 5).of(assumed);
    Assumptions.Risk risk = stressed.pool().risks().getFirst();
    // 3 % x 2.5
    assertThat(risk.rate().values()).containsExactly(new Rate.PerYear(75_000_000L));
    // 80 % x 1.5 is more than all
    assertThat(risk.recovery()).isEqualTo(new Rate.PerYear(1_000_000_000L));
    assertThat(risk.lagMonths()).isEqualTo(6);
    assertThat(stressed.pool().prepay().values()).containsExactly(new Rate.PerYear(50_000_000L));
    assertThat(Stress.NONE.of(assumed)).isSameAs(assumed);
    assertThat(Stress.hasRisks(Assumptions.NONE)).isFalse();
  }

  @Test
  void whatIsOutOfRangeIsLeftAsAssumed() {
    Bench bench =
        Bench.of(
            typed(
                Map.of(
                    "defaults",
                    "801",
                    "recovery",
                    "-1",
                    "prepay",
                    "x",
                    "paths",
                    "0",
                    "seed",
                    "12345678901")));
    assertThat(bench.stress()).isEqualTo(Stress.NONE);
    assertThat(bench.paths()).isEqualTo(Bench.PATHS);
    assertThat(bench.seed()).isEqualTo(Bench.SEED);
  }

  @Test
  void problemsOfBothTextsAreToldWithTheirPlace() {
    Examples.Example example = EXAMPLES.all().getFirst();
    Draft deal =
        Draft.of(Bench.DEAL, example.deal().replace("pay: sequential", "pay: sideways"), "");
    assertThat(deal.problems()).extracting(Problem::source).containsOnly("deal");
    assertThat(deal.problems().getFirst().path()).matches("line [0-9]+, column [0-9]+");
    Draft assume = Draft.of(Bench.OTHER, example.deal(), "assume: x\npoool: {}\n");
    assertThat(assume.problems()).extracting(Problem::source).containsOnly("assume2");
    assertThat(assume.problems().getFirst().path()).startsWith("line 2");
  }

  @Test
  void tooLongTextsAndTooManyAssetsAreRefused() {
    assertThat(Draft.of(Bench.DEAL, "x".repeat(Draft.LENGTH_MAX + 1), "").problems())
        .extracting(Problem::code)
        .containsExactly("deal-limit");
    Examples.Example example = EXAMPLES.all().getFirst();
    String asset =
        example.deal().lines().filter(line -> line.contains("id: L2")).findFirst().orElseThrow();
    StringBuilder many = new StringBuilder();
    for (int at = 0; at <= Draft.ASSETS_MAX; at++) {
      many.append("    - {id: M")
          .append(at)
          .append(", kind: licence, amount: \"1.00\", first: 2025-07-25, count: 2}\n");
    }
    String deal = example.deal().replace(asset + "\n", many + asset + "\n");
    assertThat(Draft.of(Bench.DEAL, deal, "").problems())
        .extracting(Problem::code)
        .containsExactly("deal-limit");
  }

  @Test
  void theOtherSideOfAHedgeHasABoxAndALine() {
    Examples.Example example = EXAMPLES.named("licence-back");
    String hedged =
        example
            .deal()
            .replaceFirst(
                "(?m)^waterfall:",
                "hedges:\n  rise: {kind: cap, strike: 2%, index: X, now: 2%, reset: quarterly on 15,"
                    + " notional: pool}\nwaterfall:");
    Draft draft = Draft.of(Bench.DEAL, hedged, "");
    assertThat(draft.problems()).isEmpty();
    DealsView.Structure plain = Structures.of(WORDS, deal(example));
    DealsView.Structure drawn = Structures.of(WORDS, draft.deal().orElseThrow());
    assertThat(drawn.nodes()).hasSize(plain.nodes().size() + 1);
    assertThat(drawn.edges()).hasSize(plain.edges().size() + 1);
    assertThat(drawn.nodes()).extracting(DealsView.Node::name).contains("rise");
  }

  @Test
  void theDrawingHasABoxForEveryPartAndALineForEveryRule() {
    Deal deal = deal(EXAMPLES.named("licence-back"));
    DealsView.Structure drawn = Structures.of(WORDS, deal);
    int boxes =
        1
            + deal.accounts().size()
            + deal.supports().size()
            + deal.fees().size()
            + deal.deductions().size()
            + deal.tranches().size();
    assertThat(drawn.nodes()).hasSize(boxes);
    // the pool pays in; 2 fees and a deduction, 2 tranches and the reserve are paid from there; the
    // reserve gives back; the guarantor covers A
    assertThat(drawn.edges()).hasSize(1 + 3 + 2 + 1 + 1 + 1);
    assertThat(drawn.edges()).extracting(DealsView.Edge::look).contains("support");
    for (DealsView.Node one : drawn.nodes()) {
      for (DealsView.Node other : drawn.nodes()) {
        if (!one.equals(other) && one.x() == other.x()) {
          assertThat(Math.abs(one.y() - other.y())).isGreaterThanOrEqualTo(one.height());
        }
      }
      assertThat(one.x() + one.width()).isLessThanOrEqualTo(Structures.WIDTH);
      assertThat(one.y() + one.height()).isLessThanOrEqualTo(drawn.height());
    }
  }

  @Test
  void namesAreCutByHowWideTheyStand() {
    assertThat(Structures.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Structures.cut("abcdefg", 6)).isEqualTo("abcdef…");
    assertThat(Structures.cut("优先级资产", 6)).isEqualTo("优先级…");
  }

  @Test
  void chartsStackWhatTheLedgerPays() {
    Examples.Example example = EXAMPLES.named("licence-back");
    Draft draft = Bench.of(example).first();
    Outcome outcome =
        Outcome.of(draft.deal().orElseThrow(), Assumptions.NONE, Stress.NONE, 1_000, 7);
    DealsView.Bars bars =
        new Charts(WORDS, new DealWords(WORDS, outcome.deal().currency())).flows(outcome);
    long paid =
        outcome.deal().tranches().stream()
            .flatMap(one -> outcome.run().tranche(one.name()).stream())
            .mapToLong(row -> (row.interest() > 0 ? 1 : 0) + (row.principal() > 0 ? 1 : 0))
            .sum();
    assertThat(bars.rects()).hasSize((int) paid);
    for (DealsView.Rect rect : bars.rects()) {
      assertThat(Double.parseDouble(rect.y())).isGreaterThanOrEqualTo(Charts.TOP - 0.1);
      assertThat(Double.parseDouble(rect.y()) + Double.parseDouble(rect.height()))
          .isLessThanOrEqualTo(Charts.BOTTOM + 0.5);
    }
    assertThat(bars.across()).hasSizeLessThanOrEqualTo(9);
  }

  @Test
  void whatIsSmallIsNotShownAsNothing() {
    assertThat(DealWords.percent(0, 2)).isEqualTo("0.00 %");
    assertThat(DealWords.percent(0.00001, 2)).isEqualTo("< 0.01 %");
    assertThat(DealWords.percent(0.0215, 2)).isEqualTo("2.15 %");
  }

  @Test
  void aWorkbookHasASheetForEveryPart(@TempDir Path folder) throws IOException {
    Examples.Example example = EXAMPLES.named("licence-back");
    Draft draft = Bench.of(example).first();
    byte[] bytes =
        Workbook.of(
            Outcome.of(
                draft.deal().orElseThrow(), draft.assumed().orElseThrow(), Stress.NONE, 1_000, 7));
    Path file = folder.resolve("run.xlsx");
    Files.write(file, bytes);
    String book;
    List<String> names;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      names = zip.stream().map(ZipEntry::getName).toList();
      book =
          new String(
              zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
    }
    assertThat(book)
        .contains(
            "\"summary\"",
            "\"A\"",
            "\"sub\"",
            "\"fees\"",
            "\"accounts\"",
            "\"support\"",
            "\"pool\"",
            "\"transfers\"");
    assertThat(names).contains("xl/worksheets/sheet8.xml");
  }
}
