package org.zhiheng.contracts.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.prove.WitnessRound;
import org.zhiheng.jobs.prove.WitnessRounds;

/// What every [WitnessRounds] passes.
public abstract class WitnessRoundsContract {

  /// The one of this test.
  protected abstract WitnessRounds rounds();

  @Test
  void givesTheRoundThatWasKeptLast() throws IOException {
    assertThat(rounds().latest()).isEmpty();
    WitnessRound all =
        new WitnessRound(
            Instant.parse("2026-11-30T08:00:00.250Z"),
            7,
            Arrays.stream(WitnessRound.Answer.values())
                .map(answer ->
                    new WitnessRound.Answered(
                        "https://" + answer.word() + ".example/w",
                        answer,
                        answer == WitnessRound.Answer.BEHIND ? Optional.of(3L) : Optional.empty(),
                        "said \"so\"\n知"))
                .toList());
    rounds().keep(all);
    assertThat(rounds().latest()).hasValue(all);
    WitnessRound none = new WitnessRound(Instant.parse("2026-11-30T08:00:05Z"), 8, List.of());
    rounds().keep(none);
    assertThat(rounds().latest()).hasValue(none);
  }
}
