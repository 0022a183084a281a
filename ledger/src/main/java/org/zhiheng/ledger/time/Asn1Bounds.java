package org.zhiheng.ledger.time;

/// Looks over bytes that claim to be ASN.1 before a library reads them: one value, no deeper and
/// with no more parts than any token or record has, and nothing behind it.
///
/// Walks without recursion, so that depth costs nothing. What an octet string holds is not looked
/// into; whoever reads that as ASN.1 asks again.
final class Asn1Bounds {

  /// Certificates in a token in a record nest about 20 deep.
  static final int DEPTH_MAX = 64;

  /// A record with many renewals has some ten thousand parts.
  static final int PARTS_MAX = 100_000;

  /// The end of a value whose length is not told beforehand.
  private static final int OPEN = -1;

  private Asn1Bounds() {}

  /// Whether a library may read it. In one pass.
  static boolean within(byte[] bytes) {
    int[] ends = new int[DEPTH_MAX];
    int depth = 0;
    int at = 0;
    int parts = 0;
    do {
      int limit = depth == 0 ? bytes.length : bound(ends, depth, bytes.length);
      if (at + 2 > limit || ++parts > PARTS_MAX) {
        return false;
      }
      int tag = bytes[at++] & 0xff;
      if ((tag & 0x1f) == 0x1f) {
        // tags above 30 stand in no structure that is read here
        return false;
      }
      int length = bytes[at++] & 0xff;
      boolean constructed = (tag & 0x20) != 0;
      if (tag == 0 && length == 0) {
        if (depth == 0 || ends[depth - 1] != OPEN) {
          return false;
        }
        depth--;
      } else if (length == 0x80) {
        if (!constructed || depth == DEPTH_MAX) {
          return false;
        }
        ends[depth++] = OPEN;
      } else {
        if (length > 0x80) {
          int count = length & 0x7f;
          if (count > 4 || at + count > limit) {
            return false;
          }
          long value = 0;
          for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[at++] & 0xff);
          }
          if (value > bytes.length) {
            return false;
          }
          length = (int) value;
        }
        if (length > limit - at) {
          return false;
        }
        if (constructed) {
          if (depth == DEPTH_MAX) {
            return false;
          }
          ends[depth++] = at + length;
        } else {
          at += length;
        }
      }
      while (depth > 0 && ends[depth - 1] == at) {
        depth--;
      }
    } while (depth > 0);
    return at == bytes.length;
  }

  /// The nearest end that is known.
  private static int bound(int[] ends, int depth, int whole) {
    for (int i = depth - 1; i >= 0; i--) {
      if (ends[i] != OPEN) {
        return ends[i];
      }
    }
    return whole;
  }
}
