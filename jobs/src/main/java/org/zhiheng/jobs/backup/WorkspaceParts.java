package org.zhiheng.jobs.backup;

import java.io.IOException;
import java.util.List;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.ledger.log.Head;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Wal;
import org.zhiheng.values.Digest;

/// What a backup is taken of. The index of marks is not among it: it is made anew from the record.
/// Neither are files that are still being uploaded, and what was fetched for speed.
///
/// @param record the database
/// @param settings the keys, whom the log asks
/// @param documents what was deposited and attached
/// @param listed the digests of all documents that are there
/// @param origin the log's name
/// @param tiles what the log published
/// @param head what it signed last
/// @param unpublished entries that are durable and may not be in tiles yet
public record WorkspaceParts(
    RecordSnapshot.Taken record,
    SettingFiles settings,
    Documents documents,
    Listed listed,
    String origin,
    Tiles tiles,
    Head head,
    Unpublished unpublished) {

  /// Lists documents.
  @FunctionalInterface
  public interface Listed {
    /// The digests of those that are there now, in order.
    ///
    /// @throws IOException when the folder cannot be read
    List<Digest> digests() throws IOException;
  }

  /// Reads the write-ahead log beside its writer.
  @FunctionalInterface
  public interface Unpublished {
    /// Hands over what is durable from this index on.
    ///
    /// @throws IOException when it cannot be read, or begins later
    void each(long from, Wal.Taker taker) throws IOException;
  }
}
