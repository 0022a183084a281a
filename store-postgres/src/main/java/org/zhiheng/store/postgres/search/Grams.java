package org.zhiheng.store.postgres.search;

import java.util.Arrays;
import java.util.List;

/// The codes under which a right stands in the search index: a set of 32-bit numbers.
///
/// Of a wide run: each pair of UTF-16 units (`first << 16 | second`), and its last unit (`last <<
/// 16`): so every unit begins some code, and a single one is found by all known codes that begin
/// with it. Of a narrow run: its first one and two characters, and each three. Of a facet (kind,
/// office, stage, region, beginnings of classes): a code of its name and value. Narrow runs and
/// facets lie where private-use characters would, which no run holds. Pairs and threes only say
/// that a run *may* occur: what is found is looked at again; a facet's code may be another's too.
public final class Grams {

  private static final int NARROW_FIRST = 0xE000_0000;
  private static final int NARROW_THREE = 0xE001_0000;
  private static final int FACET = 0xE100_0000;
  private static final int FACET_MASK = 0x00FF_FFFF;
  private static final int NARROW_COUNT = 37;

  private int[] codes = new int[64];
  private int count;

  /// Adds what a normal form is to be found by.
  ///
  /// @param normal as [SearchText#of] gives it
  public void addText(String normal) {
    int from = 0;
    int length = normal.length();
    while (from < length) {
      if (normal.charAt(from) == ' ') {
        from++;
        continue;
      }
      int to = normal.indexOf(' ', from);
      to = to < 0 ? length : to;
      if (SearchText.narrow(normal.charAt(from))) {
        addNarrow(normal, from, to);
      } else {
        addWide(normal, from, to);
      }
      from = to;
    }
  }

  /// Adds a facet.
  public void addFacet(String name, String value) {
    add(facet(name, value));
  }

  /// Whether a run of a term is a single wide unit: it has no code, but begins many.
  public static boolean single(String run) {
    return run.length() == 1 && !SearchText.narrow(run);
  }

  /// The first code that begins with a single unit; 65,536 of them follow each other.
  public static int firstOf(String single) {
    return single.charAt(0) << 16;
  }

  /// Whether a code is of a wide run.
  public static boolean wide(int code) {
    int first = code >>> 16;
    return first < 0xE000 || first > 0xE1FF;
  }

  /// Adds what a run of a term must be found by; nothing for a [#single] one.
  public void addSought(String run) {
    int length = run.length();
    if (SearchText.narrow(run)) {
      if (length == 1) {
        add(first(run.charAt(0)));
      } else if (length == 2) {
        add(firstTwo(run.charAt(0), run.charAt(1)));
      }
      for (int at = 0; at + 2 < length; at++) {
        add(three(run, at));
      }
      return;
    }
    for (int at = 0; at + 1 < length; at++) {
      add((run.charAt(at) << 16) | run.charAt(at + 1));
    }
  }

  /// The codes, each once, ascending.
  public int[] sorted() {
    int[] sorted = Arrays.copyOf(codes, count);
    Arrays.sort(sorted);
    int kept = 0;
    for (int at = 0; at < sorted.length; at++) {
      if (at == 0 || sorted[at] != sorted[at - 1]) {
        sorted[kept++] = sorted[at];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  /// The codes of one question.
  public static int[] sought(List<String> runs) {
    Grams grams = new Grams();
    runs.forEach(grams::addSought);
    return grams.sorted();
  }

  /// Starts again.
  public void clear() {
    count = 0;
  }

  private void addNarrow(String text, int from, int to) {
    add(first(text.charAt(from)));
    if (to - from >= 2) {
      add(firstTwo(text.charAt(from), text.charAt(from + 1)));
    }
    for (int at = from; at + 2 < to; at++) {
      add(three(text, at));
    }
  }

  private void addWide(String text, int from, int to) {
    for (int at = from; at + 1 < to; at++) {
      add((text.charAt(at) << 16) | text.charAt(at + 1));
    }
    add(text.charAt(to - 1) << 16);
  }

  private static int first(char one) {
    return NARROW_FIRST | value(one);
  }

  private static int firstTwo(char one, char two) {
    return NARROW_FIRST | (value(one) * NARROW_COUNT + value(two) + NARROW_COUNT);
  }

  private static int three(String text, int at) {
    return NARROW_THREE
        | ((value(text.charAt(at)) * NARROW_COUNT + value(text.charAt(at + 1))) * NARROW_COUNT
            + value(text.charAt(at + 2)));
  }

  // 1..36
  private static int value(char narrow) {
    return narrow <= '9' ? narrow - '0' + 1 : narrow - 'a' + 11;
  }

  private static int facet(String name, String value) {
    int mixed = (name.hashCode() * 31 + value.hashCode()) * 0x9E37_79B1;
    return FACET | ((mixed >>> 8) & FACET_MASK);
  }

  private void add(int code) {
    if (count == codes.length) {
      codes = Arrays.copyOf(codes, count * 2);
    }
    codes[count++] = code;
  }
}
