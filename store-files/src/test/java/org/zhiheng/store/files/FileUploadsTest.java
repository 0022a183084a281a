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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.uploads.UploadStoreContract;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.jobs.uploads.UploadStore;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

final class FileUploadsTest extends UploadStoreContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123Z");
  private static final InstantSource CLOCK = InstantSource.fixed(AT);
  private static final OrganisationId OURS = new OrganisationId(1);
  private static final UploadId ID = new UploadId("0".repeat(31) + "1");
  private static final byte[] BYTES = {1, 2, 3};
  private static final Upload.Begun BEGUN =
      new Upload.Begun(
          ID, OURS, "li.na", AT, new DeclaredFile("../录像\".mp4", "", 3, Digest.of(BYTES)));

  @TempDir Path folder;
  private FileUploads uploads;

  @BeforeEach
  void open() throws IOException {
    uploads = FileUploads.open(folder.resolve("uploads"), CLOCK);
  }

  @Override
  protected UploadStore uploads() {
    return uploads;
  }

  private Path own(Path home) {
    return home.resolve(Digest.of(new byte[] {'O', '1'}).hex()).resolve(ID.hex());
  }

  private static UploadStore.Kept keep(FileUploads in) throws IOException {
    return in.keep(
        in.find(OURS, ID).orElseThrow(), 1, Digest.of(BYTES), new ByteArrayInputStream(BYTES), AT);
  }

  @Test
  void letsOnlyTheOwnerInAndNamesNothingAfterAnybody() throws IOException {
    uploads.begin(BEGUN);
    keep(uploads);
    try (Stream<Path> walk = Files.walk(folder.resolve("uploads"))) {
      assertThat(walk)
          .hasSize(5) // the store, the owner, the upload, what was declared, a part
          .allSatisfy(path -> {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            assertThat(path.getFileName().toString())
                .matches("uploads|[0-9a-f]{64}|[0-9a-f]{32}|declared\\.json|0001");
          });
    }
  }

  @Test
  void isTheSameWhenItIsOpenedAnew() throws IOException {
    uploads.begin(BEGUN);
    keep(uploads);
    Upload before = uploads.find(OURS, ID).orElseThrow();
    FileUploads anew = FileUploads.open(folder.resolve("uploads"), CLOCK);
    assertThat(anew.of(OURS)).containsExactly(before);
    assertThat(before.begun()).isEqualTo(BEGUN);
  }

  @Test
  void doesNotCountAPartThatIsNotWhole() throws IOException {
    uploads.begin(BEGUN);
    keep(uploads);
    Files.write(own(folder.resolve("uploads")).resolve("0001"), new byte[2]);
    assertThat(uploads.find(OURS, ID).orElseThrow().missing()).containsExactly(1);
  }

  @Test
  void saysWhenWhatWasDeclaredIsDamaged() throws IOException {
    uploads.begin(BEGUN);
    Path declared = own(folder.resolve("uploads")).resolve("declared.json");
    for (String text :
        List.of("", "{}", Files.readString(declared).replace("\"size\":3", "\"size\":0"))) {
      Files.writeString(declared, text);
      assertThatThrownBy(() -> uploads.find(OURS, ID))
          .as(text)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(declared.toString());
    }
  }

  @Test
  void removesWhatAKilledWriterLeftLongAgo() throws IOException {
    uploads.begin(BEGUN);
    Path own = own(folder.resolve("uploads"));
    Path aside = Files.write(own.resolve("aside-old"), BYTES);
    Path half = Files.createDirectory(own.resolveSibling("0".repeat(32)));
    Files.write(half.resolve("0001"), BYTES);
    Path fresh = Files.createDirectory(own.resolveSibling("f".repeat(32)));
    FileTime old = FileTime.from(AT.minus(Duration.ofDays(2)));
    Files.setLastModifiedTime(aside, old);
    Files.setLastModifiedTime(half, old);
    Files.setLastModifiedTime(fresh, FileTime.from(AT));
    FileUploads anew = FileUploads.open(folder.resolve("uploads"), CLOCK);
    assertThat(aside).doesNotExist();
    assertThat(half).doesNotExist();
    assertThat(fresh).exists();
    assertThat(anew.of(OURS)).extracting(Upload::id).containsExactly(ID);
  }

  @Test
  void isCleanWhicheverStepFails() throws IOException {
    int failAt = 1;
    boolean done = false;
    while (!done) {
      Path home = folder.resolve("faulty" + failAt);
      FileUploads torn = FileUploads.open(home, CLOCK, new FaultyDisk(failAt));
      done = kept(torn);
      FileUploads reopened = FileUploads.open(home, CLOCK);
      for (Upload upload : reopened.of(OURS)) {
        assertThat(upload.begun()).as("step %d", failAt).isEqualTo(BEGUN);
        if (upload.missing().isEmpty()) {
          try (InputStream in = reopened.open(upload)) {
            assertThat(in.readAllBytes()).as("step %d", failAt).isEqualTo(BYTES);
          }
        }
      }
      try (Stream<Path> walk = Files.walk(home)) {
        assertThat(walk.map(path -> path.getFileName().toString()))
            .as("step %d", failAt)
            .noneMatch(name -> name.startsWith("aside-"));
      }
      failAt++;
    }
    // a write, a sync, a name and three folders to begin; a write, a sync, a name and a folder to
    // keep a part: the eleventh step does not come
    assertThat(failAt - 1).isEqualTo(11);
  }

  private static boolean kept(FileUploads torn) {
    try {
      torn.begin(BEGUN);
      assertThat(keep(torn)).isEqualTo(new UploadStore.Kept.Whole());
      return true;
    } catch (IOException failure) {
      assertThat(failure).hasMessage("torn");
      return false;
    }
  }
}
