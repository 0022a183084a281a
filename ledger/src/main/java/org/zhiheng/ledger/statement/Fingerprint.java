package org.zhiheng.ledger.statement;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Digest;

/// What tells a file's bytes from all others.
///
/// @param sizeBytes how many there are
/// @param sha256 of all of them
/// @param sm3 of all of them
public record Fingerprint(long sizeBytes, Hash sha256, Hash sm3) {

  /// Takes the fingerprint of what is read through it; both digests in one pass, some 190 MB/s.
  ///
  /// For one thread.
  public static final class Taking extends FilterInputStream {

    private final MessageDigest sha256 = Digest.sha256();
    private final SM3Digest sm3 = new SM3Digest();
    private long sizeBytes;

    /// @param in read through this; closed with it
    public Taking(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      if (count > 0) {
        sha256.update(bytes, offset, count);
        sm3.update(bytes, offset, count);
        sizeBytes += count;
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      throw new IOException("what is skipped has no digest");
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /// Of all that was read until now; ends the taking.
    public Fingerprint taken() {
      byte[] out = new byte[Hash.LENGTH_BYTES];
      sm3.doFinal(out, 0);
      return new Fingerprint(sizeBytes, Hash.at(sha256.digest(), 0), Hash.at(out, 0));
    }
  }
}
