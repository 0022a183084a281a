package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.zhiheng.jobs.examine.Bookmark;
import org.zhiheng.jobs.examine.MarkFeed;

/// A bookmark as a file of one line, written aside, synced and renamed into place.
public final class FileBookmark implements Bookmark {

  private final Path file;
  private final Disk disk;

  private FileBookmark(Path file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  /// The bookmark in this folder, which is the index's own.
  public static FileBookmark in(Path folder) {
    return new FileBookmark(folder.resolve("bookmark"), Disk.real());
  }

  /// Another bookmark beside it, of another reader of the same register.
  ///
  /// @param name of the reader, in letters, digits and hyphens
  public static FileBookmark of(Path folder, String name) {
    if (!name.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("name must be of a-z, 0-9 and hyphens: " + name);
    }
    return new FileBookmark(folder.resolve("bookmark-" + name), Disk.real());
  }

  @Override
  public Optional<MarkFeed.Point> read() throws IOException {
    try {
      return MarkFeed.Point.parse(Files.readString(file));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public void write(MarkFeed.Point point) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel out =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      disk.write(out, ByteBuffer.wrap(point.text().getBytes(StandardCharsets.UTF_8)));
      disk.sync(out);
    }
    disk.name(aside, file);
    disk.syncFolder(file.toAbsolutePath().resolveSibling("."));
  }

  @Override
  public void forget() throws IOException {
    Files.deleteIfExists(file);
  }
}
