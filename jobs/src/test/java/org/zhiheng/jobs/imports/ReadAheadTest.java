package org.zhiheng.jobs.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.intake.InputSource;
import org.zhiheng.intake.IntakeFile;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.values.Digest;

final class ReadAheadTest {

  private static final String HEADER = "kind,title,publication_number,publication_date\n";
  private static final int ROWS = 2 * ImportRuns.BATCH_MAX + 7;

  private static byte[] rows(int count) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int row = 0; row < count; row++) {
      text.append("invention_published,杯子,CN").append(100_000_000 + row).append("A,");
      text.append(row % 100 == 99 ? "never" : "2019-07-12").append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static IntakeFile file(InputSource source) {
    return new IntakeFile("gazette.csv", Digest.of(new byte[0]), source);
  }

  private static ReadAhead ahead(InputSource source, long behind) {
    return ReadAhead.of(IntakeKind.CNIPA_GAZETTE_CSV, file(source), behind);
  }

  private static List<ReadAhead.Stretch> all(ReadAhead ahead)
      throws IOException, InterruptedException {
    List<ReadAhead.Stretch> stretches = new ArrayList<>();
    Optional<ReadAhead.Stretch> next = ahead.next();
    while (next.isPresent()) {
      stretches.add(next.get());
      next = ahead.next();
    }
    return stretches;
  }

  @Test
  void givesTheWholeFileInFullStretchesAndARest() throws IOException, InterruptedException {
    try (ReadAhead ahead = ahead(() -> new ByteArrayInputStream(rows(ROWS)), 0)) {
      List<ReadAhead.Stretch> stretches = all(ahead);
      assertThat(stretches)
          .extracting(ReadAhead.Stretch::through)
          .containsExactly(5_000L, 10_000L, 10_007L);
      assertThat(stretches).extracting(ReadAhead.Stretch::full).containsExactly(true, true, false);
      // each hundredth row has no date
      assertThat(stretches).extracting(ReadAhead.Stretch::refused).containsExactly(50L, 50L, 0L);
      assertThat(stretches)
          .extracting(one -> one.notices().size())
          .containsExactly(4_950, 4_950, 7);
    }
  }

  @Test
  void goesOnBehindAPosition() throws IOException, InterruptedException {
    try (ReadAhead ahead = ahead(() -> new ByteArrayInputStream(rows(ROWS)), 10_004)) {
      assertThat(all(ahead))
          .singleElement()
          .satisfies(rest -> {
            assertThat(rest.notices()).hasSize(3);
            assertThat(rest.notices().getFirst().source().position()).isEqualTo("line 10006");
            assertThat(rest.through()).isEqualTo(10_007);
          });
    }
  }

  @Test
  void givesNothingOfAFileThatWasReadToItsEnd() throws IOException, InterruptedException {
    try (ReadAhead ahead = ahead(() -> new ByteArrayInputStream(rows(ROWS)), ROWS)) {
      assertThat(ahead.next()).isEmpty();
    }
  }

  @Test
  void givesWhatWasReadBeforeTheFileBrokeOff() throws IOException, InterruptedException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    byte[] whole = rows(6_000);
    try (ReadAhead ahead =
        ahead(() -> new SequenceInputStream(new ByteArrayInputStream(whole), broken), 0)) {
      assertThat(ahead.next().orElseThrow().through()).isEqualTo(5_000);
      assertThatThrownBy(() -> all(ahead))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("disk");
    }
  }

  @Test
  void passesOnWhatIsNoFailureOfTheFile() {
    IllegalStateException wrong = new IllegalStateException("ours");
    try (ReadAhead ahead =
        ahead(
            () -> {
              throw wrong;
            },
            0)) {
      assertThatThrownBy(ahead::next).isSameAs(wrong);
    }
  }

  @Test
  void stopsReadingWhenClosed() throws IOException, InterruptedException {
    ReadAhead ahead = ahead(() -> new ByteArrayInputStream(rows(ROWS)), 0);
    assertThat(ahead.next()).isPresent();
    ahead.close();
    assertThat(ahead.ended()).isTrue();
  }
}
