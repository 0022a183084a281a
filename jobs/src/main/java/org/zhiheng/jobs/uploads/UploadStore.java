package org.zhiheng.jobs.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Parts of files that are on their way. Who may do what is decided before this is asked.
///
/// What [#begin] and [#keep] returned is durable; a part is there whole, or not at all, whatever is
/// killed when. Parts come in any order, and again: of two that were kept under one number the
/// later one counts. Safe for many threads and processes.
public interface UploadStore {

  /// Begins an upload, of which no part is there.
  ///
  /// @throws IOException when it cannot be kept, or there is one of this id
  void begin(Upload.Begun begun) throws IOException;

  /// One of an organisation.
  ///
  /// @throws IOException when it cannot be read
  Optional<Upload> find(OrganisationId organisation, UploadId id) throws IOException;

  /// Those of an organisation, the one that was begun first first; of two, the one with the lower
  /// id.
  ///
  /// @throws IOException when they cannot be read
  List<Upload> of(OrganisationId organisation) throws IOException;

  /// Reads a part to its end and keeps it; the stream is not closed. Of one that is refused nothing
  /// is kept, and what was there under its number stays.
  ///
  /// @param upload as it was found
  /// @param number of the part
  /// @param digest of its bytes
  /// @param at when; the upload was touched then
  /// @throws IOException when reading or writing fails, or the upload is gone
  Kept keep(Upload upload, int number, Digest digest, InputStream in, Instant at)
      throws IOException;

  /// All parts, one behind the other.
  ///
  /// @param upload all of whose parts are there
  /// @throws IOException when one cannot be read; while reading, too, when one is gone
  InputStream open(Upload upload) throws IOException;

  /// Removes an upload with its parts. Nothing happens when it is not there.
  ///
  /// @throws IOException when it is not known to be gone
  void remove(OrganisationId organisation, UploadId id) throws IOException;

  /// Those of all organisations that were touched last before this.
  ///
  /// @throws IOException when they cannot be read
  List<Upload> untouchedSince(Instant time) throws IOException;

  /// What became of a part.
  sealed interface Kept {
    /// It is there.
    record Whole() implements Kept {}

    /// The stream had more bytes than the part has.
    record Longer() implements Kept {}

    /// The stream had fewer.
    ///
    /// @param bytes how many
    record Shorter(long bytes) implements Kept {}

    /// It had other ones.
    ///
    /// @param digest of those that came
    record Other(Digest digest) implements Kept {}
  }
}
