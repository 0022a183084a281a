package org.zhiheng.ledger.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// SM3 of many messages of one length, side by side. For one thread.
///
/// A message is one byte, the same for all, and a run of bytes; runs lie in one array, equally far
/// apart. That is what leaves of a tile and pairs of nodes are.
///
/// What a message has in a register elsewhere is a row here, one place a message, and each step is
/// done for all messages before the next. Such loops the compiler turns into instructions on 8 or
/// 16 messages at once. Where it does not, the hashes are the same and cost as much as one by one;
/// below [#FEW] messages they cost more.
///
/// Not: a hash of one message. That is Bouncy Castle's, which is also the oracle of this one.
///
/// Source: GB/T 32905-2016, section 5; the same as GM/T 0004-2012 and ISO/IEC 10118-3:2018,
/// function 17. Names of words and steps are those of section 5.3.
final class Sm3Lanes {

  /// So many messages are worth it; fewer are hashed faster one by one.
  static final int FEW = 32;

  /// Messages that are hashed at once; more take several rounds. A row then is 1 KiB, and all rows
  /// that a step touches stay in the processor's nearest cache.
  private static final int LANES = 256;

  private static final int BLOCK_LENGTH_BYTES = 64;

  /// Words of a block.
  private static final int WORDS = 16;

  /// Words of the expanded message: `W_0` to `W_67`.
  private static final int EXPANDED = 68;

  private static final int STEPS = 64;

  /// Before this step the boolean functions are those of section 4.3's first line.
  private static final int EARLY = 16;

  private static final int[] START = {
    0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600,
    0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
  };

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  /// `T_j <<< (j mod 32)`.
  private final int[] constants = new int[STEPS];

  /// The expanded message, a row a word.
  private final int[][] words = new int[EXPANDED][LANES];

  /// A to H, a row each.
  private final int[][] registers = new int[START.length][LANES];

  /// What was compressed so far: `V`, a row a word.
  private final int[][] chained = new int[START.length][LANES];

  Sm3Lanes() {
    for (int step = 0; step < STEPS; step++) {
      constants[step] =
          Integer.rotateLeft(step < EARLY ? 0x79cc4519 : 0x7a879d8a, step % Integer.SIZE);
    }
  }

  /// Where messages lie.
  static final class Messages {
    private final byte prefix;
    private final byte[] bytes;
    private final int offset;
    private final int stride;
    private final int length;
    private final int count;

    /// @param prefix the byte that each begins with
    /// @param bytes in which the runs lie
    /// @param offset of the first
    /// @param stride bytes from the beginning of one to that of the next
    /// @param length bytes of each, without the prefix
    /// @param count how many
    Messages(byte prefix, byte[] bytes, int offset, int stride, int length, int count) {
      this.prefix = prefix;
      this.bytes = bytes;
      this.offset = offset;
      this.stride = stride;
      this.length = length;
      this.count = count;
    }

    private Messages from(int first) {
      return new Messages(
          prefix, bytes, offset + first * stride, stride, length, Math.min(LANES, count - first));
    }
  }

  /// Writes the hashes, 32 bytes each, one behind the other. They may take the place of messages
  /// that begin where the first hash does and lie at least 32 bytes apart.
  void hash(Messages messages, byte[] into, int at) {
    for (int first = 0; first < messages.count; first += LANES) {
      Messages part = messages.from(first);
      digest(part);
      write(part.count, into, at + first * Hash.LENGTH_BYTES);
    }
  }

  private void digest(Messages messages) {
    for (int word = 0; word < START.length; word++) {
      Arrays.fill(chained[word], 0, messages.count, START[word]);
    }
    // section 5.2: a bit 1, then zeros, then the length in bits as 8 bytes, up to a whole block
    int padded = 1 + messages.length + 1 + Long.BYTES;
    int blocks = (padded + BLOCK_LENGTH_BYTES - 1) / BLOCK_LENGTH_BYTES;
    for (int block = 0; block < blocks; block++) {
      fill(messages, block, block == blocks - 1);
      expand(messages.count);
      compress(messages.count);
    }
  }

  /// The words of a block.
  private void fill(Messages messages, int block, boolean last) {
    for (int word = 0; word < WORDS; word++) {
      // behind the prefix, the first of the word's four bytes is this one of the run
      int first = block * BLOCK_LENGTH_BYTES + word * Integer.BYTES - 1;
      if (first >= 0 && first + Integer.BYTES <= messages.length) {
        inner(messages, first, words[word]);
      } else if (first <= messages.length) {
        edge(messages, first, words[word]);
      } else {
        Arrays.fill(words[word], 0, messages.count, 0);
      }
    }
    if (last) {
      long bits = Byte.SIZE * (1L + messages.length);
      Arrays.fill(words[WORDS - 2], 0, messages.count, (int) (bits >>> Integer.SIZE));
      Arrays.fill(words[WORDS - 1], 0, messages.count, (int) bits);
    }
  }

  private static void inner(Messages messages, int first, int[] row) {
    byte[] bytes = messages.bytes;
    int at = messages.offset + first;
    for (int lane = 0; lane < messages.count; lane++) {
      row[lane] = (int) INTS.get(bytes, at);
      at += messages.stride;
    }
  }

  /// A word that begins with the prefix, or in which the run ends.
  private static void edge(Messages messages, int first, int[] row) {
    for (int lane = 0; lane < messages.count; lane++) {
      int run = messages.offset + lane * messages.stride;
      int word = 0;
      for (int at = first; at < first + Integer.BYTES; at++) {
        int one = at == messages.length ? 0x80 : 0;
        if (at < 0) {
          one = messages.prefix & 0xff;
        } else if (at < messages.length) {
          one = messages.bytes[run + at] & 0xff;
        }
        word = word << Byte.SIZE | one;
      }
      row[lane] = word;
    }
  }

  /// Section 5.3.2. The words `W'_j` are not kept: `W_j` xor `W_{j+4}` is as near.
  private void expand(int count) {
    for (int word = WORDS; word < EXPANDED; word++) {
      expand(
          words[word],
          words[word - 16],
          words[word - 13],
          words[word - 9],
          words[word - 6],
          words[word - 3],
          count);
    }
  }

  private static void expand(
      int[] row, int[] by16, int[] by13, int[] by9, int[] by6, int[] by3, int count) {
    for (int lane = 0; lane < count; lane++) {
      int x = by16[lane] ^ by9[lane] ^ Integer.rotateLeft(by3[lane], 15);
      int p1 = x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
      row[lane] = p1 ^ Integer.rotateLeft(by13[lane], 7) ^ by6[lane];
    }
  }

  /// Section 5.3.3.
  private void compress(int count) {
    for (int word = 0; word < START.length; word++) {
      System.arraycopy(chained[word], 0, registers[word], 0, count);
    }
    for (int step = 0; step < STEPS; step += 2) {
      if (step < EARLY) {
        early(step, count);
      } else {
        late(step, count);
      }
    }
    for (int word = 0; word < START.length; word++) {
      mix(chained[word], registers[word], count);
    }
  }

  private static void mix(int[] row, int[] with, int count) {
    for (int lane = 0; lane < count; lane++) {
      row[lane] ^= with[lane];
    }
  }

  /// The row of a register before a step. No row is copied on: after two steps A and B lie where C
  /// and D lay, and E and F where G and H lay; after four all lie where they lay first.
  private int[] register(int register, int step) {
    return registers[register ^ (step & 2)];
  }

  /// Two steps before [#EARLY]: there `FF` and `GG` are the sum without carry.
  ///
  /// Two at once, so that what the first leaves for the second need not be stored; with four the
  /// compiler leaves instructions on many messages aside.
  private void early(int step, int count) {
    int[] rowA = register(0, step);
    int[] rowB = register(1, step);
    int[] rowC = register(2, step);
    int[] rowD = register(3, step);
    int[] rowE = register(4, step);
    int[] rowF = register(5, step);
    int[] rowG = register(6, step);
    int[] rowH = register(7, step);
    int[] row0 = words[step];
    int[] row1 = words[step + 1];
    int[] row4 = words[step + 4];
    int[] row5 = words[step + 5];
    int t0 = constants[step];
    int t1 = constants[step + 1];
    for (int lane = 0; lane < count; lane++) {
      int a = rowA[lane];
      int b = rowB[lane];
      int c = rowC[lane];
      int e = rowE[lane];
      int f = rowF[lane];
      int g = rowG[lane];
      int w0 = row0[lane];
      int turned0 = Integer.rotateLeft(a, 12);
      int ss0 = Integer.rotateLeft(turned0 + e + t0, 7);
      int tt0 = (a ^ b ^ c) + rowD[lane] + (ss0 ^ turned0) + (w0 ^ row4[lane]);
      int uu0 = (e ^ f ^ g) + rowH[lane] + ss0 + w0;
      int b1 = Integer.rotateLeft(b, 9);
      int f1 = Integer.rotateLeft(f, 19);
      int e1 = uu0 ^ Integer.rotateLeft(uu0, 9) ^ Integer.rotateLeft(uu0, 17);
      int w1 = row1[lane];
      int turned1 = Integer.rotateLeft(tt0, 12);
      int ss1 = Integer.rotateLeft(turned1 + e1 + t1, 7);
      int tt1 = (tt0 ^ a ^ b1) + c + (ss1 ^ turned1) + (w1 ^ row5[lane]);
      int uu1 = (e1 ^ e ^ f1) + g + ss1 + w1;
      rowA[lane] = Integer.rotateLeft(a, 9);
      rowB[lane] = b1;
      rowC[lane] = tt1;
      rowD[lane] = tt0;
      rowE[lane] = Integer.rotateLeft(e, 19);
      rowF[lane] = f1;
      rowG[lane] = uu1 ^ Integer.rotateLeft(uu1, 9) ^ Integer.rotateLeft(uu1, 17);
      rowH[lane] = e1;
    }
  }

  /// Two steps from [#EARLY] on: there `FF` is the majority and `GG` the choice.
  private void late(int step, int count) {
    int[] rowA = register(0, step);
    int[] rowB = register(1, step);
    int[] rowC = register(2, step);
    int[] rowD = register(3, step);
    int[] rowE = register(4, step);
    int[] rowF = register(5, step);
    int[] rowG = register(6, step);
    int[] rowH = register(7, step);
    int[] row0 = words[step];
    int[] row1 = words[step + 1];
    int[] row4 = words[step + 4];
    int[] row5 = words[step + 5];
    int t0 = constants[step];
    int t1 = constants[step + 1];
    for (int lane = 0; lane < count; lane++) {
      int a = rowA[lane];
      int b = rowB[lane];
      int c = rowC[lane];
      int e = rowE[lane];
      int f = rowF[lane];
      int g = rowG[lane];
      int w0 = row0[lane];
      int turned0 = Integer.rotateLeft(a, 12);
      int ss0 = Integer.rotateLeft(turned0 + e + t0, 7);
      int tt0 = ((a & b) | (c & (a | b))) + rowD[lane] + (ss0 ^ turned0) + (w0 ^ row4[lane]);
      int uu0 = (g ^ (e & (f ^ g))) + rowH[lane] + ss0 + w0;
      int b1 = Integer.rotateLeft(b, 9);
      int f1 = Integer.rotateLeft(f, 19);
      int e1 = uu0 ^ Integer.rotateLeft(uu0, 9) ^ Integer.rotateLeft(uu0, 17);
      int w1 = row1[lane];
      int turned1 = Integer.rotateLeft(tt0, 12);
      int ss1 = Integer.rotateLeft(turned1 + e1 + t1, 7);
      int tt1 = ((tt0 & a) | (b1 & (tt0 | a))) + c + (ss1 ^ turned1) + (w1 ^ row5[lane]);
      int uu1 = (f1 ^ (e1 & (e ^ f1))) + g + ss1 + w1;
      rowA[lane] = Integer.rotateLeft(a, 9);
      rowB[lane] = b1;
      rowC[lane] = tt1;
      rowD[lane] = tt0;
      rowE[lane] = Integer.rotateLeft(e, 19);
      rowF[lane] = f1;
      rowG[lane] = uu1 ^ Integer.rotateLeft(uu1, 9) ^ Integer.rotateLeft(uu1, 17);
      rowH[lane] = e1;
    }
  }

  private void write(int count, byte[] into, int at) {
    for (int word = 0; word < START.length; word++) {
      int[] row = chained[word];
      int place = at + word * Integer.BYTES;
      for (int lane = 0; lane < count; lane++) {
        INTS.set(into, place, row[lane]);
        place += Hash.LENGTH_BYTES;
      }
    }
  }
}
