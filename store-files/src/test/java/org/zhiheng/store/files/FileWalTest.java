package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.ledger.WalContract;
import org.zhiheng.ledger.log.Wal;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class FileWalTest extends WalContract {

  /// Small, so that a test fills many.
  private static final int SEGMENT = 8_192;

  @TempDir Path folder;
  private final List<FileWal> opened = new ArrayList<>();

  @Override
  protected Wal open() throws IOException {
    return open(Disk.real());
  }

  private FileWal open(Disk disk) throws IOException {
    FileWal wal = FileWal.open(folder.resolve("wal"), 0, disk, SEGMENT);
    opened.add(wal);
    return wal;
  }

  @AfterEach
  void close() throws IOException {
    for (FileWal wal : opened) {
      wal.close();
    }
  }

  private Path segment(int number) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("wal"))) {
      return files.sorted().toList().get(number);
    }
  }

  private static int count(Wal wal, long from) throws IOException {
    List<Long> found = new ArrayList<>();
    wal.replay(from, (index, entry) -> found.add(index));
    return found.size();
  }

  private void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  @Test
  void removesFilesWhoseEntriesAreAllReleased() throws IOException {
    Wal wal = open();
    for (int index = 0; index < 40; index++) {
      wal.append(index, List.of(new byte[1_000]));
    }
    // 1,028 bytes a frame, 7 in a file: 40 take six files
    try (Stream<Path> files = Files.list(folder.resolve("wal"))) {
      assertThat(files).hasSize(6);
    }
    wal.release(14);
    assertThat(segment(0).getFileName()).hasToString("00000000000000000014.wal");
    assertThatThrownBy(() -> count(wal, 13)).hasMessageContaining("begins at 14");
    wal.release(1_000);
    assertThat(count(open(), 35)).isEqualTo(5);
  }

  private static final class CountedDisk implements Disk {
    private final Disk real = Disk.real();
    private int syncs;

    @Override
    public void write(FileChannel file, ByteBuffer bytes) throws IOException {
      real.write(file, bytes);
    }

    @Override
    public void sync(FileChannel file) throws IOException {
      syncs++;
      real.sync(file);
    }

    @Override
    public void syncBytes(FileChannel file) throws IOException {
      real.syncBytes(file);
    }

    @Override
    public void name(Path from, Path to) throws IOException {
      real.name(from, to);
    }

    @Override
    public void syncFolder(Path names) throws IOException {
      real.syncFolder(names);
    }
  }

  @Test
  void whoReleasesMakesTheNextFileAndWhoAppendsTakesIt() throws IOException {
    CountedDisk disk = new CountedDisk();
    FileWal wal = open(disk);
    for (int index = 0; index < 7; index++) {
      wal.append(index, List.of(new byte[1_000]));
    }
    assertThat(disk.syncs).isEqualTo(1);
    wal.release(0);
    wal.release(0);
    assertThat(disk.syncs).isEqualTo(2);
    // 7 frames of 1,028 bytes fill a file; the 8th takes the one that was made
    wal.append(7, List.of(new byte[1_000]));
    assertThat(disk.syncs).isEqualTo(2);
    assertThat(segment(1).getFileName()).hasToString("00000000000000000007.wal");
    assertThat(count(open(Disk.real()), 0)).isEqualTo(8);
  }

  @Test
  void aTornBatchAtTheEndIsNotThere() throws IOException {
    Wal wal = open();
    wal.append(0, List.of(new byte[] {1}, new byte[] {2}));
    wal.append(2, List.of(new byte[] {3}, new byte[100]));
    flip(segment(0), 34 + 24 + 60);
    FileWal again = open(Disk.real());
    assertThat(again.next()).isEqualTo(2);
    again.append(2, List.of(new byte[] {9}));
    assertThat(count(open(), 0)).isEqualTo(3);
  }

  @Test
  void aDamagedBatchWithWholeOnesBehindItIsRefused() throws IOException {
    Wal wal = open();
    wal.append(0, List.of(new byte[] {1}, new byte[] {2}));
    wal.append(2, List.of(new byte[] {3}));
    flip(segment(0), 30);
    assertThatThrownBy(this::open).hasMessageContaining("damaged at byte 0");
  }

  @Test
  void aDamagedBatchInAnEarlierFileIsRefused() throws IOException {
    Wal wal = open();
    for (int index = 0; index < 10; index++) {
      wal.append(index, List.of(new byte[2_000]));
    }
    flip(segment(0), 2_500);
    assertThatThrownBy(this::open).isInstanceOf(IOException.class);
  }

  /// A power cut at each step: what was written since the last sync of a file is lost from some
  /// byte on, or kept in part; what was acknowledged is there afterwards.
  @Seeds(40)
  void keepsWhatItAcknowledgedWhereverThePowerFails(Seed seed) throws IOException {
    int steps = seed.between(1, 40);
    List<byte[]> acknowledged = new ArrayList<>();
    FailingDisk disk = new FailingDisk(steps, seed);
    try {
      FileWal wal = open(disk);
      while (true) {
        byte[] entry = new byte[seed.between(0, 3_000)];
        seed.random().nextBytes(entry);
        wal.append(acknowledged.size(), List.of(entry));
        acknowledged.add(entry);
        if (seed.chance(0.3)) {
          wal.release(0);
        }
      }
    } catch (IOException failed) {
      assertThat(failed).hasMessageContaining("power");
    }
    List<byte[]> found = new ArrayList<>();
    FileWal again = open(Disk.real());
    again.replay(0, (index, entry) -> found.add(entry));
    assertThat(found.subList(0, acknowledged.size())).containsExactlyElementsOf(acknowledged);
    again.append(found.size(), List.of(new byte[] {1}));
    assertThat(open(Disk.real()).next()).isEqualTo(found.size() + 1L);
  }

  /// Fails at a step; a write that fails has written a part.
  private static final class FailingDisk implements Disk {
    private final Disk real = Disk.real();
    private final Seed seed;
    private int left;

    /// Bytes of the last write, of which none is on the disk before it is synced.
    private int unsynced;

    private FailingDisk(int steps, Seed seed) {
      this.left = steps;
      this.seed = seed;
    }

    private boolean fails() {
      return left-- <= 0;
    }

    @Override
    public void write(FileChannel file, ByteBuffer bytes) throws IOException {
      if (fails()) {
        int part = seed.between(0, bytes.remaining() + 1);
        real.write(file, bytes.slice(bytes.position(), part));
        throw new IOException("the power failed within a write");
      }
      unsynced = bytes.remaining();
      real.write(file, bytes);
    }

    @Override
    public void sync(FileChannel file) throws IOException {
      if (fails()) {
        throw new IOException("the power failed before a sync");
      }
      real.sync(file);
    }

    @Override
    public void syncBytes(FileChannel file) throws IOException {
      if (fails()) {
        // bytes that were never synced are zeros, or anything, from some place on
        long size = file.size();
        long from = file.position() - seed.between(0, unsynced + 1);
        file.position(from);
        real.write(file, ByteBuffer.allocate((int) (size - from)));
        throw new IOException("the power failed before a sync");
      }
      real.syncBytes(file);
    }

    @Override
    public void name(Path from, Path to) throws IOException {
      if (fails()) {
        throw new IOException("the power failed before a name");
      }
      real.name(from, to);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
      if (fails()) {
        throw new IOException("the power failed before a sync");
      }
      real.syncFolder(folder);
    }
  }
}
