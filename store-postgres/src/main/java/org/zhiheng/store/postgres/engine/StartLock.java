package org.zhiheng.store.postgres.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The lock under which a workspace's server is started and stopped, among processes and within
/// one. The system frees it when its holder is killed.
final class StartLock implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private StartLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// Waits for the lock.
  ///
  /// @throws IOException when the file cannot be opened or the lock stays taken
  static StartLock take(Path file, Duration atMost) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    AtomicReference<Optional<FileLock>> lock = new AtomicReference<>(Optional.empty());
    boolean taken = false;
    try {
      OwnerOnly.file(file);
      taken =
          Pause.until(
              atMost,
              () -> {
                lock.set(tried(channel));
                return lock.get().isPresent();
              });
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      throw new IOException(
          "another process has been starting or stopping the database for "
              + atMost.toSeconds()
              + " s: "
              + file);
    }
    return new StartLock(channel, lock.get().orElseThrow());
  }

  private static Optional<FileLock> tried(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException _) {
      return Optional.empty(); // another thread of this process has it
    }
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
