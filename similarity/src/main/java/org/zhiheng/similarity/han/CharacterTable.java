package org.zhiheng.similarity.han;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is known of each character, one row each, in the order of code points.
final class CharacterTable {

  private static final int PLANE = 0x10000;

  /// The row of each character of the first plane, plus 1; 0 for none.
  private final char[] plane = new char[PLANE];

  private final int[] codePoints;
  private final List<List<Syllable>> readings;
  private final List<List<String>> cantonese;

  /// Of each reading its sound's number, see [SyllableSound#code].
  private final int[][] sounds;

  /// Of each reading 0..1, how readily a reader thinks of it.
  private final float[][] weights;

  private final byte[] strokes;
  private final List<String> fourCorner;
  private final short[] common;
  private final boolean[] drawn;

  CharacterTable() {
    List<String> lines = Resources.lines("characters.tsv");
    int count = lines.size();
    codePoints = new int[count];
    readings = new ArrayList<>(count);
    cantonese = new ArrayList<>(count);
    sounds = new int[count][];
    weights = new float[count][];
    strokes = new byte[count];
    fourCorner = new ArrayList<>(count);
    common = new short[count];
    drawn = new boolean[count];
    Map<String, Syllable> known = new HashMap<>();
    Map<String, List<String>> spoken = new HashMap<>();
    for (int row = 0; row < count; row++) {
      List<String> cells = Resources.cells(lines.get(row));
      codePoints[row] = cells.get(0).codePointAt(0);
      if (codePoints[row] < PLANE) {
        plane[codePoints[row]] = (char) (row + 1);
      }
      readings(row, cells.get(1), known);
      cantonese.add(spoken.computeIfAbsent(cells.get(2), CharacterTable::words));
      strokes[row] = Byte.parseByte(cells.get(3));
      fourCorner.add(cells.get(4));
      common[row] = Short.parseShort(cells.get(5));
      drawn[row] = !cells.get(6).isEmpty();
    }
  }

  private void readings(int row, String cell, Map<String, Syllable> known) {
    List<String> words = words(cell);
    List<Syllable> syllables = new ArrayList<>(words.size());
    int[] counts = new int[words.size()];
    sounds[row] = new int[counts.length];
    for (int at = 0; at < counts.length; at++) {
      String word = words.get(at);
      int colon = word.indexOf(':');
      Syllable syllable =
          known.computeIfAbsent(
              word.substring(0, colon), text -> Syllable.parse(text).orElseThrow());
      syllables.add(syllable);
      sounds[row][at] = SyllableSound.code(syllable);
      counts[at] = Integer.parseInt(word, colon + 1, word.length(), 10);
    }
    readings.add(List.copyOf(syllables));
    weights[row] = weights(counts);
  }

  /// The first reading counts in full, another by how often it is met.
  private static float[] weights(int[] counts) {
    int all = Arrays.stream(counts).sum();
    float[] weights = new float[counts.length];
    for (int at = 0; at < counts.length; at++) {
      weights[at] = at == 0 ? 1 : all == 0 ? 0.8f : Math.min(1, 0.75f + 0.5f * counts[at] / all);
    }
    return weights;
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" ", -1));
  }

  /// How many rows there are.
  int count() {
    return codePoints.length;
  }

  /// The row of a character, or -1.
  int row(int codePoint) {
    if (codePoint >= 0 && codePoint < PLANE) {
      return plane[codePoint] - 1;
    }
    int found = Arrays.binarySearch(codePoints, codePoint);
    return found < 0 ? -1 : found;
  }

  int codePoint(int row) {
    return codePoints[row];
  }

  List<Syllable> readings(int row) {
    return readings.get(row);
  }

  List<String> cantonese(int row) {
    return cantonese.get(row);
  }

  int strokes(int row) {
    return strokes[row];
  }

  String fourCorner(int row) {
    return fourCorner.get(row);
  }

  /// How common the character is, 0..1.
  double common(int row) {
    return common[row] / 1000.0;
  }

  /// Whether the character's picture is among the glyphs.
  boolean drawn(int row) {
    return drawn[row];
  }

  /// The best over all readings of both, 0..1.
  double sound(int left, int right) {
    if (left == right) {
      return sounds[left].length == 0 ? 0 : 1;
    }
    double best = 0;
    for (int one = 0; one < sounds[left].length; one++) {
      for (int two = 0; two < sounds[right].length; two++) {
        double alike =
            SyllableSound.alike(sounds[left][one], sounds[right][two])
                * weights[left][one]
                * weights[right][two];
        best = Math.max(best, alike);
      }
    }
    return best;
  }
}
