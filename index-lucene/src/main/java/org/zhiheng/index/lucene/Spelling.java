package org.zhiheng.index.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.han.Syllable;
import org.zhiheng.similarity.word.WordMark;

/// How a name is spelt: its Latin letters and digits, its Han characters, and these in pinyin
/// without tones. What a mark can be found by though a letter is mistyped, and what it is quickly
/// compared by.
///
/// @param letters `a`–`z` and digits, at most [#LENGTH_MAX]; empty when it has none
/// @param pinyin `a`–`z`, at most [#LENGTH_MAX]; empty when it has no Han character that is read
/// @param han at most [#LENGTH_MAX]; of a character beyond 16 bits the low ones
record Spelling(String letters, String pinyin, String han) {

  /// More is not looked at: a row of so many fits into the bits of a `long`.
  static final int LENGTH_MAX = 63;

  /// No name.
  static final Spelling NONE = new Spelling("", "", "");

  /// Longer spellings have runs of four that a mistyped letter leaves as they are.
  private static final int CUT_LENGTH_MAX = 10;

  private static final int RUN = 4;

  static Spelling of(WordMark mark, HanLexicon lexicon) {
    String form = mark.form();
    StringBuilder characters = new StringBuilder();
    StringBuilder han = new StringBuilder();
    form.codePoints()
        .filter(lexicon::isHan)
        .limit(LENGTH_MAX)
        .forEach(point -> {
          characters.appendCodePoint(point);
          han.append((char) point);
        });
    StringBuilder pinyin = new StringBuilder();
    if (!han.isEmpty()) {
      for (Syllable syllable : lexicon.reading(characters.toString())) {
        pinyin.append(syllable.plain());
      }
    }
    return new Spelling(letters(form), letters(pinyin), han.toString());
  }

  private static String letters(CharSequence text) {
    StringBuilder letters = new StringBuilder(text.length());
    for (int at = 0; at < text.length() && letters.length() < LENGTH_MAX; at++) {
      char sign = text.charAt(at);
      if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
        letters.append(sign);
      }
    }
    return letters.toString();
  }

  /// The ways to file a spelling.
  enum KeyKind {
    /// All of it.
    WHOLE,
    /// With one sign left out, or none: two spellings share one when one edit makes the other.
    CUT,
    /// Four signs that stand together; its ends are marked `^` and `$`.
    RUN
  }

  /// One thing to file a name under.
  record Key(KeyKind kind, String text) {}

  /// What the name is filed under, each once: its letters, those of the part that distinguishes,
  /// and its pinyin. Signs that look alike are one in it, and so are two equal ones that stand
  /// together.
  List<Key> keys(WordMark mark) {
    Set<Key> keys = new LinkedHashSet<>();
    String core = letters(mark.core());
    for (String spelling : List.of(letters, core, pinyin)) {
      String plain = plain(spelling);
      if (plain.length() >= 2) {
        keys.add(new Key(KeyKind.WHOLE, plain));
        runs(plain, keys);
      }
    }
    cuts(plain(core), keys);
    cuts(plain(pinyin), keys);
    return new ArrayList<>(keys);
  }

  // every two spellings that one edit makes of each other share one
  static void cuts(String plain, Set<Key> keys) {
    if (plain.length() >= 3 && plain.length() <= CUT_LENGTH_MAX) {
      for (int at = 0; at < plain.length(); at++) {
        keys.add(new Key(KeyKind.CUT, plain.substring(0, at) + plain.substring(at + 1)));
      }
    }
    if (plain.length() >= 2 && plain.length() < CUT_LENGTH_MAX) {
      keys.add(new Key(KeyKind.CUT, plain));
    }
  }

  private static void runs(String plain, Set<Key> keys) {
    String ended = '^' + plain + '$';
    for (int at = 0; at + RUN <= ended.length(); at++) {
      keys.add(new Key(KeyKind.RUN, ended.substring(at, at + RUN)));
    }
  }

  /// Signs taken for each other in print are one, twins too.
  private static String plain(String spelling) {
    StringBuilder plain = new StringBuilder(spelling.length());
    for (int at = 0; at < spelling.length(); at++) {
      char sign = spelling.charAt(at);
      char next = at + 1 < spelling.length() ? spelling.charAt(at + 1) : ' ';
      char looks =
          switch (sign) {
            case '0' -> 'o';
            case '1', 'i' -> 'l';
            case '3' -> 'e';
            case '4' -> 'a';
            case '5' -> 's';
            case '8' -> 'b';
            default -> sign;
          };
      if (sign == 'r' && next == 'n') {
        looks = 'm';
        at++;
      } else if (sign == 'v' && next == 'v') {
        looks = 'w';
        at++;
      }
      if (plain.isEmpty() || plain.charAt(plain.length() - 1) != looks) {
        plain.append(looks);
      }
    }
    return plain.toString();
  }
}
