package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.DocumentsContract;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.seeds.Seed;
import org.zhiheng.values.Digest;

final class FileDocumentsTest extends DocumentsContract {

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;
  private FileDocuments documents;

  @BeforeEach
  void open() throws IOException {
    documents = FileDocuments.open(folder.resolve("documents"), CLOCK);
  }

  @Override
  protected Documents documents() {
    return documents;
  }

  @Test
  void letsOnlyTheOwnerIn() throws IOException {
    documents.keep(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
    try (Stream<Path> walk = Files.walk(folder.resolve("documents"))) {
      assertThat(walk)
          .allSatisfy(path ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                  .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void tellsDamagedBytes() throws IOException {
    Digest digest = documents.keep(new ByteArrayInputStream(new byte[] {1}), 1).digest();
    Path file =
        folder.resolve("documents", digest.hex().substring(0, 2), digest.hex().substring(2));
    assertThat(documents.verify()).isEmpty();
    Files.write(file, new byte[] {2});
    assertThat(documents.verify())
        .singleElement()
        .satisfies(problem -> assertThat(problem.given()).isEqualTo(digest.hex()));
  }

  @Test
  void removesWhatAKilledWriterLeftLongAgo() throws IOException {
    Path old = folder.resolve("documents/incoming/old");
    Path fresh = folder.resolve("documents/incoming/fresh");
    Files.write(old, new byte[] {1});
    Files.write(fresh, new byte[] {1});
    Files.setLastModifiedTime(old, FileTime.from(CLOCK.instant().minus(Duration.ofDays(2))));
    FileDocuments.open(folder.resolve("documents"), CLOCK);
    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  @Test
  void isCleanWhicheverStepFails() throws IOException {
    byte[] bytes = new byte[200_000];
    Seed.of(1).random().nextBytes(bytes);
    int failAt = 1;
    boolean done = false;
    while (!done) {
      FaultyDisk faulty = new FaultyDisk(failAt);
      Path home = folder.resolve("faulty" + failAt);
      FileDocuments torn = FileDocuments.open(home, CLOCK, faulty);
      done = kept(torn, bytes);
      FileDocuments reopened = FileDocuments.open(home, CLOCK);
      assertThat(reopened.verify()).as("step %d", failAt).isEmpty();
      try (Stream<Path> left = Files.list(home.resolve("incoming"))) {
        assertThat(left).as("step %d", failAt).isEmpty();
      }
      reopened.keep(new ByteArrayInputStream(bytes), bytes.length);
      try (InputStream in = reopened.open(Digest.of(bytes)).orElseThrow()) {
        assertThat(in.readAllBytes()).as("step %d", failAt).isEqualTo(bytes);
      }
      failAt++;
    }
    // four writes of 64 KiB, a sync, a rename, two folders: the ninth step does not come
    assertThat(failAt - 1).isEqualTo(9);
  }

  private static boolean kept(FileDocuments documents, byte[] bytes) {
    try {
      documents.keep(new ByteArrayInputStream(bytes), bytes.length);
      return true;
    } catch (IOException torn) {
      assertThat(torn).hasMessage("torn");
      return false;
    }
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> FileDocuments.open(file, CLOCK)).isInstanceOf(IOException.class);
  }
}
