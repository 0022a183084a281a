package org.zhiheng.store.postgres.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The form in which texts are looked through.
///
/// A text is cut into runs, each behind one space: *narrow* runs of `a`–`z` and `0`–`9`, *wide*
/// runs of any other letters, digits and marks (Han characters above all). Case and width are
/// folded (NFKC, lower case); everything else separates. `一种3D打印机（改进）` becomes ` 一种 3d 打印机 改进`. No
/// character of a pattern is left in it: it goes into LIKE as it is.
public final class SearchText {

  private SearchText() {}

  /// The normal form: empty, or begins with a space.
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    append(text, out);
    return out.toString();
  }

  /// Appends the normal form to what is there.
  public static void append(String text, StringBuilder out) {
    String folded =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    folded = folded.toLowerCase(Locale.ROOT);
    Run before = Run.NONE;
    int at = 0;
    while (at < folded.length()) {
      int point = folded.codePointAt(at);
      at += Character.charCount(point);
      Run run = runOf(point);
      if (run != Run.NONE) {
        if (run != before) {
          out.append(' ');
        }
        out.appendCodePoint(point);
      }
      before = run;
    }
  }

  /// The runs of a text.
  public static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    for (String run : of(text).split(" ", -1)) {
      if (!run.isEmpty()) {
        runs.add(run);
      }
    }
    return runs;
  }

  /// Whether a run is narrow.
  static boolean narrow(String run) {
    return narrow(run.charAt(0));
  }

  static boolean narrow(int point) {
    return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
  }

  /// The LIKE pattern that finds a run of a term: a narrow run of one or two characters at the
  /// beginning of a run only, any other anywhere.
  public static String pattern(String run) {
    boolean brief = narrow(run) && run.length() <= BRIEF_LENGTH_MAX;
    return (brief ? "% " : "%") + run + "%";
  }

  /// Narrow runs up to this length would be found in nearly every word.
  static final int BRIEF_LENGTH_MAX = 2;

  private static Run runOf(int point) {
    if (narrow(point)) {
      return Run.NARROW;
    }
    if (point < 0x80) {
      return Run.NONE;
    }
    return switch (Character.getType(point)) {
      case Character.LOWERCASE_LETTER,
          Character.UPPERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          Run.WIDE;
      default -> Run.NONE;
    };
  }

  private enum Run {
    NONE,
    NARROW,
    WIDE
  }
}
