package org.zhiheng.index.lucene;

import java.util.Arrays;

/// A quick look at many marks beside one name: how many signs both have in the same order, by their
/// spellings alone. A guess at the engine's rating that costs tens of nanoseconds; what looks
/// promising is rated.
///
/// The longest common subsequence is counted with one bit for each sign of the name, after Hyyrö,
/// "Bit-parallel LCS-length computation revisited" (2004).
final class Glance {

  /// Signs that look or sound alike, as one who mistakes them takes them.
  private static final String[] NEAR = {
    "o0u", "l1i", "iyj", "s5zxc", "e3ai", "a4o", "b8pvf", "ckqgx", "uvw", "td7", "mn", "lr", "hk"
  };

  /// What a likeness across scripts promises beside one in letters.
  private static final float ACROSS = 0.9f;

  /// So much sound is shared by chance across scripts.
  private static final float ACROSS_CHANCE = 0.35f;

  /// What a name that holds the other whole promises at least, by the length of what is held.
  private static final float HELD = 0.8f;

  private static final int HELD_MIN = 3;

  private final Row letters;
  private final Row pinyin;
  private final char[] han;

  Glance(Spelling asked) {
    letters = new Row(asked.letters());
    pinyin = new Row(asked.pinyin());
    han = asked.han().toCharArray();
  }

  /// 0..1, higher for what the engine likely rates higher.
  ///
  /// @param bytes where the mark's spelling stands, as [FiledMark] keeps it
  float promise(byte[] bytes, int offset) {
    int letterCount = bytes[offset];
    int pinyinCount = bytes[offset + 1];
    int hanCount = bytes[offset + 2];
    int lettersAt = offset + 3;
    int pinyinAt = lettersAt + letterCount;
    float best = 0;
    if (letters.length > 0 && letterCount > 0) {
      best = letters.alike(bytes, lettersAt, letterCount);
    }
    if (han.length > 0 && hanCount > 0) {
      float shape = characters(bytes, pinyinAt + pinyinCount, hanCount);
      float sound = pinyin.alike(bytes, pinyinAt, pinyinCount);
      best = Math.max(best, 0.6f * Math.max(shape, sound) + 0.4f * Math.min(shape, sound));
    }
    if (letters.length > 0 && hanCount > 0 && letterCount == 0) {
      best = Math.max(best, across(letters.exact(bytes, pinyinAt, pinyinCount)));
    }
    if (han.length > 0 && letters.length == 0 && letterCount > 0) {
      best = Math.max(best, across(pinyin.exact(bytes, lettersAt, letterCount)));
    }
    return best;
  }

  private static float across(float kept) {
    return ACROSS * Math.max(0, (kept - ACROSS_CHANCE) / (1 - ACROSS_CHANCE));
  }

  private float characters(byte[] bytes, int from, int count) {
    long open = -1L;
    for (int at = 0; at < count; at++) {
      char one = (char) (((bytes[from + 2 * at] & 0xff) << 8) | (bytes[from + 2 * at + 1] & 0xff));
      long match = 0;
      for (int place = 0; place < han.length; place++) {
        match |= han[place] == one ? 1L << place : 0;
      }
      long both = open & match;
      open = open + both | open - both;
    }
    int common = Long.bitCount(~open & (1L << han.length) - 1);
    return 2f * common / (han.length + count);
  }

  /// A row of signs, for each sign the places where it stands.
  private static final class Row {

    private final int length;
    private final long[] same = new long[128];
    private final long[] near = new long[128];
    private final byte[] signs;

    Row(String text) {
      length = text.length();
      signs = new byte[length];
      for (int at = 0; at < length; at++) {
        char sign = text.charAt(at);
        signs[at] = (byte) sign;
        same[sign] |= 1L << at;
        near[sign] |= 1L << at;
        for (String group : NEAR) {
          if (group.indexOf(sign) >= 0) {
            for (int other = 0; other < group.length(); other++) {
              near[group.charAt(other)] |= 1L << at;
            }
          }
        }
      }
    }

    float alike(byte[] bytes, int from, int count) {
      if (length == 0 || count == 0) {
        return 0;
      }
      long openSame = -1L;
      long openNear = -1L;
      for (int at = from; at < from + count; at++) {
        byte sign = bytes[at];
        long both = openSame & same[sign];
        openSame = openSame + both | openSame - both;
        both = openNear & near[sign];
        openNear = openNear + both | openNear - both;
      }
      long all = (1L << length) - 1;
      int commonSame = Long.bitCount(~openSame & all);
      int commonNear = Long.bitCount(~openNear & all);
      float alike = (float) (commonSame + commonNear) / (length + count);
      int least = Math.min(length, count);
      if (commonSame == least && least >= HELD_MIN && holds(bytes, from, count)) {
        float share = 2f * least / (length + count);
        return Math.max(alike, HELD * (1 - 1f / least) * (0.75f + 0.25f * share));
      }
      return alike;
    }

    float exact(byte[] bytes, int from, int count) {
      if (length == 0 || count == 0) {
        return 0;
      }
      long open = -1L;
      for (int at = from; at < from + count; at++) {
        long both = open & same[bytes[at]];
        open = open + both | open - both;
      }
      return 2f * Long.bitCount(~open & (1L << length) - 1) / (length + count);
    }

    private boolean holds(byte[] bytes, int from, int count) {
      return length <= count
          ? holds(bytes, from, count, signs, 0, length)
          : holds(signs, 0, length, bytes, from, count);
    }

    private static boolean holds(
        byte[] whole, int from, int count, byte[] part, int partFrom, int partCount) {
      for (int at = from; at + partCount <= from + count; at++) {
        if (Arrays.equals(whole, at, at + partCount, part, partFrom, partFrom + partCount)) {
          return true;
        }
      }
      return false;
    }
  }
}
