package org.zhiheng.index.lucene;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;

/// Indexes in one folder: `g-1`, `g-2` …, and a file `CURRENT` that names the one in use.
///
/// The file is written aside, synced and renamed: whatever is killed when, it names a whole index.
/// What a kill left beside that one is removed when the folder is opened. A lock on the file
/// `WRITER` keeps a second writer out; it falls with its process.
final class FolderGenerations implements Generations {

  private static final String CURRENT = "CURRENT";
  private static final String PREFIX = "g-";
  private static final int NAME_LENGTH_MAX = 20;

  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private FolderGenerations(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /// Takes the folder for this writer.
  ///
  /// @throws IOException when it cannot be made or read, or another writer has it
  static FolderGenerations open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(
            folder.resolve("WRITER"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FolderGenerations generations;
    try {
      generations = new FolderGenerations(folder, file, lock(file, folder));
      generations.removeLeft();
    } catch (IOException failed) {
      file.close();
      throw failed;
    }
    return generations;
  }

  /// The index in use, to read it beside its writer. The caller closes its directory.
  ///
  /// @throws IOException when there is none
  static Place toRead(Path folder) throws IOException {
    Optional<String> name = chosenName(folder);
    if (name.isEmpty()) {
      throw new IOException("there is no index in " + folder);
    }
    if (!Files.isDirectory(folder.resolve(name.get()))) {
      throw new IOException("the index in " + folder + " was replaced just now: try again");
    }
    return place(folder, name.get());
  }

  private static FileLock lock(FileChannel file, Path folder) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException _) {
      throw new IndexHeld("this process", folder);
    }
    if (lock == null) {
      throw new IndexHeld("another process", folder);
    }
    return lock;
  }

  @Override
  public Optional<Place> chosen() throws IOException {
    Optional<String> name = chosenName(folder);
    return name.isEmpty() ? Optional.empty() : Optional.of(place(folder, name.get()));
  }

  @Override
  public Place next() throws IOException {
    long last = 0;
    for (Path path : all()) {
      last = Math.max(last, number(path));
    }
    String name = PREFIX + (last + 1);
    Files.createDirectory(folder.resolve(name));
    return place(folder, name);
  }

  @Override
  public void choose(Place place) throws IOException {
    syncFolder(); // the new index must be found there before it is named
    Path aside = folder.resolve(CURRENT + ".new");
    try (FileChannel file =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(place.name().getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(aside, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    syncFolder();
  }

  @Override
  public void drop(Place place) throws IOException {
    if (!chosenName(folder).equals(Optional.of(place.name()))) {
      delete(folder.resolve(place.name()));
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
    lockFile.close();
  }

  private void removeLeft() throws IOException {
    Optional<String> chosen = chosenName(folder);
    if (chosen.isPresent() && !Files.isDirectory(folder.resolve(chosen.get()))) {
      throw new IOException(
          "the index " + folder.resolve(chosen.get()) + " is missing: rebuild it in a new folder");
    }
    for (Path path : all()) {
      if (!chosen.equals(Optional.of(name(path)))) {
        delete(path);
      }
    }
    Files.deleteIfExists(folder.resolve(CURRENT + ".new"));
  }

  private static Optional<String> chosenName(Path folder) throws IOException {
    Path file = folder.resolve(CURRENT);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String name = Files.size(file) > NAME_LENGTH_MAX ? "" : Files.readString(file).strip();
    if (!name.matches(PREFIX + "[0-9]{1,17}")) {
      throw new IOException("the file " + file + " does not name an index");
    }
    return Optional.of(name);
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(path -> name(path).matches(PREFIX + "[0-9]{1,17}")).sorted().toList();
    }
  }

  private static long number(Path path) {
    return Long.parseLong(name(path).substring(PREFIX.length()));
  }

  private static String name(Path path) {
    return path.getName(path.getNameCount() - 1).toString();
  }

  private static Place place(Path folder, String name) throws IOException {
    return new Place(name, FSDirectory.open(folder.resolve(name)));
  }

  private void syncFolder() throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private static void delete(Path tree) throws IOException {
    List<Path> paths = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(tree)) {
      walk.forEach(paths::add);
    }
    paths.sort(Comparator.reverseOrder());
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
