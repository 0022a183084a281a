package org.zhiheng.cashflow.solve;

import java.util.Locale;
import org.zhiheng.values.Parsed;

/// What level is looked for.
public enum Target {
  /// The highest rate of default of the whole pool, the same every year (CDR by days over 365,
  /// instead of the rates assumed), at which the tranche is paid in full: the first-loss run.
  DEFAULT_RATE(0, 1_000_000),
  /// The highest multiple of all rates of default and of other events as they are assumed at which
  /// the tranche is paid in full.
  DEFAULT_MULTIPLE(0, 1_000_000_000),
  /// The lowest part recovered, of all that defaults, at which the tranche is paid in full.
  RECOVERY(0, 1_000_000),
  /// The highest rate of early payment, the same every year (CPR), at which the tranche is paid in
  /// full.
  PREPAY_RATE(0, 1_000_000),
  /// The highest coupon of the tranche, fixed, at which residual rules are still paid something:
  /// where the residual becomes zero.
  COUPON(0, 1_000_000);

  /// Levels are whole numbers of millionths.
  static final int SCALE = 6;

  private final long least;
  private final long most;

  Target(long least, long most) {
    this.least = least;
    this.most = most;
  }

  /// The least level that is tried, in millionths.
  long least() {
    return least;
  }

  /// The most.
  long most() {
    return most;
  }

  /// `default-rate`
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it holds at low levels, rather than at high ones.
  boolean holdsLow() {
    return this != RECOVERY;
  }

  /// Reads a code.
  public static Parsed<Target> parse(String text) {
    for (Target target : values()) {
      if (target.code().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Parsed.ok(target);
      }
    }
    return Parsed.refused(
        "deal-target",
        text,
        "A target is default-rate, default-multiple, recovery, prepay-rate or coupon.");
  }
}
