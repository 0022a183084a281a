package org.zhiheng.jobs.finance;

import java.text.Normalizer;
import org.zhiheng.values.Parsed;

/// What a deal is called here: letters, digits and `. _ -`, 64 at most.
///
/// @param text as typed, in its composed form
public record DealName(String text) {

  private static final String SPELLING = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}";

  /// @throws IllegalArgumentException when it is not spelled so
  public DealName {
    if (!text.matches(SPELLING)) {
      throw new IllegalArgumentException("not the name of a deal: " + text);
    }
  }

  /// Reads a name.
  public static Parsed<DealName> parse(String typed) {
    String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    return text.matches(SPELLING)
        ? Parsed.ok(new DealName(text))
        : Parsed.refused(
            "pledge-deal",
            typed,
            "A deal is named by 1 to 64 letters, digits, dots, hyphens and underscores, the first a"
                + " letter or a digit.");
  }

  @Override
  public String toString() {
    return text;
  }
}
