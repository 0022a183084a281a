package org.zhiheng.server.deals;

import java.util.Optional;
import java.util.function.Function;

/// What the workbench was asked.
///
/// @param other a second deal to compare with; blank for none
/// @param otherAssume what is assumed of it; blank for the same as of the first
/// @param paths how many are drawn
/// @param seed what gives the same paths again
record Bench(
    String deal,
    String assume,
    String other,
    String otherAssume,
    Stress stress,
    int paths,
    long seed) {

  static final int PATHS = 10_000;
  static final long SEED = 7;

  /// Names of the texts, as problems have them.
  static final String DEAL = "deal";

  static final String OTHER = "deal2";

  /// An example, as it ships.
  static Bench of(Examples.Example example) {
    return new Bench(example.deal(), example.assume(), "", "", Stress.NONE, PATHS, SEED);
  }

  /// Reads the form; what is no number there, or out of range, is as it was meant to be left.
  static Bench of(Function<String, String> param) {
    return new Bench(
        text(param, DEAL),
        text(param, "assume"),
        text(param, OTHER),
        text(param, "assume2"),
        new Stress(
            number(param, "defaults", Stress.DEFAULTS_MAX).orElse(Stress.NONE.defaults()),
            number(param, "recovery", Stress.RECOVERY_MAX).orElse(Stress.NONE.recovery()),
            number(param, "prepay", Stress.PREPAY_MAX).orElse(Stress.NONE.prepay())),
        number(param, "paths", Outcome.PATHS_MAX).filter(some -> some > 0).orElse(PATHS),
        number(param, "seed", 999_999_999).map(Integer::longValue).orElse(SEED));
  }

  Draft first() {
    return Draft.of(DEAL, deal, assume).planned(DEAL);
  }

  /// The second, if there is one.
  Optional<Draft> second() {
    return other.isBlank()
        ? Optional.empty()
        : Optional.of(
            Draft.of(OTHER, other, otherAssume.isBlank() ? assume : otherAssume).planned(OTHER));
  }

  private static String text(Function<String, String> param, String name) {
    return param.apply(name).replace("\r\n", "\n");
  }

  private static Optional<Integer> number(Function<String, String> param, String name, int most) {
    String text = param.apply(name).strip();
    return Optional.of(text)
        .filter(one -> one.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .filter(one -> one <= most);
  }
}
