package org.zhiheng.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;

/// Documents as files under their SHA-256: `ab/cd12…`, in a folder that only its owner may enter.
///
/// Bytes are written aside (`incoming/`), synced, renamed into place, and the folders synced: a
/// document is there whole or not at all, whatever is killed when. Two who keep the same bytes
/// write the same file.
public final class FileDocuments implements Documents {

  /// What a killed process left aside is removed when it is older than this: no upload takes
  /// longer.
  private static final Duration LEFT_AFTER = Duration.ofDays(1);

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int FOLDER_DIGITS = 2;

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path folder;
  private final Path incoming;
  private final Disk disk;

  private FileDocuments(Path folder, Disk disk) {
    this.folder = folder;
    this.incoming = folder.resolve("incoming");
    this.disk = disk;
  }

  /// Opens the store, makes its folder where it is missing, and removes what was left aside long
  /// ago.
  ///
  /// @throws IOException when the folder cannot be made or read
  public static FileDocuments open(Path folder, InstantSource clock) throws IOException {
    return open(folder, clock, Disk.real());
  }

  static FileDocuments open(Path folder, InstantSource clock, Disk disk) throws IOException {
    FileDocuments documents = new FileDocuments(folder, disk);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    make(documents.incoming);
    documents.removeLeft(clock.instant());
    return documents;
  }

  @Override
  public Kept keep(InputStream in, long bytesMax) throws IOException {
    Path aside = incoming.resolve(UUID.randomUUID().toString());
    try {
      Kept kept = write(in, bytesMax, aside);
      Path target = path(kept.digest());
      make(target.resolveSibling("."));
      disk.name(aside, target);
      disk.syncFolder(folderOf(kept.digest()));
      disk.syncFolder(folder);
      return kept;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private Kept write(InputStream in, long bytesMax, Path aside) throws IOException {
    MessageDigest digest = Digest.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (FileChannel file =
        FileChannel.open(
            aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_FILE)) {
      int count = in.read(buffer);
      while (count >= 0) {
        bytes += count;
        if (bytes > bytesMax) {
          throw new TooLarge(bytesMax);
        }
        digest.update(buffer, 0, count);
        disk.write(file, ByteBuffer.wrap(buffer, 0, count));
        count = in.read(buffer);
      }
      disk.sync(file);
    }
    return new Kept(new Digest(HexFormat.of().formatHex(digest.digest())), bytes);
  }

  @Override
  public Optional<InputStream> open(Digest digest) throws IOException {
    try {
      return Optional.of(Files.newInputStream(path(digest)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Long> bytes(Digest digest) throws IOException {
    try {
      return Optional.of(Files.size(path(digest)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public void remove(Digest digest) throws IOException {
    if (Files.deleteIfExists(path(digest))) {
      disk.syncFolder(folderOf(digest));
    }
  }

  /// The digests of the documents that are there now, in order.
  ///
  /// @throws IOException when the folder cannot be read
  public List<Digest> digests() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder, 2)) {
      files = walk.filter(file -> !file.startsWith(incoming)).filter(Files::isRegularFile).toList();
    }
    return files.stream()
        .map(file -> Digest.parse(named(file)))
        .flatMap(parsed -> parsed.found().stream())
        .sorted(Comparator.comparing(Digest::hex))
        .toList();
  }

  private static String named(Path file) {
    return file.resolveSibling(".").normalize().getFileName().toString() + file.getFileName();
  }

  /// Reads every document and tells those whose bytes are not what their name says.
  ///
  /// @throws IOException when reading fails
  public List<Problem> verify() throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).filter(file -> !file.startsWith(incoming)).toList();
    }
    for (Path file : files) {
      String name = named(file);
      try (InputStream in = Files.newInputStream(file)) {
        if (!Digest.of(in).hex().equals(name)) {
          problems.add(
              Problem.of(
                  "document-damaged",
                  folder.relativize(file).toString(),
                  name,
                  "The file's bytes do not have the digest that is its name."));
        }
      }
    }
    return problems;
  }

  private void removeLeft(Instant now) throws IOException {
    List<Path> left;
    try (Stream<Path> list = Files.list(incoming)) {
      left = list.toList();
    }
    for (Path file : left) {
      if (leftBefore(file, now.minus(LEFT_AFTER))) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean leftBefore(Path file, Instant time) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    } catch (NoSuchFileException _) {
      return false; // its writer has just named or removed it
    }
  }

  private Path folderOf(Digest digest) {
    return folder.resolve(digest.hex().substring(0, FOLDER_DIGITS));
  }

  private Path path(Digest digest) {
    return folderOf(digest).resolve(digest.hex().substring(FOLDER_DIGITS));
  }

  private static void make(Path made) throws IOException {
    Files.createDirectories(made.normalize(), OWNER_FOLDER);
  }
}
