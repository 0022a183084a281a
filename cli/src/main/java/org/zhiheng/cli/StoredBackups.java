package org.zhiheng.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.HomeOrganisation;
import org.zhiheng.jobs.backup.Backup;
import org.zhiheng.jobs.backup.Restore;
import org.zhiheng.jobs.backup.WorkspaceParts;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.WorkspaceLog;
import org.zhiheng.ledger.log.Head;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.ledger.log.LogStopped;
import org.zhiheng.store.files.FileDocuments;
import org.zhiheng.store.files.FolderSettings;
import org.zhiheng.store.files.ProveFolder;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresAuditTrail;
import org.zhiheng.store.postgres.PostgresRecordPut;
import org.zhiheng.store.postgres.PostgresRecordSnapshot;
import org.zhiheng.store.postgres.access.PostgresAccounts;
import org.zhiheng.store.postgres.prove.PostgresEvidenceFiles;
import org.zhiheng.store.postgres.prove.PostgresHead;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Backups of workspaces on PostgreSQL and files.
record StoredBackups() implements Backups {

  /// More faults are not listed.
  private static final int FAULTS_MAX = 100;

  @Override
  public Backup.Made make(Path home, Surroundings around, Path file, boolean withKeys)
      throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    if (!Files.isDirectory(home)) {
      throw new ProblemsException(
          Problem.of("not-found", "", home.toString(), "There is no workspace in this folder."));
    }
    Path aside = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(aside);
    boolean done = false;
    try (Database database = Database.open(home, StoredWorkspaces.external(around))) {
      Backup backup = new Backup(parts(home, around, database), Release.NUMBER, around.clock());
      Backup.Made made;
      try (FileChannel channel =
              FileChannel.open(
                  aside,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  PosixFilePermissions.asFileAttribute(
                      PosixFilePermissions.fromString("rw-------")));
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        // closing the zip would close the channel before it is on the disk
        made = backup.write(new Flushed(out, channel), withKeys);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
      done = true;
      keptInTrail(database, around, file, made);
      return made;
    } finally {
      if (!done) {
        Files.deleteIfExists(aside);
      }
    }
  }

  /// Everything was taken out: that stands in the trail.
  private static void keptInTrail(
      Database database, Surroundings around, Path file, Backup.Made made) {
    Instant at = around.clock().instant().truncatedTo(ChronoUnit.MICROS);
    new PostgresAuditTrail(database)
        .keep(
            new AuditTrail.Entry(
                at,
                HomeOrganisation.of(new PostgresAccounts(database), at).id(),
                "cli:" + around.user(),
                "backup",
                String.valueOf(file.getFileName()),
                made.keys() ? "with the private keys" : "without the private keys"));
  }

  /// Brings what was written to the disk when it is closed.
  private static final class Flushed extends java.io.FilterOutputStream {
    private final FileChannel channel;

    private Flushed(OutputStream out, FileChannel channel) {
      super(out);
      this.channel = channel;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
      channel.force(true);
    }
  }

  private static WorkspaceParts parts(Path home, Surroundings around, Database database)
      throws IOException {
    FileDocuments documents =
        FileDocuments.open(home.resolve(StoredWorkspaces.DOCUMENTS), around.clock());
    ProveFolder folder = new ProveFolder(home);
    String origin = folder.keys(new java.security.SecureRandom()).origin();
    return new WorkspaceParts(
        () -> PostgresRecordSnapshot.of(database),
        new FolderSettings(home),
        documents,
        documents::digests,
        origin,
        folder.tiles(),
        new PostgresHead(database, origin),
        folder::unpublished);
  }

  @Override
  public PutBack putBack(
      Path home, Surroundings around, Path file, Optional<Path> keys, Optional<Digest> expected)
      throws IOException {
    refuseUnlessEmpty(home);
    // made beside it and renamed: a workspace is there whole or not at all
    Path aside = home.resolveSibling(home.getFileName() + ".restoring");
    refuseUnlessEmpty(aside);
    try (Restore restore = Restore.of(file, new FolderSettings(aside), expected)) {
      Optional<Bytes> given = keys(restore, keys);
      Files.createDirectories(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Optional<String> url = StoredWorkspaces.external(around);
      ProveFolder folder = new ProveFolder(aside);
      Restore.PutBack from =
          restore.into(
              new Restore.Into(
                  new PostgresRecordPut(aside, url),
                  new FolderSettings(aside),
                  FileDocuments.open(aside.resolve(StoredWorkspaces.DOCUMENTS), around.clock()),
                  folder.tiles(),
                  folder::walFrom),
              given);
      List<String> faults = new ArrayList<>();
      long entries = checked(aside, around, restore, faults);
      Files.deleteIfExists(home);
      Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
      return new PutBack(from, entries, faults);
    }
  }

  private static void refuseUnlessEmpty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
    }
    if (Files.exists(folder)) {
      throw new ProblemsException(
          Problem.of(
              "workspace-not-empty",
              "",
              folder.toString(),
              "A backup is put into a folder that is missing or empty, and this one is not."));
    }
  }

  /// The keys that were handed in, when they are those of the backup's log.
  private static Optional<Bytes> keys(Restore restore, Optional<Path> given) throws IOException {
    if (restore.hasKeys() != given.isEmpty()) {
      throw new ProblemsException(
          Problem.of(
              "backup-keys",
              "--keys",
              given.map(Path::toString).orElse(""),
              restore.hasKeys()
                  ? "The backup holds its private keys: leave --keys away."
                  : "The backup holds no private keys: name their file with --keys."));
    }
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Bytes bytes = Bytes.of(Files.readAllBytes(given.get()));
    String text = new String(bytes.array(), java.nio.charset.StandardCharsets.UTF_8);
    if (text.lines().noneMatch(("origin " + restore.origin())::equals)) {
      throw new ProblemsException(
          Problem.of(
              "backup-keys",
              "--keys",
              given.get().toString(),
              "These are not the keys of the log " + restore.origin() + "."));
    }
    return Optional.of(bytes);
  }

  /// Opens the log, which replays and compares, and looks through what came back.
  ///
  /// @return entries that the log publishes
  private static long checked(Path home, Surroundings around, Restore restore, List<String> faults)
      throws IOException {
    long entries = 0;
    try (Database database = Database.open(home, StoredWorkspaces.external(around));
        Workspace workspace = new StoredWorkspaces().open(home, around)) {
      swapHead(restore, new PostgresHead(database, restore.origin()));
      ProveDesk desk = workspace.proving().open();
      WorkspaceLog door = desk.door();
      try {
        Optional<LogDoor.OpenLog> open = door.open();
        if (open.isPresent()) {
          open.get().close();
        } else {
          faults.add("the log is held by another process");
        }
      } catch (LogStopped stopped) {
        faults.add("the log stands still: " + stopped.reason());
      }
      for (EvidenceId event : desk.keys().ahead(workspace.owner())) {
        faults.add(
            "the private keys are older than the record: "
                + event
                + " names a new key that is not among them; put the newer keys back");
      }
      LogCheck.Report report = LogCheck.of(door.tiles(), door.keys(), door.siblingKeys());
      faults.addAll(report.faults());
      entries = report.size();
      FileDocuments documents =
          FileDocuments.open(home.resolve(StoredWorkspaces.DOCUMENTS), around.clock());
      for (Digest named : new PostgresEvidenceFiles(database).named()) {
        if (faults.size() < FAULTS_MAX && documents.bytes(named).isEmpty()) {
          faults.add("document " + named.hex() + " is named by evidence and is not in the backup");
        }
      }
    }
    return entries;
  }

  /// The log may have signed after the moment that the record is of: its tiles are in the backup.
  private static void swapHead(Restore restore, Head head) throws IOException {
    Optional<String> before = head.latest();
    if (!before.equals(restore.head())
        && restore.head().isPresent()
        && !head.swap(before, restore.head().get())) {
      throw new IOException("the head of " + restore.origin() + " was changed by another process");
    }
  }
}
