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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;

/// A log's files in a folder, as any HTTP server can show them.
///
/// Each is written aside, synced and renamed into place; then the folders are synced, each once.
public final class FileTiles implements Tiles {

  private final Path folder;

  /// So many files are written side by side; fewer one after the other.
  private static final int MANY = 64;

  private static final int LANES = 16;

  private final Disk disk;

  private FileTiles(Path folder, Disk disk) {
    this.folder = folder.toAbsolutePath().normalize();
    this.disk = disk;
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
    if (files.size() < MANY) {
      for (TileFile file : files) {
        write(file);
      }
    } else {
      sideBySide(files);
    }
    // also those of files that were there: their names may not be on the disk yet
    for (Path one : folders) {
      disk.syncFolder(one);
    }
  }

  private void write(TileFile file) throws IOException {
    Optional<byte[]> there = read(file.path());
    if (there.isEmpty()) {
      put(place(file.path()), file.bytes());
    } else if (!Arrays.equals(there.get(), file.bytes())) {
      throw new IOException(file.path() + " is there already, with other bytes");
    }
  }

  /// Disks sync several files at once nearly as fast as one.
  private void sideBySide(List<TileFile> files) throws IOException {
    try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
      List<Future<Void>> lanes = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        int first = lane;
        lanes.add(
            threads.submit(() -> {
              for (int at = first; at < files.size(); at += LANES) {
                write(files.get(at));
              }
              return null;
            }));
      }
      for (Future<Void> lane : lanes) {
        lane.get();
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
    Path aside = place.resolveSibling(place.getFileName() + ".next");
    try (FileChannel out =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      disk.write(out, ByteBuffer.wrap(bytes));
      disk.sync(out);
    }
    disk.name(aside, place);
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
    Path place = place(path);
    // files never go away, so what is one now can be read
    return Files.isRegularFile(place) ? Optional.of(Files.readAllBytes(place)) : Optional.empty();
  }
}
