package org.zhiheng.similarity.word;

/// Whether one name holds all that distinguishes another, and how much that says.
///
/// The longer what is held, the less it can be chance; it says more where it begins and ends with a
/// word, and where little stands beside it.
final class Containment {

  /// Shorter is chance.
  private static final int LENGTH_MIN = 2;

  /// So many letters are trusted to 1 - 1/e of [#DOUBT].
  private static final double LENGTH_TRUSTED = 3.2;

  private static final double DOUBT = 1.15;
  private static final float NO_START = 0.88f;
  private static final float NO_END = 0.93f;

  /// What is held says at least this much of what it says alone.
  private static final float ALONE = 0.75f;

  private static final float[] BY_LENGTH = new float[2 * Strand.LENGTH_MAX];

  static {
    for (int length = 0; length < BY_LENGTH.length; length++) {
      BY_LENGTH[length] = (float) Math.max(0, 1 - DOUBT * Math.exp(-length / LENGTH_TRUSTED));
    }
  }

  private static float byLength(float length) {
    int whole = (int) length;
    return BY_LENGTH[whole] + (length - whole) * (BY_LENGTH[whole + 1] - BY_LENGTH[whole]);
  }

  private Containment() {}

  /// 0 when neither the core of `part` nor all of it stands in `whole`, else up to 1.
  static float of(WordMark part, WordMark whole) {
    float core = of(part.coreSigns, part, whole);
    return part.coreSigns.length == part.letters.length()
        ? core
        : Math.max(core, of(part.letters.signs, part, whole));
  }

  private static float of(byte[] held, WordMark part, WordMark whole) {
    byte[] signs = whole.letters.signs;
    int last = signs.length - held.length;
    if (held.length < LENGTH_MIN || last < 0) {
      return 0;
    }
    float best = 0;
    for (int at = 0; at <= last; at++) {
      if (signs[at] == held[0] && stands(held, signs, at)) {
        best = Math.max(best, value(part, whole, at, held.length));
      }
    }
    return best;
  }

  private static boolean stands(byte[] core, byte[] signs, int at) {
    for (int next = 1; next < core.length; next++) {
      if (core[next] != signs[at + next]) {
        return false;
      }
    }
    return true;
  }

  private static float value(WordMark part, WordMark whole, int at, int length) {
    int end = at + length;
    float held = 0;
    for (int place = at; place < end; place++) {
      held += whole.letters.weight(place);
    }
    float own = length == part.letters.length() ? part.letters.weight() : length;
    float share = (held + own) / (whole.letters.weight() + Math.max(own, part.letters.weight()));
    float value = byLength(Math.max(own, held)) * (ALONE + (1 - ALONE) * Math.min(1, share));
    if (!cut(whole, at)) {
      value *= NO_START;
    }
    return cut(whole, end) ? value : value * NO_END;
  }

  private static boolean cut(WordMark mark, int at) {
    return at == mark.letters.length() || (at < Long.SIZE && (mark.cuts >> at & 1) != 0);
  }
}
