package org.zhiheng.deadlines.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.ProblemsException;

/// Amounts: 专利收费标准 as carried in `cn.yaml`; surcharge: Rule 115, 5 % of the full fee a month.
class FeeBookTest {

  private static final FeeBook BOOK = FeeBook.load();

  /// A Monday, so that nothing moves; the grace ends on 2025-09-03, a Wednesday.
  private static final LocalDate END = LocalDate.of(2025, 3, 3);

  @Test
  void fullFeesFollowTheTable() {
    assertThat(full(PatentKind.INVENTION_PATENT, 3)).isEqualTo("CNY 900.00");
    assertThat(full(PatentKind.INVENTION_PATENT, 4)).isEqualTo("CNY 1200.00");
    assertThat(full(PatentKind.INVENTION_PATENT, 20)).isEqualTo("CNY 8000.00");
    assertThat(full(PatentKind.UTILITY_MODEL, 10)).isEqualTo("CNY 2000.00");
    assertThat(full(PatentKind.DESIGN, 15)).isEqualTo("CNY 3000.00");
  }

  @Test
  void everyYearOfEveryTermHasOneFee() {
    for (int year = 1; year <= 20; year++) {
      assertThat(full(PatentKind.INVENTION_PATENT, year)).startsWith("CNY");
    }
    assertThat(BOOK.annuity(asked(PatentKind.INVENTION_PATENT, 21, END)).refusal()).isPresent();
    assertThat(BOOK.annuity(asked(PatentKind.UTILITY_MODEL, 11, END)).refusal()).isPresent();
    assertThat(BOOK.annuity(asked(PatentKind.DESIGN, 16, END)).refusal()).isPresent();
  }

  @Test
  void surchargeIsNothingInTheFirstMonthThenFiveToTwentyFivePercent() {
    // full fee 2000: 5 % = 100; the corresponding day still belongs to the month it closes
    assertThat(surcharge("2025-03-03")).isEqualTo("CNY 0.00");
    assertThat(surcharge("2025-03-04")).isEqualTo("CNY 0.00");
    assertThat(surcharge("2025-04-03")).isEqualTo("CNY 0.00");
    assertThat(surcharge("2025-04-04")).isEqualTo("CNY 100.00");
    assertThat(surcharge("2025-05-03")).isEqualTo("CNY 100.00");
    assertThat(surcharge("2025-05-04")).isEqualTo("CNY 200.00");
    assertThat(surcharge("2025-06-04")).isEqualTo("CNY 300.00");
    assertThat(surcharge("2025-07-04")).isEqualTo("CNY 400.00");
    assertThat(surcharge("2025-08-04")).isEqualTo("CNY 500.00");
    assertThat(surcharge("2025-09-03")).isEqualTo("CNY 500.00");
  }

  @Test
  void afterTheGraceTheRightEndedOnTheOldDay() {
    assertThat(BOOK.annuity(paid("2025-09-04", Set.of())).orThrow())
        .isEqualTo(new Annuity.Ended(END, "cn.patent.restoration"));
  }

  @Test
  void graceThatMovedOpensNoSeventhMonth() {
    // end 2025-04-05 (a holiday), moved to 7 April; grace 2025-10-05 moved past the holiday to 9
    AnnuityQuestion asked =
        new AnnuityQuestion(
            PatentKind.INVENTION_PATENT,
            7,
            3,
            LocalDate.of(2025, 4, 5),
            LocalDate.of(2025, 4, 7),
            LocalDate.of(2025, 10, 9),
            LocalDate.of(2025, 10, 9),
            Set.of());
    // 25 % of 2000
    assertThat(((Annuity.Payable) BOOK.annuity(asked).orThrow()).surcharge().toString())
        .isEqualTo("CNY 500.00");
  }

  @Test
  void theLargerReductionAppliesAloneAndNotToTheSurcharge() {
    Annuity.Payable both =
        (Annuity.Payable)
            BOOK.annuity(paid("2025-04-04", Set.of(Ground.SOLE_RELIEF, Ground.OPEN_LICENCE)))
                .orThrow();
    // 85 % of 2000 = 1700, and the surcharge is 5 % of the full 2000; 2000 - 1700 + 100
    assertThat(both.reduced().toString()).isEqualTo("CNY 1700.00");
    assertThat(both.ground()).contains(Ground.SOLE_RELIEF);
    assertThat(both.surcharge().toString()).isEqualTo("CNY 100.00");
    assertThat(both.total().toString()).isEqualTo("CNY 400.00");
    // 70 % of 2000; 15 % of 2000
    assertThat(reduced(Set.of(Ground.JOINT_RELIEF))).isEqualTo("CNY 1400.00");
    assertThat(reduced(Set.of(Ground.OPEN_LICENCE))).isEqualTo("CNY 300.00");
  }

  @Test
  void reliefLastsTenAnnualFeesFromTheGrant() {
    // granted in year 3: years 3 to 12
    for (int year : List.of(3, 12)) {
      assertThat(relieved(year)).isTrue();
    }
    assertThat(relieved(2)).isFalse();
    assertThat(relieved(13)).isFalse();
  }

  @Test
  void leastSureSourceIsCarried() {
    assertThat(
            ((Annuity.Payable) BOOK.annuity(paid("2025-04-04", Set.of())).orThrow()).confidence())
        .isEqualTo(Confidence.RECALLED);
  }

  @Test
  void renewalIsCheaperOnlineAndUnknownBeforeItsScale() {
    LocalDate on = LocalDate.of(2026, 11, 22);
    assertThat(BOOK.once("cn.mark.renewal", Filing.PAPER, on).orThrow().amount().toString())
        .isEqualTo("CNY 500.00");
    assertThat(BOOK.once("cn.mark.renewal", Filing.ONLINE, on).orThrow().amount().toString())
        .isEqualTo("CNY 450.00");
    assertThat(BOOK.once("cn.patent.restoration", Filing.ONLINE, on).orThrow().amount().toString())
        .isEqualTo("CNY 1000.00");
    assertThat(BOOK.once("cn.mark.renewal", Filing.PAPER, LocalDate.of(2019, 6, 30)).refusal())
        .isPresent();
  }

  @Test
  void refusesFeeWithoutSource() {
    String text =
        """
        annuities:
          - {right: design, from: 2020-01-01, first_year: 1, last_year: 3, amount: "1.00"}
        surcharges: []
        reductions: []
        once: []
        """;
    assertThatThrownBy(() -> FeeBook.read("x", text))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("citation");
  }

  @Test
  void refusesFeesThatCannotBe() {
    String text =
        """
        annuities:
          - right: design
            from: 2020-01-01
            first_year: 3
            last_year: 1
            amount: "-1.00"
            citation: &c {instrument: x, article: y, confidence: recalled}
        surcharges: []
        reductions:
          - {ground: sole-relief, from: 2020-01-01, percent: 101, years: 6, citation: *c}
        once: []
        """;
    assertThatThrownBy(() -> FeeBook.read("x", text))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("line 2: The years are in order")
        .hasMessageContaining("line 6: A fee is not negative")
        .hasMessageContaining("line 10: A percentage is 0 to 100");
  }

  /// 财税〔2024〕23号 is of 2024-07-15; nothing was found that gave less before.
  @Test
  void theOpenLicenceCountsFromItsNotice() {
    AnnuityQuestion before =
        new AnnuityQuestion(
            PatentKind.INVENTION_PATENT,
            7,
            3,
            LocalDate.of(2024, 7, 14),
            LocalDate.of(2024, 7, 15),
            LocalDate.of(2025, 1, 14),
            LocalDate.of(2024, 7, 15),
            Set.of(Ground.OPEN_LICENCE));
    assertThat(((Annuity.Payable) BOOK.annuity(before).orThrow()).ground()).isEmpty();
  }

  private static boolean relieved(int year) {
    AnnuityQuestion asked =
        new AnnuityQuestion(
            PatentKind.INVENTION_PATENT,
            year,
            3,
            END,
            END,
            END.plusMonths(6),
            END,
            Set.of(Ground.SOLE_RELIEF));
    return ((Annuity.Payable) BOOK.annuity(asked).orThrow()).ground().isPresent();
  }

  private static String reduced(Set<Ground> grounds) {
    return ((Annuity.Payable) BOOK.annuity(paid("2025-03-03", grounds)).orThrow())
        .reduced()
        .toString();
  }

  private static String surcharge(String day) {
    return ((Annuity.Payable) BOOK.annuity(paid(day, Set.of())).orThrow()).surcharge().toString();
  }

  private static String full(PatentKind kind, int year) {
    return ((Annuity.Payable) BOOK.annuity(asked(kind, year, END)).orThrow()).full().toString();
  }

  /// Year 7 of an invention, 2000 yuan, granted in year 3.
  private static AnnuityQuestion paid(String day, Set<Ground> grounds) {
    return new AnnuityQuestion(
        PatentKind.INVENTION_PATENT,
        7,
        3,
        END,
        END,
        END.plusMonths(6),
        LocalDate.parse(day),
        grounds);
  }

  private static AnnuityQuestion asked(PatentKind kind, int year, LocalDate paidOn) {
    return new AnnuityQuestion(kind, year, 3, END, END, END.plusMonths(6), paidOn, Set.of());
  }
}
