package org.zhiheng.jobs.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TriesTest {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

  // One minute at the fifth, twice as long each time: 1, 2, 4, 8, 16, 32, then 64 cut to 60.
  @ParameterizedTest
  @CsvSource({"4, 0", "5, 1", "6, 2", "7, 4", "8, 8", "9, 16", "10, 32", "11, 60", "1000, 60"})
  void locksTwiceAsLongEachTimeUpToAnHour(int count, int minutes) {
    Instant until = new Tries(count, AT).lockedUntil(Tries.FREE);

    assertThat(until)
        .isEqualTo(minutes == 0 ? Instant.EPOCH : AT.plus(Duration.ofMinutes(minutes)));
  }

  @Test
  void startsAgainAfterADay() {
    Tries tries = new Tries(30, AT);

    assertThat(tries.again(AT.plus(Duration.ofHours(24))))
        .isEqualTo(new Tries(1, AT.plus(Duration.ofHours(24))));
    assertThat(tries.again(AT.plus(Duration.ofHours(23))).count()).isEqualTo(31);
  }
}
