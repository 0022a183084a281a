package org.zhiheng.similarity.word;

import java.util.List;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.han.Syllable;

/// The Han characters of a name, how each is read there, and what each weighs.
final class HanStrand {

  /// More characters of a name are not looked at.
  static final int LENGTH_MAX = 32;

  /// Stands for a syllable that is not known.
  private static final Syllable SILENT = new Syllable("", "?", 0);

  final int[] points;
  final Syllable[] syllables;
  final float[] weights;
  final float total;

  private HanStrand(int[] points, Syllable[] syllables, float[] weights) {
    this.points = points;
    this.syllables = syllables;
    this.weights = weights;
    float sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    total = sum;
  }

  /// Of a name without Han characters; never changed.
  private static final HanStrand NONE = new HanStrand(new int[0], new Syllable[0], new float[0]);

  static HanStrand of(List<Part> parts, HanLexicon lexicon) {
    boolean any = false;
    for (Part part : parts) {
      any |= part.han();
    }
    if (!any) {
      return NONE;
    }
    StringBuilder all = new StringBuilder();
    int[] points = new int[LENGTH_MAX];
    float[] weights = new float[LENGTH_MAX];
    int count = 0;
    for (Part part : parts) {
      if (part.han()) {
        for (int point : part.text().codePoints().toArray()) {
          if (count < LENGTH_MAX) {
            points[count] = point;
            weights[count++] = part.weight();
            all.appendCodePoint(point);
          }
        }
      }
    }
    List<Syllable> read = lexicon.reading(all.toString());
    Syllable[] syllables = new Syllable[count];
    int next = 0;
    for (int at = 0; at < count; at++) {
      boolean readable = !lexicon.readings(points[at]).isEmpty();
      syllables[at] = readable && next < read.size() ? read.get(next++) : SILENT;
    }
    return new HanStrand(
        java.util.Arrays.copyOf(points, count), syllables, java.util.Arrays.copyOf(weights, count));
  }

  boolean readable(int at) {
    return !syllables[at].equals(SILENT);
  }

  int length() {
    return points.length;
  }
}
