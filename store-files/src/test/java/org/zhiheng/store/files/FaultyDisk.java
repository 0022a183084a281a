package org.zhiheng.store.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/// Fails at its n-th step; a write fails half done.
final class FaultyDisk implements Disk {
  private final Disk real = Disk.real();
  private final List<Integer> steps;
  private int step;

  FaultyDisk(int failAt) {
    steps = List.of(failAt);
  }

  private void step() throws IOException {
    step++;
    if (steps.contains(step)) {
      throw new IOException("torn");
    }
  }

  @Override
  public void write(FileChannel file, ByteBuffer bytes) throws IOException {
    if (steps.contains(step + 1)) {
      real.write(file, bytes.slice(0, bytes.remaining() / 2));
    }
    step();
    real.write(file, bytes);
  }

  @Override
  public void sync(FileChannel file) throws IOException {
    step();
    real.sync(file);
  }

  @Override
  public void syncBytes(FileChannel file) throws IOException {
    step();
    real.syncBytes(file);
  }

  @Override
  public void name(Path from, Path to) throws IOException {
    step();
    real.name(from, to);
  }

  @Override
  public void syncFolder(Path names) throws IOException {
    step();
    real.syncFolder(names);
  }
}
