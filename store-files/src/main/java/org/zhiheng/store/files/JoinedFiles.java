package org.zhiheng.store.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Files read one behind the other as one stream; one is open at a time. For one thread.
final class JoinedFiles extends InputStream {

  private final List<Path> files;
  private int next;
  private InputStream open;

  private JoinedFiles(List<Path> files, InputStream first) {
    this.files = List.copyOf(files);
    this.open = first;
    this.next = 1;
  }

  /// Opens the first one.
  ///
  /// @param files at least one
  /// @throws IOException when it cannot be opened
  static JoinedFiles open(List<Path> files) throws IOException {
    return new JoinedFiles(files, Files.newInputStream(files.getFirst()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = open.read(bytes, offset, length);
    while (count < 0 && next < files.size()) {
      open.close();
      open = Files.newInputStream(files.get(next));
      next++;
      count = open.read(bytes, offset, length);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    open.close();
  }
}
