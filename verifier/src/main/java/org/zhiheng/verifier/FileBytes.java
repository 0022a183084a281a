package org.zhiheng.verifier;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.zhiheng.ledger.bundle.ByteSource;

/// The bytes of a file.
final class FileBytes implements ByteSource, Closeable {

  private final Path path;
  private final FileChannel channel;

  private FileBytes(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static FileBytes open(Path path) throws IOException {
    return new FileBytes(path, FileChannel.open(path, StandardOpenOption.READ));
  }

  @Override
  public long sizeBytes() throws IOException {
    return channel.size();
  }

  @Override
  public void read(long at, byte[] into, int offset, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position() - offset) < 0) {
        throw new EOFException(path + " ended while it was read");
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
