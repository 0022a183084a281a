package org.zhiheng.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.tree.EntryBundle;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.OpenBundle;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.ledger.watch.ForkProof;
import org.zhiheng.ledger.witness.AddCheckpoint;
import org.zhiheng.ledger.witness.Witness;
import org.zhiheng.ledger.witness.WitnessAnswer;
import org.zhiheng.ledger.witness.WitnessMemory;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Parsed;

/// What logs and witnesses write to each other, spoilt. Exceptions that may come out: none. Nothing
/// that was changed is signed, and nothing that was changed proves anything.
final class NoteFuzz {

  private static final String ORIGIN = "example.com/log";
  private static final Ed25519Key LOG = Keys.log(ORIGIN, 1);
  private static final Ed25519Key WITNESS = Keys.witness("one.example.org", 11);
  private static final List<NoteSigner> SIGNERS = Keys.all(ORIGIN);
  private static final Hasher HASHER = TreeAlgorithm.SHA_256.hasher();
  private static final byte[] LEAF = new byte[Leaf.LENGTH_BYTES];
  private static final Hash OTHER = HASHER.leaf(new byte[] {1});
  private static final Hash ROOT = HASHER.node(HASHER.leaf(LEAF), OTHER);
  private static final Instant AT = Instant.parse("2026-11-28T00:00:00Z");

  private static final String TEXT = Checkpoint.of(ORIGIN, new TreeHead(2, ROOT)).text();
  private static final SignedNote NOTE =
      new SignedNote(
          TEXT, List.of(LOG.line(TEXT, Optional.empty()), WITNESS.line(TEXT, Optional.of(AT))));
  private static final SignedNote BY_ALL =
      new SignedNote(TEXT, SIGNERS.stream().map(one -> one.line(TEXT, Optional.of(AT))).toList());
  private static final String POLICY =
      "log " + LOG.key() + "\nwitness one " + WITNESS.key() + "\ngroup g all one\nquorum g\n";
  private static final LogProof PROOF =
      new LogProof("", new InclusionProof(0, 2, List.of(OTHER)), NOTE);

  private static byte[] spoilt(Seed seed, String sound) {
    return switch (seed.between(0, 3)) {
      case 0 -> Spoilt.bytes(seed, sound.getBytes(StandardCharsets.UTF_8));
      case 1 -> Spoilt.text(seed, sound).getBytes(StandardCharsets.UTF_8);
      default -> Spoilt.lines(seed, sound).getBytes(StandardCharsets.UTF_8);
    };
  }

  private static void refused(Parsed<?> parsed) {
    if (parsed instanceof Parsed.Refused<?>(org.zhiheng.values.Problem problem)) {
      assertThat(problem.code()).isNotBlank();
      assertThat(problem.line().length()).isLessThan(1_000);
    }
  }

  @Seeds(300)
  void noChangedTextIsSigned(Seed seed) {
    SignedNote sound = seed.chance(0.5) ? NOTE : BY_ALL;
    Parsed<SignedNote> parsed = SignedNote.parse(spoilt(seed, sound.toString()));
    refused(parsed);
    parsed
        .found()
        .ifPresent(note -> {
          assertThat(SignedNote.parse(note.bytes()).orThrow()).isEqualTo(note);
          List<VerifierKey> keys = SIGNERS.stream().map(NoteSigner::key).toList();
          if (note.check(keys) instanceof NoteCheck.Held) {
            assertThat(note.text()).isEqualTo(TEXT);
          }
          refused(Checkpoint.parse(note.text()));
        });
  }

  @Seeds(300)
  void checkpointsAreReadOrRefused(Seed seed) {
    Parsed<Checkpoint> parsed =
        Checkpoint.parse(new String(spoilt(seed, TEXT), StandardCharsets.UTF_8));
    refused(parsed);
    parsed
        .found()
        .ifPresent(read -> assertThat(Checkpoint.parse(read.text()).orThrow()).isEqualTo(read));
  }

  @Seeds(300)
  void keysAndHashesAreReadOrRefused(Seed seed) {
    Parsed<VerifierKey> key =
        VerifierKey.parse(Spoilt.text(seed, seed.oneOf(SIGNERS).key().toString()));
    refused(key);
    key.found()
        .ifPresent(
            read -> assertThat(VerifierKey.parse(read.toString()).orThrow()).isEqualTo(read));
    Parsed<Hash> hash = Hash.parse(Spoilt.text(seed, ROOT.base64()));
    refused(hash);
    hash.found().ifPresent(read -> assertThat(Hash.parse(read.base64()).orThrow()).isEqualTo(read));
  }

  @Seeds(300)
  void noChangedProofProves(Seed seed) {
    TrustPolicy policy = TrustPolicy.parse(POLICY.getBytes(StandardCharsets.ISO_8859_1)).orThrow();
    Parsed<LogProof> parsed = LogProof.parse(spoilt(seed, PROOF.toString()));
    refused(parsed);
    parsed
        .found()
        .ifPresent(read -> {
          if (read.check(HASHER, LEAF, policy).inclusion() instanceof Shown.Proven) {
            assertThat(read.inclusion()).isEqualTo(PROOF.inclusion());
            assertThat(read.checkpoint().text()).isEqualTo(TEXT);
          }
        });
  }

  @Seeds(300)
  void policiesAreReadOrRefused(Seed seed) {
    Parsed<TrustPolicy> parsed = TrustPolicy.parse(spoilt(seed, POLICY));
    refused(parsed);
    parsed.found().ifPresent(policy -> assertThat(policy.witnessed(NOTE, List.of())).isNotNull());
  }

  /// Groups of groups of groups, each named before it is used.
  @Seeds(20)
  void quorumsOfManyGroupsAreReadOrRefused(Seed seed) {
    StringBuilder text = new StringBuilder("log " + LOG.key() + "\nwitness w0 " + WITNESS.key());
    int groups = seed.oneOf(List.of(1, 31, 50, 900, 20_000));
    for (int i = 1; i <= groups; i++) {
      text.append("\ngroup w").append(i).append(" any w").append(i - 1);
    }
    Parsed<TrustPolicy> parsed =
        TrustPolicy.parse(
            text.append("\nquorum w")
                .append(groups)
                .append('\n')
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1));
    refused(parsed);
    parsed
        .found()
        .ifPresent(policy ->
            assertThat(policy.quorum().reached(java.util.Set.of(WITNESS.key()))).isTrue());
  }

  @Seeds(300)
  void noChangedForkProves(Seed seed) {
    Hash shown = HASHER.leaf(new byte[] {2});
    String smaller = Checkpoint.of(ORIGIN, new TreeHead(2, shown)).text();
    ForkProof sound =
        new ForkProof(
            new SignedNote(smaller, List.of(LOG.line(smaller, Optional.empty()))),
            NOTE,
            ROOT,
            List.of());
    assertThat(sound.check(HASHER, List.of(LOG.key()))).isInstanceOf(Shown.Proven.class);
    Parsed<ForkProof> parsed = ForkProof.parse(spoilt(seed, sound.toString()));
    refused(parsed);
    parsed
        .found()
        .ifPresent(read -> {
          if (read.check(HASHER, List.of(LOG.key())) instanceof Shown.Proven) {
            assertThat(List.of(read.smaller().text(), read.larger().text()))
                .containsExactlyInAnyOrder(smaller, TEXT);
          }
        });
  }

  @Seeds(300)
  void noChangedCheckpointIsWitnessed(Seed seed) throws java.io.IOException {
    Witness witness =
        new Witness(
            Map.of(ORIGIN, List.of(LOG.key())),
            List.of(WITNESS),
            new Forgetful(),
            InstantSource.fixed(AT));
    byte[] sound =
        new AddCheckpoint(0, List.of(), NOTE).toString().getBytes(StandardCharsets.UTF_8);
    assertThat(witness.add(sound)).isInstanceOf(WitnessAnswer.Signed.class);
    byte[] spoilt = spoilt(seed, new String(sound, StandardCharsets.UTF_8));
    if (witness.add(spoilt) instanceof WitnessAnswer.Signed) {
      assertThat(AddCheckpoint.parse(spoilt).orThrow().checkpoint().text()).isEqualTo(TEXT);
    }
  }

  /// Knows of no log's tree.
  private static final class Forgetful implements WitnessMemory {
    @Override
    public Optional<TreeHead> latest(String origin) {
      return Optional.empty();
    }

    @Override
    public boolean swap(String origin, Optional<TreeHead> expected, TreeHead next) {
      return true;
    }
  }

  @Seeds(300)
  void leavesAndBundlesOfEntriesAreReadOrRefused(Seed seed) {
    byte[] leaf = Spoilt.bytes(seed, LEAF);
    Parsed<Leaf> parsed = Leaf.parse(leaf);
    refused(parsed);
    parsed.found().ifPresent(read -> assertThat(read.bytes()).isEqualTo(leaf));
    OpenBundle bundle = new OpenBundle();
    for (int i = 0; i < 3; i++) {
      bundle.add(Arrays.copyOf(LEAF, seed.between(0, 300)));
    }
    Parsed<List<byte[]>> entries = EntryBundle.read(Spoilt.bytes(seed, bundle.bytes()), 3);
    refused(entries);
    entries.found().ifPresent(read -> assertThat(read).hasSize(3));
  }
}
