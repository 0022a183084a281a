package org.zhiheng.contracts.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.prove.CheckpointProofs;
import org.zhiheng.values.Bytes;

/// What every store of [CheckpointProofs] passes.
public abstract class CheckpointProofsContract {

  /// An empty store.
  protected abstract CheckpointProofs proofs();

  private static CheckpointProofs.Proof proof(
      long size, CheckpointProofs.What what, String source) {
    return new CheckpointProofs.Proof(
        size,
        "log\n" + size + "\nroot\n",
        what,
        source,
        Instant.parse("2026-11-28T12:00:00.000001Z"),
        Bytes.of(source.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void givesAllOverTheSmallestCheckpointThatCoversAnEntry() {
    CheckpointProofs proofs = proofs();
    assertThat(proofs.covering(0, CheckpointProofs.What.TIME)).isEmpty();
    CheckpointProofs.Proof late = proof(20, CheckpointProofs.What.TIME, "late");
    CheckpointProofs.Proof one = proof(10, CheckpointProofs.What.TIME, "one");
    CheckpointProofs.Proof two = proof(10, CheckpointProofs.What.TIME, "two");
    CheckpointProofs.Proof chain = proof(12, CheckpointProofs.What.CHAIN, "chain");
    proofs.keep(late);
    proofs.keep(one);
    proofs.keep(two);
    proofs.keep(chain);
    assertThat(proofs.covering(9, CheckpointProofs.What.TIME)).containsExactly(one, two);
    assertThat(proofs.covering(10, CheckpointProofs.What.TIME)).containsExactly(late);
    assertThat(proofs.covering(20, CheckpointProofs.What.TIME)).isEmpty();
    assertThat(proofs.covering(0, CheckpointProofs.What.CHAIN)).containsExactly(chain);
    assertThat(proofs.newest(CheckpointProofs.What.TIME, 2)).containsExactly(two, one);
    assertThat(proofs.newest(CheckpointProofs.What.CHAIN, 2)).containsExactly(chain);
  }

  @Test
  void givesTimesAndTheirRecordsCheckpointByCheckpoint() {
    CheckpointProofs proofs = proofs();
    assertThat(proofs.timesAfter(0, 10)).isEmpty();
    CheckpointProofs.Proof late = proof(20, CheckpointProofs.What.TIME, "late");
    CheckpointProofs.Proof early = proof(10, CheckpointProofs.What.TIME, "early");
    CheckpointProofs.Proof chain = proof(10, CheckpointProofs.What.CHAIN, "chain");
    CheckpointProofs.Proof renewed = proof(10, CheckpointProofs.What.RECORD, "renewed");
    CheckpointProofs.Proof again = proof(10, CheckpointProofs.What.RECORD, "again");
    proofs.keep(late);
    proofs.keep(early);
    proofs.keep(chain);
    proofs.keep(renewed);
    proofs.keep(again);
    assertThat(proofs.timesAfter(0, 10)).containsExactly(early, renewed, again, late);
    assertThat(proofs.timesAfter(0, 1)).containsExactly(early, renewed, again);
    assertThat(proofs.timesAfter(10, 1)).containsExactly(late);
    assertThat(proofs.timesAfter(20, 1)).isEmpty();
    assertThat(proofs.covering(5, CheckpointProofs.What.RECORD)).containsExactly(renewed, again);
  }
}
