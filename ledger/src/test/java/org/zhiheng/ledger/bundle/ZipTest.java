package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZipTest {

  private static final long FILE = 1L << 31;

  /// Four files of 2 GB and one short: the fourth and the fifth begin behind the first 4 GB.
  private static final List<Zip.Place> FAR =
      List.of(
          new Zip.Place("files/0001", 1, FILE),
          new Zip.Place("files/0002", 2, FILE),
          new Zip.Place("files/0003", 3, FILE),
          new Zip.Place("files/0004", 4, FILE),
          new Zip.Place("policy.txt", 5, 3));

  /// The JDK's reader as a second opinion. The file has holes: it takes no room on the disk.
  @Test
  void anotherReaderFindsWhatLiesBehindTheFirstFourGigabytes(@TempDir Path folder)
      throws IOException {
    Path path = folder.resolve("far.zip");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      long at = 0;
      for (Zip.Place place : FAR) {
        file.seek(at);
        file.write(Zip.local(place));
        at = Zip.next(at, place);
      }
      file.seek(at - 3);
      file.write(new byte[] {'a', 'b', 'c'});
      file.write(Zip.end(FAR));
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName).toList())
          .isEqualTo(FAR.stream().map(Zip.Place::name).toList());
      assertThat(zip.stream().map(ZipEntry::getSize).toList())
          .isEqualTo(FAR.stream().map(Zip.Place::sizeBytes).toList());
      byte[] last = new byte[3];
      int count = zip.getInputStream(zip.getEntry("policy.txt")).read(last);
      assertThat(count).isEqualTo(3);
      assertThat(last).containsExactly('a', 'b', 'c');
    }
  }

  @Test
  void readsItsOwnDirectoryWhereverItStands() throws IOException {
    for (int count = 0; count <= FAR.size(); count++) {
      List<Zip.Place> places = FAR.subList(0, count);
      assertThat(Zip.directory(ending(places))).isEqualTo(places);
    }
  }

  /// Exactly at the border: 2^32 - 1 is written elsewhere, 2^32 - 2 is not.
  @Test
  void writesPlacesElsewhereFromTheBorderOn() throws IOException {
    Zip.Place first = new Zip.Place("a", 0, FILE);
    long left = 0xffff_ffffL - Zip.next(Zip.next(0, first), new Zip.Place("b", 0, 0));
    for (long less : new long[] {1, 0}) {
      List<Zip.Place> places =
          List.of(first, new Zip.Place("b", 0, left - less), new Zip.Place("c", 0, 0));
      // 3 entries of 46 bytes and a name of 1; 22 at the end; 12 + 56 + 20 more for ZIP64 (APPNOTE
      // 4.5.3, 4.3.14, 4.3.15). Where c begins just below, the directory begins behind the border.
      assertThat(Zip.end(places)).hasSize(3 * 47 + 22 + 56 + 20 + (less == 0 ? 12 : 0));
      assertThat(Zip.directory(ending(places))).isEqualTo(places);
    }
  }

  /// Bytes of which only the end can be read.
  private static ByteSource ending(List<Zip.Place> places) {
    long behind = 0;
    for (Zip.Place place : places) {
      behind = Zip.next(behind, place);
    }
    long start = behind;
    byte[] end = Zip.end(places);
    return new ByteSource() {
      @Override
      public long sizeBytes() {
        return start + end.length;
      }

      @Override
      public void read(long at, byte[] into, int offset, int count) throws IOException {
        if (at < start) {
          throw new EOFException("not the end: " + at);
        }
        System.arraycopy(end, (int) (at - start), into, offset, count);
      }
    };
  }
}
