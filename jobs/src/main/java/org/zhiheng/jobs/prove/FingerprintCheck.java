package org.zhiheng.jobs.prove;

import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiheng.ledger.statement.Fingerprint;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Takes the fingerprint of a file that is deposited, and lets its last byte through only when all
/// of them have the digest that was declared: so a store keeps nothing of any other.
///
/// For one thread. Cost: nothing beside the fingerprint.
final class FingerprintCheck extends FilterInputStream {

  private final Deposits.Source file;
  private final Fingerprint.Taking taking;
  private @Nullable Fingerprint taken;

  /// Opens it.
  ///
  /// @throws IOException when it cannot be opened
  FingerprintCheck(Deposits.Source file) throws IOException {
    this(file, new Fingerprint.Taking(file.content().open()));
  }

  private FingerprintCheck(Deposits.Source file, Fingerprint.Taking taking) {
    super(taking);
    this.file = file;
    this.taking = taking;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  /// @throws ProblemsException at the end, with `file-digest`, when the bytes were other ones
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (taken != null) {
      return -1;
    }
    int count = taking.read(bytes, offset, length);
    if (count < 0) {
      Fingerprint all = taking.taken();
      taken = all;
      file.declared()
          .map(digest -> digest.hex())
          .filter(hex -> !hex.equals(all.sha256().hex()))
          .ifPresent(hex -> {
            throw new ProblemsException(
                Problem.of(
                    "file-digest",
                    file.name(),
                    all.sha256().hex(),
                    "The bytes that came have this SHA-256, not the one that was declared: "
                        + hex
                        + ". Nothing was deposited."));
          });
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return taking.skip(count);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /// Of all bytes.
  ///
  /// @throws IllegalStateException when they were not read to their end
  Fingerprint taken() {
    return Optional.ofNullable(taken)
        .orElseThrow(() -> new IllegalStateException("it was not read to its end"));
  }
}
