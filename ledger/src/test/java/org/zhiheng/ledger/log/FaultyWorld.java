package org.zhiheng.ledger.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Disk and database in memory that fail once, at the n-th step, before or after the step took
/// effect. What was there when it failed stays for the next to open.
public final class FaultyWorld {

  final List<byte[]> wal = new ArrayList<>();
  final Map<String, byte[]> files = new HashMap<>();
  Optional<String> head = Optional.empty();

  /// Steps that still pass; negative for no failure.
  int stepsLeft = -1;

  /// Whether the failing step takes effect all the same.
  boolean tookEffect;

  int steps;

  /// A file that must be there.
  byte[] file(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new AssertionError("there is no " + path);
    }
    return bytes;
  }

  private interface Effect {
    void happen();
  }

  private void step(String what, Effect effect) throws IOException {
    steps++;
    if (stepsLeft == 0) {
      stepsLeft = -1;
      if (tookEffect) {
        effect.happen();
      }
      throw new IOException("the world failed at " + what);
    }
    if (stepsLeft > 0) {
      stepsLeft--;
    }
    effect.happen();
  }

  /// What is durable before it is integrated.
  public Wal wal() {
    return new Wal() {
      @Override
      public void append(long first, List<byte[]> entries) throws IOException {
        if (first != wal.size()) {
          throw new IOException("a gap: " + first + " after " + wal.size());
        }
        step("append", () -> wal.addAll(entries));
      }

      @Override
      public void replay(long from, Taker taker) throws IOException {
        for (int index = (int) from; index < wal.size(); index++) {
          taker.take(index, wal.get(index));
        }
      }

      @Override
      public void release(long below) throws IOException {
        step("release", () -> {});
      }

      @Override
      public void close() {}
    };
  }

  /// What is published.
  public Tiles tiles() {
    return new Tiles() {
      @Override
      public void write(List<TileFile> written) throws IOException {
        for (TileFile file : written) {
          byte[] there = files.get(file.path());
          if (there != null && !Arrays.equals(there, file.bytes())) {
            throw new IOException("another " + file.path());
          }
          step("write", () -> files.put(file.path(), file.bytes()));
        }
      }

      @Override
      public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
      }

      @Override
      public void publish(String path, byte[] checkpoint) throws IOException {
        step("publish", () -> files.put(path, checkpoint));
      }
    };
  }

  /// What was signed last.
  public Head head() {
    return new Head() {
      @Override
      public Optional<String> latest() {
        return head;
      }

      @Override
      public boolean swap(Optional<String> expected, String next) throws IOException {
        if (!head.equals(expected)) {
          return false;
        }
        step("swap", () -> head = Optional.of(next));
        return true;
      }
    };
  }
}
