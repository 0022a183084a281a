package org.zhiheng.jobs.access;

import java.text.Normalizer;
import java.util.Locale;
import org.zhiheng.values.Parsed;

/// The name that a user signs in under: unique over all organisations, case folded.
///
/// May be an e-mail address; letters of any script, digits and `. _ - @ +`.
///
/// @param text 2..[#LENGTH_MAX] characters, NFKC, lower case
public record LoginName(String text) implements Comparable<LoginName> {

  /// The longest e-mail address that mail can carry (RFC 5321, 4.5.3.1.3: a path has 256 octets).
  public static final int LENGTH_MAX = 254;

  private static final String FORM = "[\\p{L}\\p{M}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}._@+-]+";

  /// @throws IllegalArgumentException when it is not in folded form
  public LoginName {
    if (!fits(text) || !text.equals(folded(text))) {
      throw new IllegalArgumentException("not a folded login name: " + text);
    }
  }

  /// Folds and checks a name as typed.
  public static Parsed<LoginName> parse(String typed) {
    // Cut before folding: NFKC may make a text up to 18 times longer.
    String folded = typed.length() > LENGTH_MAX ? "" : folded(typed.strip());
    return fits(folded)
        ? Parsed.ok(new LoginName(folded))
        : Parsed.refused(
            "login-name",
            typed,
            "A login name has 2 to "
                + LENGTH_MAX
                + " letters, digits or . _ - @ + and begins with a letter or digit.");
  }

  private static boolean fits(String text) {
    return text.length() <= LENGTH_MAX && text.matches(FORM);
  }

  private static String folded(String text) {
    return Normalizer.normalize(
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT),
        Normalizer.Form.NFKC);
  }

  @Override
  public int compareTo(LoginName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
