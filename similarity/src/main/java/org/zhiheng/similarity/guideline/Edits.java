package org.zhiheng.similarity.guideline;

/// Edit distance: how many signs are put in, taken out or replaced.
final class Edits {

  private Edits() {}

  static int distance(String left, String right) {
    int[] one = left.codePoints().toArray();
    int[] two = right.codePoints().toArray();
    int[] best = new int[two.length + 1];
    for (int column = 0; column <= two.length; column++) {
      best[column] = column;
    }
    for (int row = 1; row <= one.length; row++) {
      int diagonal = best[0];
      best[0] = row;
      for (int column = 1; column <= two.length; column++) {
        int above = best[column];
        int replaced = diagonal + (one[row - 1] == two[column - 1] ? 0 : 1);
        best[column] = Math.min(replaced, 1 + Math.min(above, best[column - 1]));
        diagonal = above;
      }
    }
    return best[two.length];
  }
}
