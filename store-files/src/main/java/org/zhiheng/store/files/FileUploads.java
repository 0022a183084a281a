package org.zhiheng.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.jobs.uploads.UploadStore;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Parts of uploads as files: `OWNER/UPLOAD/0001`, in folders that only their owner may enter, and
/// beside them `declared.json`. OWNER is a digest of the organisation's id, UPLOAD the upload's
/// digits.
///
/// A part is written aside, synced, renamed into place, and the folder synced. When it was kept is
/// the time of its file. A folder without `declared.json` is no upload: it was begun or removed
/// half.
public final class FileUploads implements UploadStore {

  /// What a killed process left aside is removed when it is older than this: no part takes longer.
  private static final Duration LEFT_AFTER = Duration.ofDays(1);

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String DECLARED = "declared.json";
  private static final String ASIDE = "aside-";

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final Comparator<Upload> ORDER =
      Comparator.<Upload, Instant>comparing(upload -> upload.begun().at())
          .thenComparing(Upload::id);

  private final Path folder;
  private final Disk disk;

  private FileUploads(Path folder, Disk disk) {
    this.folder = folder;
    this.disk = disk;
  }

  /// Opens the store, makes its folder where it is missing, and removes what was left half long
  /// ago.
  ///
  /// @throws IOException when the folder cannot be made or read
  public static FileUploads open(Path folder, InstantSource clock) throws IOException {
    return open(folder, clock, Disk.real());
  }

  static FileUploads open(Path folder, InstantSource clock, Disk disk) throws IOException {
    FileUploads uploads = new FileUploads(folder, disk);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    uploads.removeLeft(clock.instant().minus(LEFT_AFTER));
    return uploads;
  }

  @Override
  public void begin(Upload.Begun begun) throws IOException {
    Path owner = owner(begun.organisation());
    Files.createDirectories(owner, OWNER_FOLDER);
    Path own = own(begun.organisation(), begun.id());
    Files.createDirectory(own, OWNER_FOLDER);
    Path aside = own.resolve(ASIDE + UUID.randomUUID());
    try {
      try (FileChannel file = fresh(aside)) {
        disk.write(file, ByteBuffer.wrap(DeclaredJson.bytes(begun)));
        Files.setLastModifiedTime(aside, FileTime.from(begun.at()));
        disk.sync(file);
      }
      disk.name(aside, own.resolve(DECLARED));
      disk.syncFolder(own);
      disk.syncFolder(owner);
      disk.syncFolder(folder);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  @Override
  public Optional<Upload> find(OrganisationId organisation, UploadId id) throws IOException {
    return read(own(organisation, id));
  }

  private static Optional<Upload> read(Path own) throws IOException {
    Upload.Begun begun;
    Instant touched;
    try {
      begun = DeclaredJson.read(own.resolve(DECLARED));
      touched = begun.at();
    } catch (NoSuchFileException | NotDirectoryException _) {
      return Optional.empty();
    }
    SortedSet<Integer> there = new TreeSet<>();
    for (int part = 1; part <= begun.file().parts(); part++) {
      Path file = own.resolve(name(part));
      try {
        if (Files.size(file) == begun.file().lengthBytes(part)) {
          there.add(part);
          Instant kept = Files.getLastModifiedTime(file).toInstant();
          touched = kept.isAfter(touched) ? kept : touched;
        }
      } catch (NoSuchFileException _) {
        // it has not come yet
      }
    }
    return Optional.of(new Upload(begun, there, touched));
  }

  @Override
  public List<Upload> of(OrganisationId organisation) throws IOException {
    return in(owner(organisation));
  }

  private static List<Upload> in(Path owner) throws IOException {
    List<Upload> uploads = new ArrayList<>();
    for (Path own : list(owner)) {
      read(own).ifPresent(uploads::add);
    }
    uploads.sort(ORDER);
    return uploads;
  }

  @Override
  public Kept keep(Upload upload, int number, Digest digest, InputStream in, Instant at)
      throws IOException {
    int lengthBytes = upload.file().lengthBytes(number);
    Path own = own(upload.begun().organisation(), upload.id());
    Path aside = own.resolve(ASIDE + UUID.randomUUID());
    try {
      Kept kept = write(in, lengthBytes, digest, aside, at);
      if (kept instanceof Kept.Whole) {
        disk.name(aside, own.resolve(name(number)));
        disk.syncFolder(own);
      }
      return kept;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private Kept write(InputStream in, int lengthBytes, Digest wanted, Path aside, Instant at)
      throws IOException {
    MessageDigest digest = Digest.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (FileChannel file = fresh(aside)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes += count;
        if (bytes > lengthBytes) {
          return new Kept.Longer();
        }
        digest.update(buffer, 0, count);
        disk.write(file, ByteBuffer.wrap(buffer, 0, count));
      }
      if (bytes < lengthBytes) {
        return new Kept.Shorter(bytes);
      }
      Digest came = new Digest(HexFormat.of().formatHex(digest.digest()));
      if (!came.equals(wanted)) {
        return new Kept.Other(came);
      }
      Files.setLastModifiedTime(aside, FileTime.from(at));
      disk.sync(file);
    }
    return new Kept.Whole();
  }

  private static FileChannel fresh(Path aside) throws IOException {
    return FileChannel.open(
        aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_FILE);
  }

  @Override
  public InputStream open(Upload upload) throws IOException {
    Path own = own(upload.begun().organisation(), upload.id());
    List<Path> files = new ArrayList<>();
    for (int part = 1; part <= upload.file().parts(); part++) {
      files.add(own.resolve(name(part)));
    }
    return JoinedFiles.open(files);
  }

  /// First what makes it an upload, then the rest: whatever is left of one that was removed half is
  /// none.
  @Override
  public void remove(OrganisationId organisation, UploadId id) throws IOException {
    Path own = own(organisation, id);
    if (Files.deleteIfExists(own.resolve(DECLARED))) {
      disk.syncFolder(own);
    }
    clear(own);
  }

  private static void clear(Path own) throws IOException {
    for (Path file : list(own)) {
      Files.deleteIfExists(file);
    }
    try {
      Files.deleteIfExists(own);
    } catch (DirectoryNotEmptyException _) {
      // a part was being written just now; it is no part of anything, and removed later
    }
  }

  @Override
  public List<Upload> untouchedSince(Instant time) throws IOException {
    List<Upload> old = new ArrayList<>();
    for (Path owner : list(folder)) {
      for (Upload upload : in(owner)) {
        if (upload.touched().isBefore(time)) {
          old.add(upload);
        }
      }
    }
    return old;
  }

  private void removeLeft(Instant before) throws IOException {
    for (Path owner : list(folder)) {
      for (Path own : list(owner)) {
        if (!Files.exists(own.resolve(DECLARED)) && leftBefore(own, before)) {
          clear(own);
        }
        for (Path file : list(own)) {
          if (file.getFileName().toString().startsWith(ASIDE) && leftBefore(file, before)) {
            Files.deleteIfExists(file);
          }
        }
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

  private static List<Path> list(Path of) throws IOException {
    try (Stream<Path> list = Files.list(of)) {
      return list.toList();
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    }
  }

  private Path owner(OrganisationId organisation) {
    byte[] text = organisation.toString().getBytes(StandardCharsets.UTF_8);
    return folder.resolve(Digest.of(text).hex());
  }

  private Path own(OrganisationId organisation, UploadId id) {
    return owner(organisation).resolve(id.hex());
  }

  private static String name(int part) {
    return String.format(Locale.ROOT, "%04d", part);
  }
}
