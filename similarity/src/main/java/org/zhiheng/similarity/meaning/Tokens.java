package org.zhiheng.similarity.meaning;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/// Cuts a text into runs: Latin words, numbers, and Han runs in simplified characters.
final class Tokens {

  private static final Normalizer2 DECOMPOSED =
      Normalizer2.getInstance(null, "nfkc", Normalizer2.Mode.DECOMPOSE);

  private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
  private final ConcurrentHashMap<Integer, String> folded = new ConcurrentHashMap<>();

  /// A run of letters of one kind.
  ///
  /// @param text small letters, digits, or simplified Han characters
  /// @param han whether it is Han characters
  record Run(String text, boolean han) {}

  /// The runs of the text, in order. Signs and other scripts separate and are left out; apostrophes
  /// are left out without separating; `FamilyMart` is two words.
  List<Run> of(String text) {
    String plain = DECOMPOSED.normalize(text);
    List<Run> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    Kind kind = Kind.NONE;
    int before = ' ';
    for (int at = 0; at < plain.length(); ) {
      int sign = plain.codePointAt(at);
      at += Character.charCount(sign);
      int type = Character.getType(sign);
      if (type == Character.NON_SPACING_MARK || sign == '\'' || sign == '’') {
        continue;
      }
      Kind next = Kind.of(sign);
      int after = at < plain.length() ? plain.codePointAt(at) : ' ';
      boolean hump =
          kind == Kind.LATIN
              && next == Kind.LATIN
              && Character.isUpperCase(sign)
              && (Character.isLowerCase(before)
                  || (Character.isUpperCase(before)
                      && Character.isLowerCase(after)
                      && run.length() > 1));
      if (next != kind || hump) {
        close(runs, run, kind);
        kind = next;
      }
      if (next == Kind.HAN) {
        run.append(folded.computeIfAbsent(sign, this::fold));
      } else if (next != Kind.NONE) {
        run.appendCodePoint(sign);
      }
      before = sign;
    }
    close(runs, run, kind);
    return runs;
  }

  private String fold(int han) {
    return simplified.transliterate(Character.toString(han));
  }

  private static void close(List<Run> runs, StringBuilder run, Kind kind) {
    if (!run.isEmpty()) {
      runs.add(new Run(run.toString().toLowerCase(Locale.ROOT), kind == Kind.HAN));
      run.setLength(0);
    }
  }

  private enum Kind {
    LATIN,
    DIGIT,
    HAN,
    NONE;

    static Kind of(int sign) {
      if (Character.isIdeographic(sign)) {
        return HAN;
      }
      if (sign >= '0' && sign <= '9') {
        return DIGIT;
      }
      return Character.isLetter(sign)
              && Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN
          ? LATIN
          : NONE;
    }
  }
}
