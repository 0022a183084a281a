package org.zhiheng.jobs.backup;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Wal;
import org.zhiheng.ledger.tree.EntryBundle;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Puts a backup into a workspace that is empty.
///
/// Opening one reads all of it before anything is written. The log is put back so that whoever
/// opens it next takes up at the last checkpoint that was signed, replays what was durable behind
/// it, and finds the leaves that the record did not know yet.
public final class Restore implements Closeable {

  /// Entries that are appended at once.
  private static final int BATCH = 1_000;

  private static final String CHECKPOINT = "checkpoint";

  private final BackupFile file;

  private Restore(BackupFile file) {
    this.file = file;
  }

  /// Opens a backup and looks through it.
  ///
  /// @param settings the workspace's, which know their names
  /// @param expected the digest that was told when it was made, where somebody kept it
  /// @throws IOException when the file cannot be read
  /// @throws ProblemsException with `backup-member` for each member that is missing, too many or
  ///   changed; with `backup-digest` when it is another backup than expected
  public static Restore of(Path file, SettingFiles settings, Optional<Digest> expected)
      throws IOException {
    BackupFile opened = BackupFile.open(file, settings);
    if (expected.isPresent() && !expected.get().equals(opened.digest())) {
      opened.close();
      throw new ProblemsException(
          Problem.of(
              "backup-digest",
              "",
              opened.digest().hex(),
              "This is not the backup with the digest " + expected.get().hex() + "."));
    }
    return new Restore(opened);
  }

  /// What stood in the backup.
  ///
  /// @param madeAt when it was begun
  /// @param rows of the record
  /// @param documents that came back
  /// @param logEntries up to the last checkpoint, and those behind it
  public record PutBack(Instant madeAt, long rows, long documents, long logEntries) {}

  /// Where it goes.
  ///
  /// @param record takes the record
  /// @param settings take keys and whom the log asks
  /// @param documents take documents
  /// @param tiles take what the log published
  /// @param wal opens a write-ahead log that begins at this index
  public record Into(
      RecordSnapshot.Put record,
      SettingFiles settings,
      Documents documents,
      Tiles tiles,
      OpenWal wal) {}

  /// Opens a fresh write-ahead log.
  @FunctionalInterface
  public interface OpenWal {
    /// Opened; the caller closes it.
    ///
    /// @throws IOException when it cannot be made
    Wal at(long beginning) throws IOException;
  }

  /// The name of the log that was backed up.
  public String origin() {
    return file.manifest().origin();
  }

  /// The checkpoint that the log signed last, as it was signed; nothing when it never signed.
  public Optional<String> head() {
    return Optional.of(file.manifest().logNote()).filter(note -> !note.isEmpty());
  }

  /// Whether the private keys are in it.
  public boolean hasKeys() {
    return file.manifest().keys();
  }

  /// Writes everything.
  ///
  /// @param keys the private keys, when they are not in the backup
  /// @throws IOException when something cannot be written: the workspace is not to be used then
  /// @throws ProblemsException as [RecordSnapshot.Put]
  public PutBack into(Into target, Optional<Bytes> keys) throws IOException {
    BackupManifest manifest = file.manifest();
    for (String name : file.names(Members.SETTINGS)) {
      try (InputStream in = file.open(Members.SETTINGS + name)) {
        target.settings().put(name, Bytes.of(in.readAllBytes()));
      }
    }
    if (keys.isPresent()) {
      target.settings().put(SettingFiles.KEYS, keys.get());
    }
    for (String name : file.names(Members.DOCUMENTS)) {
      try (InputStream in = file.open(Members.DOCUMENTS + name)) {
        Digest kept = target.documents().keep(in, Long.MAX_VALUE).digest();
        if (!kept.hex().equals(name)) {
          throw new ProblemsException(
              Problem.of(
                  "backup-member",
                  Members.DOCUMENTS + name,
                  kept.hex(),
                  "Its bytes do not have the digest that is its name."));
        }
      }
    }
    log(target);
    List<RecordSnapshot.Part> parts = new ArrayList<>();
    manifest
        .rows()
        .forEach((part, rows) ->
            parts.add(new RecordSnapshot.Part(part, rows, () -> file.open(Members.RECORD + part))));
    target.record().put(manifest.version(), parts);
    return new PutBack(
        manifest.madeAt(),
        manifest.rows().values().stream().mapToLong(Long::longValue).sum(),
        manifest.documents(),
        manifest.logSize() + manifest.unpublished());
  }

  private void log(Into target) throws IOException {
    List<String> published = file.names(Members.PUBLISHED);
    for (String name : published) {
      if (!name.endsWith(CHECKPOINT)) {
        target.tiles().write(List.of(new TileFile(name, bytes(name))));
      }
    }
    for (String name : published) {
      if (name.endsWith(CHECKPOINT)) {
        target.tiles().publish(name, bytes(name));
      }
    }
    long next = file.manifest().logSize();
    try (Wal wal = target.wal().at(next);
        DataInputStream in = new DataInputStream(file.open(Members.UNPUBLISHED))) {
      List<byte[]> batch = new ArrayList<>();
      for (long left = file.manifest().unpublished(); left > 0; left--) {
        batch.add(entry(in));
        if (batch.size() == BATCH || left == 1) {
          wal.append(next, batch);
          next += batch.size();
          batch = new ArrayList<>();
        }
      }
      if (in.read() >= 0) {
        throw cut();
      }
    }
  }

  private static byte[] entry(DataInputStream in) throws IOException {
    try {
      int length = in.readInt();
      if (length < 0 || length > EntryBundle.ENTRY_LENGTH_MAX) {
        throw cut();
      }
      byte[] entry = new byte[length];
      in.readFully(entry);
      return entry;
    } catch (EOFException _) {
      throw cut();
    }
  }

  private static ProblemsException cut() {
    return new ProblemsException(
        Problem.of(
            "backup-member", Members.UNPUBLISHED, "", "It does not hold the entries it should."));
  }

  private byte[] bytes(String name) throws IOException {
    try (InputStream in = file.open(Members.PUBLISHED + name)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
