package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The steps by which bytes come to lie on a disk for good; a test makes each of them fail.
interface Disk {

  /// Writes all that the buffer holds.
  void write(FileChannel file, ByteBuffer bytes) throws IOException;

  /// Returns when what was written is on the disk.
  void sync(FileChannel file) throws IOException;

  /// Returns when the bytes that were written within a file's length are on the disk.
  void syncBytes(FileChannel file) throws IOException;

  /// Gives a file its name, at once or not at all; what has that name already is replaced.
  void name(Path from, Path to) throws IOException;

  /// Returns when the names in a folder are on the disk.
  void syncFolder(Path folder) throws IOException;

  /// The disk of this machine.
  static Disk real() {
    return new Disk() {
      @Override
      public void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }

      @Override
      public void sync(FileChannel file) throws IOException {
        file.force(true);
      }

      @Override
      public void syncBytes(FileChannel file) throws IOException {
        file.force(false);
      }

      @Override
      public void name(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      }

      @Override
      public void syncFolder(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
          names.force(true);
        }
      }
    };
  }
}
