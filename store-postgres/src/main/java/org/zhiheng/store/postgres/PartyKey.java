package org.zhiheng.store.postgres;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What two spellings of one name share: case, width and spaces aside they are the same.
final class PartyKey {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PartyKey() {}

  /// The key of a name; empty for a blank one.
  static String of(String name) {
    String folded =
        Normalizer.isNormalized(name, Normalizer.Form.NFKC)
            ? name
            : Normalizer.normalize(name, Normalizer.Form.NFKC);
    return SPACES.matcher(folded.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /// Whether a name holds a Han character.
  static boolean chinese(String name) {
    return name.codePoints()
        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
  }
}
