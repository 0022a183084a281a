package org.zhiheng.similarity.word;

import java.util.List;

/// How letters and digits look: which are taken for each other, in print or on a keyboard.
final class LetterLooks {

  /// Letters a to z, then digits.
  static final int SIGNS = 36;

  private static final float CONFUSABLE = 0.1f;
  private static final float SIMILAR = 0.55f;
  private static final float ADJACENT = 0.75f;

  private static final String[] CONFUSABLES = {
    "o0", "l1i", "s5", "e3", "z2", "b8", "g9", "q9", "a4", "t7", "g6", "uv", "vw"
  };

  private static final String[] SIMILARS = {
    "mn", "ceo", "ij", "hb", "hn", "pq", "gq", "ft", "il", "lt", "kx", "vy", "bd", "rn", "ao", "ae",
    "ck", "cg", "sz", "dq", "ea", "eo", "pb", "yi", "gy", "xs", "dcl", "oq", "0q", "uo"
  };

  private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

  private LetterLooks() {}

  /// The number of a sign; -1 when it has none.
  static int sign(char letter) {
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a';
    }
    return letter >= '0' && letter <= '9' ? letter - '0' + 26 : -1;
  }

  static char letter(int sign) {
    return (char) (sign < 26 ? 'a' + sign : '0' + sign - 26);
  }

  /// The sign for which two that stand together are taken: m for rn, w for vv, d for cl; else -1.
  static int merged(byte first, byte second) {
    if (first == 'r' - 'a' && second == 'n' - 'a') {
      return 'm' - 'a';
    }
    if (first == 'v' - 'a' && second == 'v' - 'a') {
      return 'w' - 'a';
    }
    return first == 'c' - 'a' && second == 'l' - 'a' ? 'd' - 'a' : -1;
  }

  static SignCosts costs() {
    SignCosts costs = new SignCosts(SIGNS);
    note(costs, CONFUSABLES, CONFUSABLE);
    note(costs, SIMILARS, SIMILAR);
    for (int row = 0; row < KEYS.length; row++) {
      String keys = KEYS[row];
      for (int at = 0; at < keys.length(); at++) {
        if (at > 0) {
          costs.note(sign(keys.charAt(at - 1)), sign(keys.charAt(at)), ADJACENT);
        }
        if (row > 0) {
          String above = KEYS[row - 1];
          costs.note(sign(above.charAt(at)), sign(keys.charAt(at)), ADJACENT);
          if (at + 1 < above.length()) {
            costs.note(sign(above.charAt(at + 1)), sign(keys.charAt(at)), ADJACENT);
          }
        }
      }
    }
    return costs;
  }

  /// Costs of single signs that no alignment is below, two taken for one included.
  static SignCosts bounds() {
    SignCosts bounds = costs();
    for (String taken : List.of("rm", "nm", "vw", "cd", "ld")) {
      bounds.bound(sign(taken.charAt(0)), sign(taken.charAt(1)), Alignment.MERGE);
    }
    return bounds;
  }

  private static void note(SignCosts costs, String[] groups, float cost) {
    for (String group : groups) {
      for (int left = 0; left < group.length(); left++) {
        for (int right = left + 1; right < group.length(); right++) {
          costs.note(sign(group.charAt(left)), sign(group.charAt(right)), cost);
        }
      }
    }
  }
}
