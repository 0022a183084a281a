package org.zhiheng.store.postgres.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and folders that only their owner may enter.
final class OwnerOnly {

  private OwnerOnly() {}

  /// Makes the folder where it is missing, with the ones above it, and closes it to others.
  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /// Closes the file to others.
  static void file(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
