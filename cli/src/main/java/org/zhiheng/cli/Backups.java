package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.backup.Backup;
import org.zhiheng.jobs.backup.Restore;
import org.zhiheng.values.Digest;

/// Copies a workspace into a file, and makes one of such a file.
interface Backups {

  /// Writes a backup; the file is there whole or not at all, readable by its owner only.
  ///
  /// @param file that is not there yet
  /// @param withKeys whether the private keys go along
  /// @throws IOException when something cannot be read or written
  Backup.Made make(Path home, Surroundings around, Path file, boolean withKeys) throws IOException;

  /// Makes a workspace of a backup, in a folder that is missing or empty.
  ///
  /// @param keys the file of the private keys, when they are not in the backup
  /// @param expected what the backup's digest must be
  /// @throws IOException when something cannot be read or written
  PutBack putBack(
      Path home, Surroundings around, Path file, Optional<Path> keys, Optional<Digest> expected)
      throws IOException;

  /// What came back.
  ///
  /// @param from what stood in the backup
  /// @param logEntries that the log publishes now
  /// @param faults what was found wrong afterwards; empty when all of it fits together
  record PutBack(Restore.PutBack from, long logEntries, List<String> faults) {
    /// Copies the list.
    public PutBack {
      faults = List.copyOf(faults);
    }
  }
}
