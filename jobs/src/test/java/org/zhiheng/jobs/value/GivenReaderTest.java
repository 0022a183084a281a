package org.zhiheng.jobs.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.fee.FeeBook;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.valuation.indicator.IndicatorTree;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.method.Method;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.ProblemsException;

final class GivenReaderTest {

  private static final LocalDate ON = LocalDate.of(2026, 9, 12);
  private static final IndicatorTree TREE = IndicatorTree.load();
  private static final FeeBook BOOK = FeeBook.load();

  /// Filed on 2023-09-12: on 2026-09-12 the fourth year begins, and 17 are left.
  private static final Term TERM =
      new Term(
          LocalDate.of(2023, 9, 12),
          LocalDate.of(2025, 6, 3),
          LocalDate.of(2043, 9, 11),
          ON,
          new Source("register", ON, Confidence.SEEN));

  private static Known known(Optional<Term> term, Upkeep.Relief relief) {
    YearFees fees =
        term.map(one -> YearFees.of(RightKind.INVENTION_PATENT, one, relief, BOOK))
            .orElse(new YearFees(List.of(), List.of()));
    return new Known(
        ON, List.of(), term, fees, new FeesDue(List.of(), List.of(), false, Optional.empty()));
  }

  private static Given read(String text, Optional<Term> term) {
    return GivenReader.read(new GivenFile("value.yaml", text), TREE, relief -> known(term, relief));
  }

  private static String figure(String is) {
    return "{is: " + is + ", source: s, on: 2026-09-01}";
  }

  private static String relief(String life) {
    return "value: x\nmethods:\n  relief-from-royalty: {revenue: "
        + figure("\"1000000.00\"")
        + ", growth: "
        + figure("0%")
        + ", royalty: "
        + figure("5%")
        + ", decay: "
        + figure("0%")
        + ", tax: "
        + figure("20%")
        + ", discount: "
        + figure("10%")
        + life
        + ", timing: year-end}\n";
  }

  @Test
  void countsYearsAndFeesFromTheRegister() {
    assertThat(TERM.yearsLeft()).isEqualTo(17);
    assertThat(TERM.patentYear(ON)).isEqualTo(4);
    assertThat(TERM.lastYear()).isEqualTo(20);
    YearFees fees = YearFees.of(RightKind.INVENTION_PATENT, TERM, Upkeep.Relief.NONE, BOOK);
    // years 5 to 20 at 1,200 (4-6), 2,000 (7-9), 4,000 (10-12), 6,000 (13-15), 8,000 (16-20)
    assertThat(fees.after(ON).stream().mapToLong(fee -> fee.amount().minor()).sum())
        .isEqualTo(100 * (2 * 1_200 + 3 * 2_000 + 3 * 4_000 + 3 * 6_000 + 5 * 8_000));
    // the first of the years left is the one that has begun, whose fee is paid
    assertThat(known(Optional.of(TERM), Upkeep.Relief.NONE).feesAhead()).hasSize(17);
    assertThat(known(Optional.of(TERM), Upkeep.Relief.NONE).kept().value()).isEqualTo(3);
  }

  @Test
  void aReliefMakesFeesSmaller() {
    YearFees fees = YearFees.of(RightKind.INVENTION_PATENT, TERM, Upkeep.Relief.SOLE, BOOK);
    // 85 % less for the ten years from that of the grant, the second
    assertThat(fees.after(ON).getFirst().amount().decimal()).isEqualTo("180.00");
    assertThat(fees.fees().getLast().amount().decimal()).isEqualTo("8000.00");
  }

  @Test
  void reckonsTheRoyaltySavedAsByHand() {
    Method method = read(relief(", life: " + figure("2")), Optional.of(TERM)).methods().getFirst();
    // 1,000,000 at 5 %, less 20 % tax, is 40,000 at the end of each of two years
    assertThat(method.value()).isCloseTo(40_000 / 1.1 + 40_000 / 1.21, within(1e-6));
  }

  @Test
  void aLifeThatNobodyTellsReachesFromNothingToTheTerm() {
    Method method = read(relief(""), Optional.of(TERM)).methods().getFirst();
    assertThat(method.inputs().getLast().low()).isZero();
    assertThat(method.inputs().getLast().high()).isEqualTo(17);
    assertThat(method.inputs().getLast().source().confidence()).isEqualTo(Confidence.UNKNOWN);
  }

  @Test
  void aFigureWithoutConfidenceIsConfirmedByNobody() {
    Method method = read(relief(""), Optional.of(TERM)).methods().getFirst();
    assertThat(method.inputs().getFirst().source().confidence()).isEqualTo(Confidence.UNKNOWN);
  }

  @Test
  void refusesALifeBeyondTheTerm() {
    assertRefused(relief(", life: " + figure("17.5")), "No more than 17 years");
  }

  @Test
  void refusesARangeUpsideDownAtItsPlace() {
    assertThatThrownBy(() ->
            read(
                "value: x\ndraw:\n  hazard: {is: 2%, low: 3%, source: s, on: 2026-09-01}\n",
                Optional.of(TERM)))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused -> {
              assertThat(refused.problems().getFirst().code()).isEqualTo("value-figure");
              assertThat(refused.problems().getFirst().path()).isEqualTo("line 3, column 11");
            });
  }

  @Test
  void refusesWhatTheMethodRefuses() {
    String cost =
        "value: x\nmethods:\n  cost: {items: {a: "
            + figure("\"1.00\"")
            + "}, profit: "
            + figure("0%")
            + ", obsolescence: "
            + figure("120%")
            + "}\n";
    assertRefused(cost, "obsolescence must be in 0.0..1.0");
  }

  @Test
  void aMethodThatLeansOnTheTermIsRefusedWithoutOne() {
    String renewal =
        "value: x\nmethods:\n  renewal: {median: "
            + figure("\"1.00\"")
            + ", spread: "
            + figure("1")
            + ", decay: "
            + figure("0%")
            + ", discount: "
            + figure("0%")
            + "}\n";
    assertThatThrownBy(() -> read(renewal, Optional.empty()))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused -> assertThat(refused.problems().getFirst().reason()).contains("is not known"));
  }

  private static void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> read(text, Optional.of(TERM)))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused -> assertThat(refused.problems().getFirst().reason()).contains(reason));
  }
}
