package org.zhiheng.store.postgres.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import org.zhiheng.values.Digest;

/// The server's programs, unpacked once a machine from the archive on the class path.
///
/// They lie in the user's cache folder, under a name that holds the archive's digest: another
/// version is another folder. Unpacked aside and renamed into place, so that what is there is
/// whole, whoever was killed at it.
final class Binaries {

  private static final int DIGEST_LENGTH = 16;

  private Binaries() {}

  /// The folder that holds `bin/postgres`.
  ///
  /// @param aside where to unpack when the user has no cache folder that can be written
  /// @throws IOException when there is no archive for this machine or unpacking fails
  static Path unpacked(Path aside) throws IOException {
    String archive = archive();
    String digest;
    try (InputStream in = open(archive)) {
      digest = Digest.of(in).hex().substring(0, DIGEST_LENGTH);
    }
    String name = "postgresql-" + digest;
    for (Path cache : List.of(userCache(), aside)) {
      Path folder = cache.resolve(name);
      if (Files.isExecutable(folder.resolve("bin/postgres"))) {
        return folder;
      }
    }
    Optional<Path> cache = writable(userCache());
    return unpack(archive, cache.orElse(aside).resolve(name));
  }

  private static Optional<Path> writable(Path cache) {
    try {
      Files.createDirectories(cache);
      return Files.isWritable(cache) ? Optional.of(cache) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // a home that is missing or read-only: the workspace will do
    }
  }

  private static Path userCache() {
    String given = System.getenv("XDG_CACHE_HOME");
    Path base =
        given == null || given.isBlank()
            ? Path.of(System.getProperty("user.home", "."), ".cache")
            : Path.of(given);
    return base.resolve("zhiheng");
  }

  private static Path unpack(String archive, Path folder) throws IOException {
    Path fresh = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
    OwnerOnly.folder(fresh);
    try (InputStream in = open(archive);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        place(tar, entry, fresh);
        entry = tar.getNextEntry();
      }
    }
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException refused) {
      remove(fresh);
      if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
        throw refused; // not because another process was quicker
      }
    }
    return folder;
  }

  private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("the archive reaches out of its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    Files.setPosixFilePermissions(
        target,
        PosixFilePermissions.fromString((entry.getMode() & 0100) != 0 ? "rwx------" : "rw-------"));
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(path);
      }
    }
  }

  private static InputStream open(String archive) throws IOException {
    InputStream in = Binaries.class.getResourceAsStream(archive);
    if (in == null) {
      throw new IOException(
          "there is no PostgreSQL for this machine ("
              + archive.substring(1)
              + " is not on the class path): set ZHIHENG_DATABASE_URL to a server of your own");
    }
    return in;
  }

  private static String archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    if (system.contains("mac")) {
      return "/postgres-darwin-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
    return "/postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }
}
