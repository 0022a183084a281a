package org.zhiheng.similarity.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words that add little to a name, each of a kind: the lists beside this class.
final class Affixes {

  /// No word of the lists is longer.
  private static final int LENGTH_MAX = 18;

  /// Letters by their lowest bits: those that share them are looked up together.
  private static final int LETTERS = 128;

  /// A shorter word inside a run of letters is chance.
  private static final int INSIDE_MIN = 3;

  /// Behind so many letters a word of two counts.
  private static final int SHORT_BEHIND_MIN = 8;

  private final Map<String, AffixKind> words = new HashMap<>();
  private final Map<String, AffixKind> han = new HashMap<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> endings = new HashSet<>();

  /// By the first letter and by the last: how long what counts as a word may be, one bit for each
  /// length. Only such runs are looked up.
  private final int[] lengthsFrom = new int[LETTERS];

  private final int[] lengthsTo = new int[LETTERS];

  private Affixes() {
    for (String line : lines("small.txt")) {
      small.addAll(List.of(line.split(" ", -1)));
    }
    list("quality.txt", AffixKind.QUALITY);
    list("generic.txt", AffixKind.GENERIC);
    list("place.txt", AffixKind.PLACE);
    list("company-form.txt", AffixKind.COMPANY_FORM);
    words.keySet().forEach(this::noteLengths);
    for (String line : lines("domain.txt")) {
      endings.addAll(List.of(line.split(" ", -1)));
    }
    for (String line : lines("han.txt")) {
      String[] cells = line.split(" ", -1);
      for (AffixKind kind : AffixKind.values()) {
        if (kind.code().equals(cells[0])) {
          for (int at = 1; at < cells.length; at++) {
            han.putIfAbsent(cells[at], kind);
          }
        }
      }
    }
  }

  static Affixes load() {
    return new Affixes();
  }

  // as it is, and with s or es behind it
  private void noteLengths(String word) {
    int own = 1 << word.length();
    int plural = own << 1 | own << 2;
    lengthsFrom[word.charAt(0) & (LETTERS - 1)] |= own | plural;
    lengthsTo[word.charAt(word.length() - 1) & (LETTERS - 1)] |= own;
    lengthsTo['s' & (LETTERS - 1)] |= plural;
  }

  private void list(String file, AffixKind kind) {
    for (String line : lines(file)) {
      for (String word : line.split(" ", -1)) {
        words.put(word, kind);
      }
    }
  }

  private static List<String> lines(String file) {
    InputStream stream = Affixes.class.getResourceAsStream(file);
    if (stream == null) {
      throw new IllegalStateException("resource must be on the class path: " + file);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /// Whether a label is a registry's ending.
  boolean ending(String label) {
    return endings.contains(label);
  }

  /// What a word of its own is; its plural counts too.
  AffixKind word(String word) {
    return small.contains(word) ? AffixKind.GENERIC : inside(word);
  }

  /// What a word inside a run is.
  private AffixKind inside(String word) {
    AffixKind kind = words.get(word);
    if (kind == null && word.length() > 3 && word.endsWith("s")) {
      kind = words.get(word.substring(0, word.length() - 1));
      if (kind == null && word.endsWith("es")) {
        kind = words.get(word.substring(0, word.length() - 2));
      }
    }
    return kind == null ? AffixKind.OTHER : kind;
  }

  /// The length of the longest word with which a run begins from here, 0 for none.
  int head(CharSequence run, int from, int to) {
    int lengths = to > from ? lengthsFrom[run.charAt(from) & (LETTERS - 1)] : 0;
    for (int length = Math.min(LENGTH_MAX, to - from); length >= INSIDE_MIN; length--) {
      if ((lengths >>> length & 1) != 0
          && inside(run.subSequence(from, from + length).toString()) != AffixKind.OTHER) {
        return length;
      }
    }
    return 0;
  }

  /// The length of the longest word with which a run ends here, 0 for none; behind a long run also
  /// a place of two letters.
  int tail(CharSequence run, int from, int to) {
    int lengths = to > from ? lengthsTo[run.charAt(to - 1) & (LETTERS - 1)] : 0;
    for (int length = Math.min(LENGTH_MAX, to - from); length >= INSIDE_MIN; length--) {
      if ((lengths >>> length & 1) != 0
          && inside(run.subSequence(to - length, to).toString()) != AffixKind.OTHER) {
        return length;
      }
    }
    return to - from >= SHORT_BEHIND_MIN
            && inside(run.subSequence(to - 2, to).toString()) == AffixKind.PLACE
        ? 2
        : 0;
  }

  /// What a Chinese word is, in simplified characters.
  AffixKind han(String word) {
    return han.getOrDefault(word, AffixKind.OTHER);
  }
}
