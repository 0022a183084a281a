package org.zhiheng.ledger.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Parsed;

final class WitnessedTest {

  private static final NoteSigner LOG = Keys.log("example.com/log", 1);
  private static final NoteSigner A = Keys.witness("a.example/w", 2);
  private static final NoteSigner B = Keys.witness("b.example/w", 3);
  private static final NoteSigner OWN = Keys.witness("own.example/w", 4);

  /// Two of three, one of them the operator's own.
  private static final TrustPolicy POLICY =
      TrustPolicy.parse(
              ("log "
                      + LOG.key()
                      + "\nwitness A "
                      + A.key()
                      + "\nwitness B "
                      + B.key()
                      + "\nwitness own "
                      + OWN.key()
                      + "\ngroup two 2 A B own\nquorum two\n")
                  .getBytes(StandardCharsets.UTF_8))
          .orThrow();

  private static SignedNote signedBy(NoteSigner... witnesses) {
    String text =
        Checkpoint.of("example.com/log", new TreeHead(0, TreeAlgorithm.SHA_256.hasher().empty()))
            .text();
    List<SignatureLine> lines =
        Stream.of(witnesses)
            .map(one -> one.line(text, Optional.of(Instant.parse("2026-11-29T00:00:00Z"))))
            .toList();
    return new SignedNote(text, List.of(LOG.line(text, Optional.empty()))).with(lines);
  }

  @Test
  void twoOfThreeAreEnough() {
    assertThat(POLICY.witnessed(signedBy(A), List.of()).enough()).isFalse();
    TrustPolicy.Witnessed both = POLICY.witnessed(signedBy(A, B), List.of());
    assertThat(both.enough()).isTrue();
    assertThat(both.of()).isEqualTo(3);
    assertThat(both.signed()).hasSize(2);
    // who signs twice is one
    assertThat(POLICY.witnessed(signedBy(A, A), List.of()).enough()).isFalse();
  }

  @Test
  void theOperatorsOwnNeverCounts() {
    assertThat(POLICY.witnessed(signedBy(A, OWN), List.of()).enough()).isTrue();
    // by its bytes, whatever its name
    NoteSigner renamed = Keys.witness("friend.example/w", 4);
    TrustPolicy.Witnessed witnessed = POLICY.witnessed(signedBy(A, OWN), List.of(renamed.key()));
    assertThat(witnessed.enough()).isFalse();
    assertThat(witnessed.of()).isEqualTo(2);
    assertThat(witnessed.signed()).hasSize(1);
  }

  @Test
  void aFalseLineSpoilsTheNote() {
    SignedNote note = signedBy(A, B);
    SignatureLine forged =
        new SignatureLine(
            A.key().name(), A.key().id(), B.line("other\n", Optional.empty()).base64());
    SignedNote spoiled = new SignedNote(note.text(), List.of(forged)).with(note.signatures());
    assertThat(POLICY.witnessed(spoiled, List.of()).signed()).isEmpty();
  }

  /// Each group is asked within the one around it: a thousand would end the thread that asks.
  @Test
  void groupsStandNotTooDeepInOneAnother() {
    assertThat(nested(TrustPolicy.DEPTH_MAX).found())
        .hasValueSatisfying(
            policy -> assertThat(policy.witnessed(signedBy(A), List.of()).enough()).isTrue());
    assertThat(nested(TrustPolicy.DEPTH_MAX + 1).refusal())
        .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo("log-policy"));
  }

  private static Parsed<TrustPolicy> nested(int depth) {
    StringBuilder text = new StringBuilder("log " + LOG.key() + "\nwitness g0 " + A.key());
    for (int at = 1; at <= depth; at++) {
      text.append("\ngroup g").append(at).append(" any g").append(at - 1);
    }
    text.append("\nquorum g").append(depth).append('\n');
    return TrustPolicy.parse(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
