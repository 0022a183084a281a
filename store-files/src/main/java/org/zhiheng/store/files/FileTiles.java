package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;

/// A log's files in a folder, as any HTTP server can show them.
///
/// Each is written aside, synced and renamed into place; then the folders are synced, each once.
/// What is written together is written as a whole before anything of it is synced, and synced as a
/// whole before anything is renamed: disks and file systems sync many files at once nearly as fast
/// as one, and the more so the more is there to be synced.
public final class FileTiles implements Tiles {

  /// Files that are open at once. A process often may have no more than 1,024.
  private static final int OPEN_MAX = 192;

  /// Threads that sync, and wait nearly all their time.
  private static final int LANES = 64;

  private static final long IDLE_MILLIS_MAX = 2_000;

  private final Path folder;
  private final Disk disk;

  /// Has no threads while nothing is written.
  private final ExecutorService lanes;

  private FileTiles(Path folder, Disk disk) {
    this.folder = folder.toAbsolutePath().normalize();
    this.disk = disk;
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            LANES,
            LANES,
            IDLE_MILLIS_MAX,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("tiles-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    this.lanes = threads;
  }

  /// The files in this folder.
  public static FileTiles in(Path folder) {
    return new FileTiles(folder, Disk.real());
  }

  static FileTiles in(Path folder, Disk disk) {
    return new FileTiles(folder, disk);
  }

  @Override
  public void write(List<TileFile> files) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (TileFile file : files) {
      folders.add(parent(place(file.path())));
    }
    for (Path one : folders) {
      folder(one);
    }
    for (int from = 0; from < files.size(); from += OPEN_MAX) {
      together(files.subList(from, Math.min(files.size(), from + OPEN_MAX)));
    }
    // also those of files that were there: their names may not be on the disk yet
    each(List.copyOf(folders), disk::syncFolder);
  }

  /// A file that was written aside and has not its name yet.
  private record Aside(FileChannel open, Path at, Path place) {}

  private void together(List<TileFile> files) throws IOException {
    List<Aside> written = new ArrayList<>();
    try {
      for (TileFile file : files) {
        Path place = place(file.path());
        Optional<byte[]> there = read(place);
        if (there.isEmpty()) {
          written.add(aside(place, file.bytes()));
        } else if (!Arrays.equals(there.get(), file.bytes())) {
          throw new IOException(file.path() + " is there already, with other bytes");
        }
      }
      each(written, one -> disk.sync(one.open()));
    } finally {
      for (Aside one : written) {
        one.open().close();
      }
    }
    for (Aside one : written) {
      disk.name(one.at(), one.place());
    }
  }

  /// Writes a file beside its place; it is open, and not synced.
  private Aside aside(Path place, byte[] bytes) throws IOException {
    Path at = place.resolveSibling(place.getFileName() + ".next");
    FileChannel out =
        FileChannel.open(
            at,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      disk.write(out, ByteBuffer.wrap(bytes));
      return new Aside(out, at, place);
    } catch (IOException | RuntimeException failed) {
      out.close();
      throw failed;
    }
  }

  /// Waits for the disk.
  @FunctionalInterface
  private interface Step<T> {
    void on(T one) throws IOException;
  }

  /// Takes a step for each, side by side. Returns when all are done, also when one failed.
  private <T> void each(List<T> all, Step<T> step) throws IOException {
    if (all.size() == 1) {
      step.on(all.getFirst());
      return;
    }
    try {
      List<Callable<Void>> steps = new ArrayList<>();
      for (T one : all) {
        steps.add(() -> {
          step.on(one);
          return null;
        });
      }
      for (Future<Void> taken : lanes.invokeAll(steps)) {
        taken.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("tiles were not written", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while tiles were written", interrupted);
    }
  }

  @Override
  public void publish(String path, byte[] checkpoint) throws IOException {
    Path place = place(path);
    folder(parent(place));
    put(place, checkpoint);
    disk.syncFolder(parent(place));
  }

  private void put(Path place, byte[] bytes) throws IOException {
    Aside written = aside(place, bytes);
    try (FileChannel open = written.open()) {
      disk.sync(open);
    }
    disk.name(written.at(), place);
  }

  /// Makes a folder and those above it, each durable before the next.
  private void folder(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      if (!wanted.equals(folder)) {
        folder(parent(wanted));
      } else {
        Files.createDirectories(wanted);
      }
      Files.createDirectories(wanted);
      disk.syncFolder(parent(wanted));
    }
  }

  private static Path parent(Path place) {
    Path parent = place.getParent();
    if (parent == null) {
      throw new IllegalArgumentException("no folder above " + place);
    }
    return parent;
  }

  private Path place(String path) {
    Path place = folder.resolve(path).normalize();
    if (!place.startsWith(folder) || place.equals(folder)) {
      throw new IllegalArgumentException("not below the log's folder: " + path);
    }
    return place;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    return read(place(path));
  }

  private static Optional<byte[]> read(Path place) throws IOException {
    // files never go away, so what is one now can be read
    return Files.isRegularFile(place) ? Optional.of(Files.readAllBytes(place)) : Optional.empty();
  }
}
