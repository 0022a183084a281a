package org.zhiheng.seeds;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/// How long a fuzz goes on: its fixed seeds, or with `-Dzhiheng.fuzz.minutes=N` those and then new
/// ones, N minutes for each of its methods.
final class FuzzTime {

  private static final String MINUTES = "zhiheng.fuzz.minutes";
  private static final String ALONE = "seed";

  private FuzzTime() {}

  /// Whether the tests of this class go on for the time that is given.
  static boolean isFuzz(Class<?> tests) {
    return tests.getSimpleName().endsWith("Fuzz");
  }

  /// Whether a time is given, and not one seed alone.
  static boolean isGiven() {
    return alone() == null && minutes() > 0;
  }

  /// The number of the one seed that is asked for.
  static @Nullable String alone() {
    return System.getProperty(ALONE);
  }

  static int minutes() {
    String given = System.getProperty(MINUTES, "");
    return given.isBlank() ? 0 : Integer.parseInt(given);
  }

  /// Where seeds begin that no run had before; the only chance there is, and it is told.
  static long freshSeed() {
    return new SecureRandom().nextLong(1_000_000_000_000L);
  }
}
