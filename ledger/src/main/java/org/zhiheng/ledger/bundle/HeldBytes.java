package org.zhiheng.ledger.bundle;

import java.io.EOFException;
import java.io.IOException;
import org.zhiheng.ledger.statement.Octets;

/// A bundle that is held in memory.
///
/// @param octets all of it
public record HeldBytes(Octets octets) implements ByteSource {

  @Override
  public long sizeBytes() {
    return octets.length();
  }

  @Override
  public void read(long at, byte[] into, int offset, int count) throws IOException {
    if (at < 0 || count < 0 || at > octets.length() - (long) count) {
      throw new EOFException("no " + count + " bytes at " + at + " of " + octets.length());
    }
    octets.copy((int) at, into, offset, count);
  }
}
