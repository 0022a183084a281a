package org.zhiheng.jobs.finance.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What inventors are owed.
final class RewardStatementTest {

  private static final RewardLaw LAW = RewardLaw.load();

  private static Money yuan(String amount) {
    return Money.parse("CNY " + amount).orThrow();
  }

  private static RewardQuestion question(
      RewardQuestion.Employer employer,
      RewardQuestion.Income source,
      Optional<String> agreed,
      boolean heilongjiang) {
    return new RewardQuestion(
        RightKind.INVENTION_PATENT,
        Optional.of(LocalDate.of(2026, 11, 30)),
        employer,
        source,
        yuan("1000.01"),
        yuan("100.00"),
        Optional.empty(),
        agreed.map(BigDecimal::new),
        heilongjiang,
        List.of(new RewardQuestion.Inventor("甲", 2), new RewardQuestion.Inventor("乙", 1)));
  }

  /// Half of 900.01 is 450.005: 450.01 at least; two thirds of it 300.01, a third 150.00. The grant
  /// is owed 4,000.00 by the last day of February, three months after 30 November.
  @Test
  void withoutAnAgreementTheLeastOfTheLawIsOwed() {
    RewardStatement statement =
        RewardStatement.of(
            question(
                RewardQuestion.Employer.COMPANY,
                RewardQuestion.Income.LICENCE,
                Optional.empty(),
                false),
            LAW);
    assertThat(statement.net()).isEqualTo(yuan("900.01"));
    assertThat(statement.share().amount()).isEqualTo(yuan("450.01"));
    assertThat(statement.inventors())
        .containsExactly(
            new RewardStatement.Owed("甲", yuan("2666.67"), yuan("300.01")),
            new RewardStatement.Owed("乙", yuan("1333.33"), yuan("150.00")));
    assertThat(statement.reward().due()).contains(LocalDate.of(2027, 2, 28));
    assertThat(statement.deduction()).isEqualTo("50% of net-licence-income");
    assertThat(statement.notes()).isEmpty();
  }

  @Test
  void aCompanyMayAgreeOnLessAStateInstituteMayNot() {
    Optional<String> less = Optional.of("10");
    RewardStatement company =
        RewardStatement.of(
            question(RewardQuestion.Employer.COMPANY, RewardQuestion.Income.LICENCE, less, false),
            LAW);
    assertThat(company.share().basis().agreed()).isTrue();
    assertThat(company.share().amount()).isEqualTo(yuan("90.01"));
    RewardStatement state =
        RewardStatement.of(
            question(RewardQuestion.Employer.STATE, RewardQuestion.Income.LICENCE, less, false),
            LAW);
    assertThat(state.share().percent()).isEqualByComparingTo("50");
    assertThat(state.notes())
        .extracting(RewardStatement.Note::code)
        .containsExactly("agreement-below-floor");
    RewardStatement more =
        RewardStatement.of(
            question(
                RewardQuestion.Employer.STATE,
                RewardQuestion.Income.LICENCE,
                Optional.of("60"),
                false),
            LAW);
    assertThat(more.share().basis().agreed()).isTrue();
  }

  /// 70 % and 10 %: a fifth of the net income is free to back a deal; what the regulation of 2025
  /// says was not read, and whether rent for a licence back counts is open.
  @Test
  void theProvincesNoticeAndWhatIsUnknownAreNamed() {
    RewardStatement statement =
        RewardStatement.of(
            question(
                RewardQuestion.Employer.STATE,
                RewardQuestion.Income.LICENCE_BACK,
                Optional.empty(),
                true),
            LAW);
    assertThat(statement.deduction()).isEqualTo("80% of net-licence-income");
    assertThat(statement.helpers().orElseThrow().amount()).isEqualTo(yuan("90.01"));
    assertThat(statement.notes())
        .extracting(RewardStatement.Note::code)
        .containsExactly("region-2025-unread", "licence-back-open");
  }

  /// Whatever the weights, nobody is owed a fen more or less than the whole, and never less than
  /// the law's part of it.
  @Seeds(100)
  void thePartsAreTheWhole(Seed seed) {
    List<RewardQuestion.Inventor> inventors = new ArrayList<>();
    for (int i = 0; i < seed.between(1, 12); i++) {
      inventors.add(new RewardQuestion.Inventor("P" + i, seed.between(1, 50)));
    }
    Money income = new Money(seed.between(0, 1_000_000_000), yuan("0.00").currency());
    Money costs = new Money(seed.between(0, 1_000_000_000), yuan("0.00").currency());
    RewardStatement statement =
        RewardStatement.of(
            new RewardQuestion(
                RightKind.DESIGN,
                Optional.empty(),
                RewardQuestion.Employer.STATE,
                RewardQuestion.Income.TRANSFER,
                income,
                costs,
                Optional.empty(),
                Optional.empty(),
                false,
                inventors),
            LAW);
    long parts = statement.inventors().stream().mapToLong(one -> one.remuneration().minor()).sum();
    assertThat(parts).isEqualTo(statement.share().amount().minor());
    assertThat(2 * parts).isBetween(statement.net().minor(), statement.net().minor() + 1);
    assertThat(statement.inventors().stream().mapToLong(one -> one.reward().minor()).sum())
        .isEqualTo(150_000);
    assertThat(statement.reward().due()).isEmpty();
  }

  @Test
  void refusesAllThatIsWrongInOnePass() {
    ProblemsException refused =
        catchThrowableOfType(
            ProblemsException.class,
            () ->
                RewardStatement.of(
                    new RewardQuestion(
                        RightKind.MARK,
                        Optional.empty(),
                        RewardQuestion.Employer.COMPANY,
                        RewardQuestion.Income.LICENCE,
                        yuan("-1.00"),
                        yuan("0.00"),
                        Optional.empty(),
                        Optional.of(new BigDecimal("100.1")),
                        false,
                        List.of(
                            new RewardQuestion.Inventor("甲", 0),
                            new RewardQuestion.Inventor("甲", 1))),
                    LAW));
    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly(
            "reward-kind", "reward-amount", "reward-share", "reward-inventor", "reward-inventor");
  }
}
