package org.zhiheng.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.tree.GrowingTree;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.Tile;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class LogProofTest {

  private static final NoteSigner LOG = Keys.log("example.com/log", 1);
  private static final NoteSigner ONE = Keys.witness("one", 11);
  private static final NoteSigner TWO = Keys.witness("two", 12);
  private static final NoteSigner THREE = Keys.mlDsa("three");
  private static final Hasher HASHER = TreeAlgorithm.SHA_256.hasher();

  private static byte[] leaf(int index) {
    return ("leaf " + index).getBytes(StandardCharsets.UTF_8);
  }

  private static LogProof proof(int index, int size, List<NoteSigner> witnesses)
      throws IOException {
    Map<Tile, byte[]> tiles = new HashMap<>();
    GrowingTree tree = new GrowingTree(HASHER, tiles::put);
    for (int at = 0; at < size; at++) {
      tree.append(HASHER.leaf(leaf(at)));
    }
    tree.edges().forEach(edge -> tiles.put(edge.tile(), edge.bytes()));
    String text = Checkpoint.of("example.com/log", tree.head()).text();
    SignedNote note = new SignedNote(text, List.of(LOG.line(text, Optional.empty())));
    for (NoteSigner witness : witnesses) {
      note =
          note.with(List.of(witness.line(text, Optional.of(Instant.ofEpochSecond(1_700_000_000)))));
    }
    TileProofs proofs =
        new TileProofs(HASHER, tile -> Objects.requireNonNull(tiles.get(tile), tile.path()));
    return new LogProof("", proofs.inclusion(index, size), note);
  }

  private static TrustPolicy policy(String quorum) {
    return TrustPolicy.parse(
            ("log "
                    + LOG.key()
                    + "\nwitness w1 "
                    + ONE.key()
                    + "\nwitness w2 "
                    + TWO.key()
                    + "\nwitness w3 "
                    + THREE.key()
                    + "\n"
                    + quorum
                    + "\n")
                .getBytes(StandardCharsets.UTF_8))
        .orThrow();
  }

  @Seeds(30)
  void readsWhatItWroteAndHolds(Seed seed) throws IOException {
    int size = seed.between(1, 600);
    int index = seed.between(0, size);
    LogProof proof = proof(index, size, List.of(ONE));
    byte[] stored = proof.toString().getBytes(StandardCharsets.UTF_8);
    LogProof read = LogProof.parse(stored).orThrow();
    assertThat(read).isEqualTo(proof);
    LogProof.Checked checked = read.check(HASHER, leaf(index), policy("quorum w1"));
    assertThat(checked.inclusion()).isEqualTo(new Shown.Proven());
    assertThat(checked.witnesses()).isEqualTo(new Shown.Proven());
    assertThat(read.check(HASHER, leaf(index + 1), policy("quorum w1")).inclusion().proven())
        .isFalse();
  }

  /// Every byte of a stored proof changed, one at a time: it never holds as what it was, except
  /// where the change only touches a line of nobody that the policy knows.
  @Test
  void noByteCanBeChanged() throws IOException {
    LogProof proof = proof(5, 9, List.of(ONE));
    byte[] stored = proof.toString().getBytes(StandardCharsets.UTF_8);
    TrustPolicy policy = policy("quorum w1");
    for (int at = 0; at < stored.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = stored.clone();
        changed[at] ^= (byte) (1 << bit);
        Optional<LogProof> read = LogProof.parse(changed).found();
        if (read.isPresent()) {
          LogProof.Checked checked = read.get().check(HASHER, leaf(5), policy);
          assertThat(checked.inclusion().proven() && checked.witnesses().proven())
              .as("byte " + at + " bit " + bit)
              .isFalse();
        }
      }
    }
  }

  @Test
  void asksForAsManyWitnessesAsThePolicySays() throws IOException {
    String group = "group g 2 w1 w2 w3\nquorum g";
    assertThat(witnessed(List.of(ONE), group)).isFalse();
    assertThat(witnessed(List.of(ONE, THREE), group)).isTrue();
    assertThat(witnessed(List.of(ONE, ONE), group)).isFalse();
    assertThat(witnessed(List.of(), "quorum none")).isTrue();
    assertThat(witnessed(List.of(TWO), "group a any w1 w2\ngroup b all a w3\nquorum b")).isFalse();
    assertThat(witnessed(List.of(TWO, THREE), "group a any w1 w2\ngroup b all a w3\nquorum b"))
        .isTrue();
  }

  private static boolean witnessed(List<NoteSigner> witnesses, String quorum) throws IOException {
    return proof(0, 3, witnesses).check(HASHER, leaf(0), policy(quorum)).witnesses().proven();
  }

  @Test
  void doesNotKnowALogThatSignsUnderAnothersName() throws IOException {
    LogProof proof = proof(0, 3, List.of());
    TrustPolicy other =
        TrustPolicy.parse(
                ("log " + Keys.log("example.com/log", 99).key() + "\nquorum none\n")
                    .getBytes(StandardCharsets.UTF_8))
            .orThrow();
    assertThat(proof.check(HASHER, leaf(0), other).inclusion().proven()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "quorum",
        "quorum nobody",
        "quorum none\nquorum none",
        "group g 1\nquorum g",
        "group g 0 w1\nquorum g",
        "group g 2 w1\nquorum g",
        "group g any w1 w1\nquorum g",
        "group g any w1\ngroup h any w1\nquorum g",
        "group none any w1\nquorum none",
        "group w1 any w2\nquorum w1",
        "log x\nquorum none",
        "witness w4 x\nquorum none",
        "quorum none\u0001",
        "other\nquorum none"
      })
  void refusesPoliciesThatSayNothingClear(String lines) {
    String text =
        "witness w1 " + ONE.key() + "\nwitness w2\t" + TWO.key() + " https://two\n# c\n" + lines;
    assertThat(TrustPolicy.parse(text.getBytes(StandardCharsets.UTF_8)).refusal()).isPresent();
  }

  @Test
  void refusesOneKeyUnderTwoNames() {
    String text =
        "witness w1 "
            + ONE.key()
            + "\nwitness w2 "
            + Keys.witness("another", 11).key()
            + "\nquorum w1\n";
    assertThat(TrustPolicy.parse(text.getBytes(StandardCharsets.UTF_8)).refusal()).isPresent();
  }
}
