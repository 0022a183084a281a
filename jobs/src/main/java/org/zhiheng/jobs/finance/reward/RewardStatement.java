package org.zhiheng.jobs.finance.reward;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.Money;
import org.zhiheng.values.ProblemsException;

/// What inventors are owed: what was agreed, or else what the law sets as least; it comes off the
/// income before anything of it can back a debt. Pure.
///
/// Known weaknesses: costs are taken as given, the law does not say which count; own use is owed
/// three to five years, of which one is asked here.
///
/// @param reward for the grant: once, by its day
/// @param net income less costs, never below zero
/// @param share of net income, what it comes from, and its amount
/// @param helpers what those who helped are owed beside; none where no rule says so
/// @param inventors each with what they are owed
/// @param notes what is unknown or was set right
public record RewardStatement(
    Reward reward,
    Money net,
    Share share,
    Optional<Share> helpers,
    List<Owed> inventors,
    List<Note> notes) {

  private static final Currency YUAN = Currency.getInstance("CNY");

  /// Copies the lists.
  public RewardStatement {
    inventors = List.copyOf(inventors);
    notes = List.copyOf(notes);
  }

  /// For the grant.
  ///
  /// @param due the last day; none while nothing is granted
  public record Reward(Money amount, Optional<LocalDate> due, Basis basis) {}

  /// Of net income.
  public record Share(BigDecimal percent, Money amount, Basis basis) {}

  /// From where a figure comes.
  ///
  /// @param rule of the law; where it is agreed, the one that would else hold
  public record Basis(boolean agreed, RewardLaw.Rule rule) {}

  /// What one inventor is owed; all of them are owed no fen more or less than the whole.
  public record Owed(String name, Money reward, Money remuneration) {}

  /// Something to be looked at.
  public record Note(String code, RewardLaw.Rule rule) {}

  /// Reckons.
  ///
  /// @throws ProblemsException with all that is wrong with the question
  public static RewardStatement of(RewardQuestion question, RewardLaw law) {
    if (!question.problems().isEmpty()) {
      throw new ProblemsException(question.problems());
    }
    List<Note> notes = new ArrayList<>();
    List<Long> weights =
        question.inventors().stream().map(RewardQuestion.Inventor::weight).toList();
    Reward reward = reward(question, law);
    Money left = question.income().minus(question.costs());
    Money net = left.minor() < 0 ? Money.zero(left.currency()) : left;
    Share share = share(question, net, law, notes);
    Optional<Share> helpers = Optional.empty();
    if (regional(question)) {
      RewardLaw.Rule rule = law.of("heilongjiang-helpers");
      helpers = Optional.of(part(rule.value().orElseThrow(), net, new Basis(false, rule)));
      notes.add(new Note("region-2025-unread", law.of("heilongjiang-2025")));
    }
    if (question.source() == RewardQuestion.Income.LICENCE_BACK) {
      notes.add(new Note("licence-back-open", law.of("licence-back")));
    }
    List<Money> rewards = reward.amount().split(weights);
    List<Money> parts = share.amount().split(weights);
    List<Owed> owed = new ArrayList<>();
    for (int i = 0; i < question.inventors().size(); i++) {
      owed.add(new Owed(question.inventors().get(i).name(), rewards.get(i), parts.get(i)));
    }
    return new RewardStatement(reward, net, share, helpers, owed, notes);
  }

  /// The part of net income that does not back anything, as a deal's `deduct` takes it.
  public String deduction() {
    BigDecimal percent = share.percent().add(helpers.map(Share::percent).orElse(BigDecimal.ZERO));
    return percent.stripTrailingZeros().toPlainString() + "% of net-licence-income";
  }

  private static Reward reward(RewardQuestion question, RewardLaw law) {
    RewardLaw.Rule rule =
        law.of(question.kind() == RightKind.INVENTION_PATENT ? "reward-invention" : "reward-other");
    Money least = Money.parse(YUAN, rule.value().orElseThrow().toPlainString()).orThrow();
    return new Reward(
        question.agreedReward().orElse(least),
        question.grantedOn().map(day -> day.plusMonths(law.value("reward-months").intValueExact())),
        new Basis(question.agreedReward().isPresent(), rule));
  }

  private static boolean regional(RewardQuestion question) {
    return question.heilongjiang()
        && question.employer() == RewardQuestion.Employer.STATE
        && question.source() != RewardQuestion.Income.OWN_USE;
  }

  private static Share share(RewardQuestion question, Money net, RewardLaw law, List<Note> notes) {
    RewardLaw.Rule rule =
        regional(question)
            ? law.of("heilongjiang-completers")
            : law.of(
                question.source() == RewardQuestion.Income.OWN_USE ? "use-share" : "income-share");
    BigDecimal least = rule.value().orElseThrow();
    if (question.agreedPercent().isEmpty()) {
      return part(least, net, new Basis(false, rule));
    }
    BigDecimal agreed = question.agreedPercent().get();
    if (question.employer() == RewardQuestion.Employer.STATE && agreed.compareTo(least) < 0) {
      notes.add(new Note("agreement-below-floor", law.of("state-floor")));
      return part(least, net, new Basis(false, rule));
    }
    return part(agreed, net, new Basis(true, rule));
  }

  /// At least so much is owed: a fen is rounded up.
  private static Share part(BigDecimal percent, Money net, Basis basis) {
    BigDecimal exact = BigDecimal.valueOf(net.minor()).multiply(percent).movePointLeft(2);
    long minor = exact.setScale(0, RoundingMode.CEILING).longValueExact();
    return new Share(percent, new Money(minor, net.currency()), basis);
  }
}
