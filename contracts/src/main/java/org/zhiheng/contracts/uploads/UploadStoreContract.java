package org.zhiheng.contracts.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.jobs.uploads.Upload;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.jobs.uploads.UploadStore;
import org.zhiheng.seeds.Seed;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// What every store of uploads must do.
public abstract class UploadStoreContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123Z");
  private static final OrganisationId OURS = new OrganisationId(1);
  private static final OrganisationId THEIRS = new OrganisationId(2);

  /// Two whole parts and one of seven bytes.
  private static final byte[] BYTES = bytes(2 * DeclaredFile.PART_BYTES + 7);

  private static final Digest DIGEST = Digest.of(BYTES);

  /// An empty store, the same one for the whole test.
  protected abstract UploadStore uploads() throws IOException;

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    Seed.of(4).random().nextBytes(bytes);
    return bytes;
  }

  private static UploadId id(int number) {
    return new UploadId(String.format(Locale.ROOT, "%032x", number));
  }

  private static Upload.Begun begun(int number, OrganisationId organisation) {
    return new Upload.Begun(
        id(number),
        organisation,
        "li.na",
        AT.plusSeconds(number),
        new DeclaredFile("录像 " + number + ".mp4", "video/mp4", BYTES.length, DIGEST));
  }

  private Upload begin(int number) throws IOException {
    uploads().begin(begun(number, OURS));
    return found(number);
  }

  private Upload found(int number) throws IOException {
    return uploads().find(OURS, id(number)).orElseThrow();
  }

  private static byte[] part(int number) {
    int from = (number - 1) * DeclaredFile.PART_BYTES;
    return java.util.Arrays.copyOfRange(
        BYTES, from, Math.min(BYTES.length, from + DeclaredFile.PART_BYTES));
  }

  private UploadStore.Kept keep(Upload upload, int number, byte[] bytes) throws IOException {
    return uploads()
        .keep(
            upload, number, Digest.of(bytes), new ByteArrayInputStream(bytes), AT.plusSeconds(60));
  }

  @Test
  void tellsWhatWasBegun() throws IOException {
    uploads().begin(begun(2, OURS));
    uploads().begin(begun(1, OURS));
    uploads().begin(begun(3, THEIRS));
    assertThat(uploads().of(OURS))
        .extracting(Upload::begun)
        .containsExactly(begun(1, OURS), begun(2, OURS));
    assertThat(found(1).there()).isEmpty();
    assertThat(found(1).touched()).isEqualTo(AT.plusSeconds(1));
    assertThat(uploads().find(OURS, id(3))).isEmpty();
    assertThat(uploads().find(OURS, id(4))).isEmpty();
    assertThat(uploads().of(new OrganisationId(9))).isEmpty();
  }

  @Test
  void beginsNoneTwice() throws IOException {
    Upload upload = begin(1);
    keep(upload, 3, part(3));
    assertThatThrownBy(() -> uploads().begin(begun(1, OURS))).isInstanceOf(IOException.class);
    assertThat(found(1).there()).containsExactly(3);
  }

  @Test
  void givesTheBytesInTheirOrderWhateverOrderTheyCameIn() throws IOException {
    Upload upload = begin(1);
    for (int number : new int[] {3, 1, 2}) {
      assertThat(keep(upload, number, part(number))).isEqualTo(new UploadStore.Kept.Whole());
    }
    assertThat(found(1).missing()).isEmpty();
    assertThat(found(1).touched()).isEqualTo(AT.plusSeconds(60));
    try (InputStream in = uploads().open(found(1))) {
      assertThat(Digest.of(in)).isEqualTo(DIGEST);
    }
  }

  @Test
  void countsTheLaterOfTwoPartsOfOneNumber() throws IOException {
    Upload upload = begin(1);
    keep(upload, 3, new byte[7]);
    keep(upload, 3, part(3));
    keep(upload, 1, part(1));
    keep(upload, 2, part(2));
    assertThat(found(1).there()).containsExactly(1, 2, 3);
    try (InputStream in = uploads().open(found(1))) {
      assertThat(Digest.of(in)).isEqualTo(DIGEST);
    }
  }

  @Test
  void keepsNothingOfAPartThatIsRefused() throws IOException {
    Upload upload = begin(1);
    assertThat(keep(upload, 3, new byte[8])).isEqualTo(new UploadStore.Kept.Longer());
    assertThat(keep(upload, 3, new byte[6])).isEqualTo(new UploadStore.Kept.Shorter(6));
    assertThat(keep(upload, 1, new byte[0])).isEqualTo(new UploadStore.Kept.Shorter(0));
    assertThat(uploads().keep(upload, 3, DIGEST, new ByteArrayInputStream(new byte[7]), AT))
        .isEqualTo(new UploadStore.Kept.Other(Digest.of(new byte[7])));
    assertThat(found(1).there()).isEmpty();
    assertThat(found(1).touched()).isEqualTo(AT.plusSeconds(1));
  }

  @Test
  void keepsWhatWasThereWhenTheSamePartIsTornLater() throws IOException {
    Upload upload = begin(1);
    keep(upload, 3, part(3));
    InputStream torn =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("torn");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("torn");
          }
        };
    InputStream failing = new SequenceInputStream(new ByteArrayInputStream(new byte[3]), torn);
    assertThatThrownBy(() -> uploads().keep(upload, 3, DIGEST, failing, AT))
        .isInstanceOf(IOException.class);
    assertThat(found(1).there()).containsExactly(3);
  }

  @Test
  void removesOneForGood() throws IOException {
    Upload upload = begin(1);
    begin(2);
    keep(upload, 3, part(3));
    uploads().remove(THEIRS, id(1));
    assertThat(found(1).there()).containsExactly(3);
    uploads().remove(OURS, id(1));
    uploads().remove(OURS, id(1));
    assertThat(uploads().find(OURS, id(1))).isEmpty();
    assertThat(uploads().of(OURS)).extracting(Upload::id).containsExactly(id(2));
    assertThatThrownBy(() -> keep(upload, 3, part(3))).isInstanceOf(IOException.class);
  }

  @Test
  void findsWhatWasTouchedLastBeforeATime() throws IOException {
    uploads().begin(begun(1, OURS));
    uploads().begin(begun(2, THEIRS));
    Upload kept = begin(3);
    keep(kept, 3, part(3)); // at AT + 60 s
    assertThat(uploads().untouchedSince(AT.plusSeconds(1))).isEmpty();
    assertThat(uploads().untouchedSince(AT.plusSeconds(2)))
        .extracting(Upload::id)
        .containsExactly(id(1));
    assertThat(uploads().untouchedSince(AT.plusSeconds(60)))
        .extracting(Upload::id)
        .containsExactlyInAnyOrder(id(1), id(2));
    assertThat(uploads().untouchedSince(AT.plusSeconds(61))).hasSize(3);
  }

  @Test
  void takesManyPartsAtOnce() throws IOException, InterruptedException, ExecutionException {
    Upload upload = begin(1);
    List<Callable<UploadStore.Kept>> senders = new ArrayList<>();
    for (int number : new int[] {1, 2, 3, 1, 2, 3}) {
      senders.add(() -> keep(upload, number, part(number)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(senders.size())) {
      for (Future<UploadStore.Kept> kept : threads.invokeAll(senders)) {
        assertThat(kept.get()).isEqualTo(new UploadStore.Kept.Whole());
      }
    }
    try (InputStream in = uploads().open(found(1))) {
      assertThat(Digest.of(in)).isEqualTo(DIGEST);
    }
  }
}
