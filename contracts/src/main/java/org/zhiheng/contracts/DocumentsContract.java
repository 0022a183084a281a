package org.zhiheng.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Digest;

/// What every store of documents must do.
public abstract class DocumentsContract {

  private static final int SIZE_MAX = 300_000;
  private static final int WRITERS = 16;

  /// SHA-256 of `abc`: FIPS 180-4, example of SHA-256.
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /// An empty store, the same one for the whole test.
  protected abstract Documents documents() throws IOException;

  @Test
  void keepsBytesUnderTheirDigest() throws IOException {
    Documents.Kept kept = documents().keep(in("abc"), 3);
    assertThat(kept).isEqualTo(new Documents.Kept(new Digest(ABC), 3));
    assertThat(read(kept.digest())).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
    assertThat(documents().bytes(kept.digest())).contains(3L);
  }

  @Test
  void knowsNothingOfOtherDigests() throws IOException {
    documents().keep(in("abc"), 3);
    Digest other = Digest.of(new byte[] {1});
    assertThat(documents().open(other)).isEmpty();
    assertThat(documents().bytes(other)).isEmpty();
  }

  @Test
  void removesOneForGood() throws IOException {
    Documents.Kept kept = documents().keep(in("abc"), 3);
    Documents.Kept other = documents().keep(in("abd"), 3);
    documents().remove(kept.digest());
    documents().remove(kept.digest());
    assertThat(documents().open(kept.digest())).isEmpty();
    assertThat(documents().bytes(kept.digest())).isEmpty();
    assertThat(documents().bytes(other.digest())).contains(3L);
    assertThat(documents().keep(in("abc"), 3)).isEqualTo(kept);
    assertThat(documents().bytes(kept.digest())).contains(3L);
  }

  @Test
  void refusesMoreThanAllowedAndKeepsNothingOfIt() throws IOException {
    assertThatThrownBy(() -> documents().keep(in("abc"), 2)).isInstanceOf(Documents.TooLarge.class);
    assertThat(documents().open(new Digest(ABC))).isEmpty();
  }

  @Test
  void keepsNothingOfAStreamThatFails() throws IOException {
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
    InputStream failing = new java.io.SequenceInputStream(in("aa"), torn);
    assertThatThrownBy(() -> documents().keep(failing, 100)).isInstanceOf(IOException.class);
    assertThat(documents().open(Digest.of("aa".getBytes(StandardCharsets.US_ASCII)))).isEmpty();
  }

  @Test
  void keepsTheSameBytesOnceForManyWriters()
      throws IOException, InterruptedException, ExecutionException {
    Documents documents = documents();
    List<Callable<Documents.Kept>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      writers.add(() -> documents.keep(in("abc"), 3));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Documents.Kept> kept : threads.invokeAll(writers)) {
        assertThat(kept.get().digest().hex()).isEqualTo(ABC);
      }
    }
    assertThat(read(new Digest(ABC))).hasSize(3);
  }

  @Seeds(20)
  void givesBackWhatItWasGiven(Seed seed) throws IOException {
    byte[] bytes = new byte[seed.between(0, SIZE_MAX)];
    seed.random().nextBytes(bytes);
    Documents.Kept kept = documents().keep(new ByteArrayInputStream(bytes), SIZE_MAX);
    assertThat(read(kept.digest())).isEqualTo(bytes);
  }

  private byte[] read(Digest digest) throws IOException {
    try (InputStream in = documents().open(digest).orElseThrow()) {
      return in.readAllBytes();
    }
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
