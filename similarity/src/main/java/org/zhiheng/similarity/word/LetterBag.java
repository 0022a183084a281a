package org.zhiheng.similarity.word;

/// Which letters a name has, in 64 bits: a bound on how alike two names can be.
///
/// Letters that are taken for each other fall into one class; each class counts its letters up to
/// its share of the bits.
final class LetterBag {

  private static final String[] CLASSES = {
    "aeiouy0314", "bpfvw8", "ckqgx96h", "sz52", "dt7", "mn", "lr", "j"
  };

  private static final int[] BITS = {14, 9, 9, 8, 8, 7, 7, 2};

  /// Names with a smaller share of the shorter one's letters in common are not alike.
  private static final float SHARE_MIN = 0.6f;

  private LetterBag() {}

  /// The class of each sign; every sign has one.
  private static final byte[] CLASS_OF = new byte[LetterLooks.SIGNS];

  static {
    for (int sign = 0; sign < CLASS_OF.length; sign++) {
      for (int number = 0; number < CLASSES.length; number++) {
        if (CLASSES[number].indexOf(LetterLooks.letter(sign)) >= 0) {
          CLASS_OF[sign] = (byte) number;
        }
      }
    }
  }

  static long of(Strand letters) {
    int[] counts = new int[CLASSES.length];
    for (byte sign : letters.signs) {
      counts[CLASS_OF[sign]]++;
    }
    long bag = 0;
    int from = 0;
    for (int number = 0; number < CLASSES.length; number++) {
      int kept = Math.min(counts[number], BITS[number]);
      bag |= ((1L << kept) - 1) << from;
      from += BITS[number];
    }
    return bag;
  }

  /// Whether two names have enough letters in common to be laid side by side.
  static boolean mayBeAlike(long left, long right) {
    int most = Math.min(Long.bitCount(left), Long.bitCount(right));
    return Long.bitCount(left & right) >= SHARE_MIN * most;
  }
}
