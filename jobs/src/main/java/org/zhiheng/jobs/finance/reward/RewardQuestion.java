package org.zhiheng.jobs.finance.reward;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;

/// What is asked about the inventors of a patent.
///
/// @param kind of the patent
/// @param grantedOn the day the grant was announced; none while there is none
/// @param employer who owns it
/// @param source where the income is from
/// @param income of the period, or operating profit for own use
/// @param costs that are taken off it before it is net
/// @param agreedReward what was agreed for the grant
/// @param agreedPercent the share of net income that was agreed
/// @param heilongjiang whether the completers carry the transfer out in that province, as its
///   notice of 2022 asks
/// @param inventors with the weight each has
public record RewardQuestion(
    RightKind kind,
    Optional<LocalDate> grantedOn,
    Employer employer,
    Income source,
    Money income,
    Money costs,
    Optional<Money> agreedReward,
    Optional<BigDecimal> agreedPercent,
    boolean heilongjiang,
    List<Inventor> inventors) {

  /// Inventors of one patent.
  public static final int INVENTORS_MAX = 200;

  /// Copies the list.
  public RewardQuestion {
    inventors = List.copyOf(inventors);
  }

  /// Somebody who is owed.
  ///
  /// @param weight above zero; parts are by weight
  public record Inventor(String name, long weight) {}

  /// Who employs the inventors.
  public enum Employer {
    /// 企业: whatever was agreed holds.
    COMPANY,
    /// 国家设立的研究开发机构、高等院校: nothing below the law's shares can be agreed.
    STATE;

    /// `state`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Where income is from.
  public enum Income {
    /// 许可
    LICENCE,
    /// 回授许可（售后返许可）的许可费
    LICENCE_BACK,
    /// 转让
    TRANSFER,
    /// 自行实施
    OWN_USE;

    /// `licence-back`
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// All that is wrong with it.
  public List<Problem> problems() {
    List<Problem> wrong = new ArrayList<>();
    if (kind.family() != RightKind.Family.PATENT) {
      wrong.add(
          Problem.of(
              "reward-kind", "kind", kind.toString(), "Rewards are of patents, models, designs."));
    }
    if (!income.currency().equals(costs.currency())) {
      wrong.add(
          Problem.of(
              "reward-amount",
              "costs",
              costs.toString(),
              "Costs are in the currency of the income, " + income.currency() + "."));
    }
    if (income.minor() < 0 || costs.minor() < 0) {
      wrong.add(
          Problem.of(
              "reward-amount",
              "income",
              income + ", " + costs,
              "Income and costs are amounts of 0 or more."));
    }
    if (agreedPercent
        .filter(one -> one.signum() < 0 || one.compareTo(BigDecimal.valueOf(100)) > 0)
        .isPresent()) {
      wrong.add(
          Problem.of(
              "reward-share",
              "agreed",
              agreedPercent.get().toPlainString(),
              "A share is from 0% to 100%."));
    }
    if (inventors.isEmpty() || inventors.size() > INVENTORS_MAX) {
      wrong.add(
          Problem.of(
              "required",
              "inventor",
              Integer.toString(inventors.size()),
              "From 1 to " + INVENTORS_MAX + " inventors are named."));
    }
    Set<String> names = new HashSet<>();
    for (Inventor one : inventors) {
      boolean again = !names.add(one.name());
      if (one.name().isBlank() || one.weight() < 1 || again) {
        wrong.add(
            Problem.of(
                "reward-inventor",
                "inventor",
                one.name() + "=" + one.weight(),
                "Each inventor is named once, with a weight of 1 or more."));
      }
    }
    return wrong;
  }
}
