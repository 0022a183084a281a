package org.zhiheng.index.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.apache.lucene.util.BytesRef;

/// What is counted of one space: its marks, the sum of their digests, and how many marks have a
/// term.
///
/// Terms are counted in [#CELLS] cells, by their hash. A count is never too small; terms that share
/// a cell share a count, which only makes a rare term look less rare. The counts follow from the
/// entries alone, not from their order, nor from what Lucene has not yet merged away: its own
/// numbers count what was removed until some merge, so that the same entries would rank otherwise.
///
/// Not for many threads: its owner locks it, and searches are given copies.
final class SpaceCounts {

  /// 2^20: with 10 million names about 400 in a cell, far below what counts as common there.
  static final int CELLS = 1 << 20;

  private static final int FORMAT = 1;
  private static final int DENSE_ABOVE = CELLS / 8;

  private long marks;
  private Sum sum;

  /// Sparse: cell numbers, in order, beside their counts. Dense: no numbers, one count a cell.
  private final CellCounts cells;

  private SpaceCounts(long marks, Sum sum, CellCounts cells) {
    this.marks = marks;
    this.sum = sum;
    this.cells = cells;
  }

  static SpaceCounts empty() {
    return new SpaceCounts(0, Sum.ZERO, new CellCounts(CELLS, DENSE_ABOVE));
  }

  SpaceCounts copy() {
    return new SpaceCounts(marks, sum, cells.copy());
  }

  long marks() {
    return marks;
  }

  Sum sum() {
    return sum;
  }

  /// At least how many marks have this term, and rarely more than that.
  int having(BytesRef term) {
    return cells.count(cell(term));
  }

  void add(Sum mark, Collection<BytesRef> terms) {
    marks++;
    sum = sum.plus(mark);
    terms.forEach(term -> cells.change(cell(term), 1));
  }

  void remove(Sum mark, Collection<BytesRef> terms) {
    marks--;
    sum = sum.minus(mark);
    terms.forEach(term -> cells.change(cell(term), -1));
  }

  /// The hash is FNV-1a with a last mixing, written down here because counts are kept on disk.
  static int cell(BytesRef term) {
    int hash = 0x811c9dc5;
    for (int at = term.offset; at < term.offset + term.length; at++) {
      hash = (hash ^ (term.bytes[at] & 0xff)) * 0x01000193;
    }
    hash ^= hash >>> 16;
    hash *= 0x85ebca6b;
    hash ^= hash >>> 13;
    return hash & (CELLS - 1);
  }

  /// Format, marks, sum, then each cell that is not 0 as the distance from the one before and its
  /// count, 7 bits a byte.
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeLong(marks);
      out.writeLong(sum.high());
      out.writeLong(sum.low());
      int[] numbers = cells.numbers();
      out.writeInt(numbers.length);
      int before = -1;
      for (int number : numbers) {
        writeNumber(out, number - before);
        writeNumber(out, cells.count(number));
        before = number;
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("memory takes all bytes", impossible);
    }
    return bytes.toByteArray();
  }

  static SpaceCounts read(BytesRef from) throws IOException {
    byte[] bytes = Arrays.copyOfRange(from.bytes, from.offset, from.offset + from.length);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      if (format != FORMAT) {
        throw new IOException("counts of format " + format + ", not " + FORMAT);
      }
      long marks = in.readLong();
      Sum sum = new Sum(in.readLong(), in.readLong());
      CellCounts cells = new CellCounts(CELLS, DENSE_ABOVE);
      int left = in.readInt();
      int number = -1;
      for (; left > 0; left--) {
        number += readNumber(in);
        cells.change(number, readNumber(in));
      }
      return new SpaceCounts(marks, sum, cells);
    }
  }

  private static void writeNumber(DataOutputStream out, int number) throws IOException {
    int rest = number;
    while (rest > 0x7f) {
      out.writeByte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  private static int readNumber(DataInputStream in) throws IOException {
    int number = 0;
    int shift = 0;
    int part = in.readUnsignedByte();
    while ((part & 0x80) != 0) {
      number |= (part & 0x7f) << shift;
      shift += 7;
      part = in.readUnsignedByte();
    }
    return number | (part << shift);
  }
}
