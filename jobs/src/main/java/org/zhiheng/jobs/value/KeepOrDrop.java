package org.zhiheng.jobs.value;

import java.util.Locale;
import java.util.Optional;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.right.Right;
import org.zhiheng.valuation.Conclusion;
import org.zhiheng.values.Money;

/// A fee beside what the right may be worth. It advises and does nothing: whether a right is let go
/// is a person's decision.
///
/// The rule is [#RULE]. What backs a debt or is licensed is never advised to be let go: its end
/// would be felt by somebody else. Without a value the advice is to look.
///
/// @param fee to be paid
/// @param value the range of the model, where there is one
/// @param advice what the rule says
/// @param reason why, in one sentence
public record KeepOrDrop(FeeDue fee, Optional<Conclusion> value, Advice advice, String reason) {

  /// By name and version.
  public static final String RULE = "keep-or-drop-1";

  /// What the rule says.
  public enum Advice {
    /// 保留: the low end of the value is no less than the fee.
    KEEP,
    /// 放弃: the high end of the value is less than the fee.
    DROP,
    /// 斟酌: a person must look.
    LOOK;

    /// `keep`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Advises.
  ///
  /// @param right as it stands on the day of payment
  /// @param value in the fee's currency
  public static KeepOrDrop of(Right right, FeeDue fee, Optional<Conclusion> value) {
    Optional<Interest> bound =
        right.interests().open().stream()
            .filter(one -> one instanceof Interest.Pledge || one instanceof Interest.Licence)
            .findFirst();
    if (value.isEmpty()) {
      return new KeepOrDrop(fee, value, Advice.LOOK, "No method could say what it is worth.");
    }
    Conclusion range = value.get();
    if (atLeast(range.low(), fee.total())) {
      return new KeepOrDrop(
          fee, value, Advice.KEEP, "Even the low end of the value is no less than the fee.");
    }
    if (atLeast(range.high(), fee.total())) {
      return new KeepOrDrop(fee, value, Advice.LOOK, "The fee lies within the range of the value.");
    }
    return bound.isPresent()
        ? new KeepOrDrop(
            fee,
            value,
            Advice.LOOK,
            "The value is below the fee, and it is pledged or licensed: its end would be felt by"
                + " somebody else.")
        : new KeepOrDrop(
            fee, value, Advice.DROP, "Even the high end of the value is below the fee.");
  }

  /// The model's figures are floating; half a unit of money decides nothing.
  private static boolean atLeast(double figure, Money fee) {
    return figure >= Double.parseDouble(fee.decimal());
  }
}
