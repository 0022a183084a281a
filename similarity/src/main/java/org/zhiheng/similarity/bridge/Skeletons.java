package org.zhiheng.similarity.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Coarse codes of sound that a name in Latin letters and one in Han characters share: the classes
/// of their consonants in order.
///
/// Classes: `P` lips (b p f v), `N` nasals (m n ng), `T` (d t), `K` (g k h, hard c), `S` hissing (s
/// z x j q zh ch sh, soft c and g), `L` (l r). Vowels, w and y have none. What may be read in two
/// ways gives two codes.
final class Skeletons {

  private static final int VARIANTS_MAX = 4;
  private static final int GRAM = 3;

  private Skeletons() {}

  /// The codes of Latin letters: `McDonalds` is `NKTNLTS`.
  static Set<String> ofLatin(String letters) {
    Set<String> codes = new LinkedHashSet<>(List.of(""));
    int length = letters.length();
    for (int at = 0; at < length; at++) {
      char letter = letters.charAt(at);
      char next = at + 1 < length ? letters.charAt(at + 1) : ' ';
      if (at > 0 && letter == letters.charAt(at - 1) && !Letters.isVowel(letter)) {
        continue;
      }
      boolean soft = next == 'e' || next == 'i' || next == 'y';
      boolean closed = !Letters.isVowel(next);
      switch (letter) {
        case 'b', 'f', 'v' -> append(codes, "P");
        case 'p' -> append(codes, "P");
        case 'm', 'n' -> append(codes, "N");
        case 'd', 't' -> append(codes, "T");
        case 'l' -> append(codes, "L");
        case 'r' -> {
          if (closed) {
            append(codes, "", "L");
          } else {
            append(codes, "L");
          }
        }
        case 'k', 'q' -> append(codes, "K");
        case 'c' -> {
          if (next == 'h') {
            append(codes, "S", "K");
            at++;
          } else if (next == 'k') {
            append(codes, "K");
            at++;
          } else {
            append(codes, soft ? "S" : "K");
          }
        }
        case 'g' -> {
          if (at > 0 && letters.charAt(at - 1) == 'n' && closed) {
            append(codes, "");
          } else if (soft) {
            append(codes, "K", "S");
          } else {
            append(codes, "K");
          }
        }
        case 'h' -> {
          boolean silent = at > 0 && !Letters.isVowel(letters.charAt(at - 1));
          append(codes, silent || closed ? "" : "K");
        }
        case 'x' -> {
          if (at == 0 || soft) {
            append(codes, "S", "KS");
          } else {
            append(codes, "KS");
          }
        }
        case 's', 'z', 'j' -> append(codes, "S");
        default -> append(codes, "");
      }
    }
    return codes;
  }

  /// The codes of syllables of Mandarin, spelt in pinyin: `mai dang lao` is `NTNL`.
  ///
  /// @param syllables the likeliest reading of each character; an unread character is empty
  static Set<String> ofPinyin(List<String> syllables) {
    Set<String> codes = new LinkedHashSet<>(List.of(""));
    for (String syllable : syllables) {
      if (syllable.isEmpty()) {
        continue;
      }
      switch (syllable.charAt(0)) {
        case 'b', 'p', 'f' -> append(codes, "P");
        case 'm', 'n' -> append(codes, "N");
        case 'd', 't' -> append(codes, "T");
        case 'l', 'r' -> append(codes, "L");
        case 'g', 'k', 'h' -> append(codes, "K");
        case 'z', 'c', 's' -> append(codes, "S");
        case 'j', 'q', 'x' -> append(codes, "S", "K");
        default -> append(codes, "");
      }
      if (syllable.equals("er")) {
        append(codes, "L");
      } else if (syllable.length() > 1 && (syllable.endsWith("n") || syllable.endsWith("ng"))) {
        append(codes, "N");
      }
    }
    return codes;
  }

  /// What an index files a code under: whole, and its runs of three with both ends marked.
  static List<String> keys(String code) {
    List<String> keys = new ArrayList<>();
    if (code.length() >= 2) {
      keys.add("s:" + code);
    }
    String marked = "^" + code + "$";
    for (int at = 0; code.length() >= 2 && at + GRAM <= marked.length(); at++) {
      keys.add("g:" + marked.substring(at, at + GRAM));
    }
    return keys;
  }

  private static void append(Set<String> codes, String... endings) {
    List<String> before = List.copyOf(codes);
    codes.clear();
    for (String ending : endings) {
      for (String code : before) {
        if (codes.size() < VARIANTS_MAX) {
          codes.add(code + ending);
        }
      }
    }
  }
}
