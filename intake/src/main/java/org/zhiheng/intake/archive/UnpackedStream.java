package org.zhiheng.intake.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.zhiheng.values.Problem;

/// Unpacked bytes within limits: a bomb or damaged packing comes out as [RefusedBytes].
final class UnpackedStream extends FilterInputStream {

  /// Up to here any ratio is fine: small files of blanks pack better than any limit.
  static final long RATIO_FREE_BYTES = 16L << 20;

  /// Offices' XML and CSV pack 6 to 25 to 1; deflate can make 1,032 to 1.
  static final long RATIO_MAX = 200;

  /// More than a year of weekly files in one is not sent by any office.
  static final long BYTES_MAX = 64L << 30;

  private final CountedStream packed;
  private long packedBefore;
  private long unpacked;
  private long unpackedSum;

  /// The packing is damaged here, and whoever read it was told.
  private boolean damaged;

  UnpackedStream(InputStream unpacking, CountedStream packed) {
    super(unpacking);
    this.packed = packed;
  }

  /// Begins the next member: the ratio counts anew, the sum goes on.
  void begin() {
    packedBefore = packed.count();
    unpacked = 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = raw(into, offset, length);
    if (read > 0) {
      unpacked += read;
      unpackedSum += read;
      long from = Math.max(1, packed.count() - packedBefore);
      if (unpackedSum > BYTES_MAX || (unpacked > RATIO_FREE_BYTES && unpacked / from > RATIO_MAX)) {
        throw new RefusedBytes(
            Problem.of(
                "archive-bomb",
                "",
                unpacked + " bytes from " + from,
                "It unpacks to far more than any office's file: at most "
                    + RATIO_MAX
                    + " to 1 and "
                    + (BYTES_MAX >> 30)
                    + " GB are read."));
      }
    }
    return read;
  }

  /// What the unpacking gives, however much: to get past a member that is refused.
  int raw(byte[] into, int offset, int length) throws IOException {
    try {
      return in.read(into, offset, length);
    } catch (ZipException | EOFException damaged) {
      if (packed.failed()) {
        throw damaged;
      }
      this.damaged = true;
      throw new RefusedBytes(Archive.damaged(String.valueOf(damaged.getMessage())));
    }
  }

  boolean damaged() {
    return damaged;
  }

  /// Never closes what lies below: a zip has more members.
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }
}
