package org.zhiheng.register.interest;

import java.text.Normalizer;
import java.util.Locale;

/// Decides whether two recorded names are the same party.
@FunctionalInterface
public interface SameParty {

  /// By the names alone: equal in any width, case and spacing. Knows no former names and no
  /// translations.
  SameParty BY_NAME = (one, other) -> folded(one).equals(folded(other));

  /// Whether both names are one party's.
  boolean test(String one, String other);

  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .strip()
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
  }
}
