package org.zhiheng.jobs.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.zhiheng.values.Digest;

/// A store of bytes under their SHA-256. Who may read a document is decided before it is asked for.
///
/// What [#keep] returned is durable: written, synced, renamed into place. Keeping the same bytes
/// twice keeps them once. Safe for many threads and processes.
public interface Documents {

  /// Reads the stream to its end and keeps it; the stream is not closed.
  ///
  /// @param bytesMax refused when there are more
  /// @throws IOException when reading or writing fails, or there is more than `bytesMax`
  ///   ([TooLarge])
  Kept keep(InputStream in, long bytesMax) throws IOException;

  /// Opens one.
  ///
  /// @throws IOException when reading fails
  Optional<InputStream> open(Digest digest) throws IOException;

  /// Its size, if it is there.
  ///
  /// @throws IOException when looking fails
  Optional<Long> bytes(Digest digest) throws IOException;

  /// Removes one, for good; when it returns, it does not come back after a power failure. Nothing
  /// happens when it is not there. Who may, and that nobody else needs it, is decided before.
  ///
  /// @throws IOException when it is not known to be gone
  void remove(Digest digest) throws IOException;

  /// What was kept.
  record Kept(Digest digest, long bytes) {}

  /// There was more than the caller allowed.
  final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    /// @param bytesMax what was allowed
    public TooLarge(long bytesMax) {
      super("more than " + bytesMax + " bytes");
    }
  }
}
