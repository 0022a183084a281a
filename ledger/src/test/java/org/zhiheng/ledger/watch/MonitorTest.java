package org.zhiheng.ledger.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.tree.GrowingTree;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.ledger.tree.TileReader;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class MonitorTest {

  private static final String ORIGIN = "example.com/log";
  private static final NoteSigner KEY = Keys.log(ORIGIN, 1);
  private static final List<VerifierKey> KEYS = List.of(KEY.key());

  private final Hasher hasher = TreeAlgorithm.SHA_256.hasher();

  /// A tree over `common` leaves that all have, and others of its own.
  private final class History {
    private final Map<String, byte[]> tiles = new HashMap<>();
    private final GrowingTree tree =
        new GrowingTree(hasher, (tile, bytes) -> tiles.put(tile.path(), bytes));
    private final int common;
    private final String own;

    private History(int common, String own) {
      this.common = common;
      this.own = own;
    }

    private SignedNote at(int size) {
      byte[] hash = new byte[Hash.LENGTH_BYTES];
      while (tree.size() < size) {
        String leaf = (tree.size() < common ? "leaf " : own) + tree.size();
        byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
        hasher.leaf(bytes, 0, bytes.length, hash, 0);
        tree.append(hash, 0);
      }
      tree.edges().forEach(edge -> tiles.put(edge.tile().path(), edge.bytes()));
      return note(tree.head());
    }

    private TileReader tiles() {
      return tile -> {
        byte[] exact = tiles.get(tile.path());
        byte[] full = tiles.get(tile.filled().path());
        if (exact != null) {
          return exact;
        }
        if (full == null) {
          throw new IOException("there is no " + tile.path());
        }
        return Arrays.copyOf(full, tile.lengthBytes());
      };
    }
  }

  private static SignedNote note(TreeHead head) {
    String text = Checkpoint.of(ORIGIN, head).text();
    return new SignedNote(text, List.of(KEY.line(text, Optional.empty())));
  }

  private Monitor monitor() {
    return new Monitor(ORIGIN, KEYS, hasher);
  }

  private ForkProof forked(Sighting sighting) {
    assertThat(sighting).isInstanceOf(Sighting.Forked.class);
    ForkProof proof = ((Sighting.Forked) sighting).proof();
    assertThat(proof.check(hasher, KEYS)).isEqualTo(new Shown.Proven());
    byte[] written = proof.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(ForkProof.parse(written).orThrow()).isEqualTo(proof);
    return proof;
  }

  @Test
  void followsALogThatGrows() throws IOException {
    History log = new History(2000, "");
    Monitor monitor = monitor();
    List<Integer> sizes = List.of(0, 1, 2, 255, 256, 257, 511, 512, 1000, 1024, 1900);
    List<SignedNote> notes = new ArrayList<>();
    for (int size : sizes) {
      notes.add(log.at(size));
    }
    assertThat(monitor.see(notes.getFirst(), log.tiles())).isEqualTo(new Sighting.First(0));
    for (int at = 1; at < sizes.size(); at++) {
      assertThat(monitor.see(notes.get(at), log.tiles()))
          .isEqualTo(new Sighting.Grew(sizes.get(at - 1), sizes.get(at)));
      assertThat(monitor.see(notes.get(at), log.tiles()))
          .isEqualTo(new Sighting.Same(sizes.get(at)));
      assertThat(monitor.see(notes.get(at - 1), log.tiles()))
          .isEqualTo(new Sighting.Behind(sizes.get(at - 1), sizes.get(at)));
    }
    assertThat(monitor.latest()).hasValue(notes.getLast());
  }

  /// Wherever two histories part, the proof holds; and before they part there is none.
  @Seeds(120)
  void provesWhereverTwoHistoriesPart(Seed seed) throws IOException {
    int smaller = seed.between(1, 701);
    int larger = seed.between(smaller, 701);
    int common = seed.between(0, larger + 1);
    History one = new History(common, "one ");
    History other = new History(common, "other ");
    SignedNote before = one.at(smaller);
    SignedNote after = other.at(larger);
    Monitor monitor = monitor();
    monitor.see(before, one.tiles());
    Sighting sighting = monitor.see(after, other.tiles());
    Monitor backwards = monitor();
    backwards.see(after, other.tiles());
    Sighting sightingBackwards = backwards.see(before, other.tiles());
    if (common >= smaller) {
      assertThat(sighting)
          .isEqualTo(
              smaller == larger ? new Sighting.Same(smaller) : new Sighting.Grew(smaller, larger));
      assertThat(sightingBackwards)
          .isEqualTo(
              smaller == larger
                  ? new Sighting.Same(smaller)
                  : new Sighting.Behind(smaller, larger));
    } else {
      assertThat(forked(sighting).larger()).isEqualTo(after);
      forked(sightingBackwards);
      assertThat(monitor.latest()).hasValue(before);
    }
  }

  @Test
  void aChangedByteOfAProofNeverHolds() throws IOException {
    History one = new History(5, "one ");
    History other = new History(5, "other ");
    Monitor monitor = monitor();
    monitor.see(one.at(7), one.tiles());
    byte[] proof =
        forked(monitor.see(other.at(13), other.tiles()))
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < proof.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = proof.clone();
        changed[at] ^= (byte) (1 << bit);
        boolean holds =
            ForkProof.parse(changed)
                .found()
                .map(read -> read.check(hasher, KEYS).equals(new Shown.Proven()))
                .orElse(false);
        assertThat(holds).as("byte %d bit %d", at, bit).isFalse();
      }
    }
    for (int length = 0; length < proof.length; length++) {
      assertThat(ForkProof.parse(Arrays.copyOf(proof, length)).found()).isEmpty();
    }
  }

  /// `-Dgolden=write` writes the example anew.
  @Test
  void theExampleOfTheDocumentHolds() throws IOException {
    Path page = Path.of(System.getProperty("zhiheng.root", ".."), "docs/formats/fork-proof.md");
    String document = Files.readString(page);
    int begin = document.indexOf("```\n") + 4;
    int end = document.indexOf("```\n", begin);
    if ("write".equals(System.getProperty("golden"))) {
      History one = new History(5, "one ");
      History other = new History(5, "other ");
      Monitor monitor = monitor();
      monitor.see(one.at(7), one.tiles());
      ForkProof proof = forked(monitor.see(other.at(13), other.tiles()));
      Files.writeString(page, document.substring(0, begin) + proof + document.substring(end));
    } else {
      byte[] example = document.substring(begin, end).getBytes(StandardCharsets.UTF_8);
      assertThat(document).contains(KEY.key().toString());
      assertThat(ForkProof.parse(example).orThrow().check(hasher, KEYS))
          .isEqualTo(new Shown.Proven());
    }
  }

  @Test
  void anHonestLogCannotBeAccused() throws IOException {
    History log = new History(2000, "");
    SignedNote before = log.at(7);
    SignedNote after = log.at(13);
    Hash signed = Checkpoint.parse(before.text()).orThrow().head().root();
    List<Hash> path =
        new org.zhiheng.ledger.tree.TileProofs(hasher, log.tiles()).consistency(7, 13).path();
    assertThat(refused(new ForkProof(before, after, signed, path))).isEqualTo(4);
    assertThat(refused(new ForkProof(before, after, new Hash(1, 2, 3, 4), path))).isEqualTo(5);
    assertThat(refused(new ForkProof(after, before, new Hash(1, 2, 3, 4), path))).isEqualTo(3);
    assertThat(refused(new ForkProof(before, before, new Hash(1, 2, 3, 4), List.of())))
        .isEqualTo(5);
    // a proof of growth from nothing accuses nobody
    assertThat(refused(new ForkProof(log.at(13), note(new TreeHead(0, signed)), signed, path)))
        .isEqualTo(3);
  }

  @Test
  void signaturesOfOthersProveNothing() throws IOException {
    History one = new History(5, "one ");
    History other = new History(5, "other ");
    Monitor monitor = monitor();
    monitor.see(one.at(7), one.tiles());
    ForkProof proof = forked(monitor.see(other.at(13), other.tiles()));
    NoteSigner somebody = Keys.log(ORIGIN, 2);
    assertThat(proof.check(hasher, List.of(somebody.key())))
        .isInstanceOfSatisfying(
            Shown.Refused.class, refused -> assertThat(refused.step()).isEqualTo(2));
    // the same key under another name is not the log's
    assertThat(proof.check(hasher, List.of(Keys.log("example.com/other", 1).key())))
        .isInstanceOf(Shown.Refused.class);
    String text = proof.larger().text();
    SignedNote forged = new SignedNote(text, List.of(somebody.line(text, Optional.empty())));
    assertThat(monitor.see(forged, other.tiles())).isInstanceOf(Sighting.Strange.class);
    assertThat(refused(new ForkProof(proof.smaller(), forged, proof.root(), proof.path())))
        .isEqualTo(2);
  }

  @Test
  void tilesThatAreNotOfTheSignedTreeProveNothing() throws IOException {
    History log = new History(2000, "");
    History junk = new History(0, "junk ");
    SignedNote before = log.at(7);
    SignedNote after = log.at(300);
    junk.at(300);
    Monitor monitor = monitor();
    monitor.see(before, log.tiles());
    assertThat(monitor.see(after, junk.tiles())).isInstanceOf(Sighting.Unproven.class);
    assertThat(monitor.latest()).hasValue(before);
    assertThatThrownBy(() ->
            monitor.see(
                after,
                tile -> {
                  throw new IOException("not there: " + tile.path());
                }))
        .isInstanceOf(IOException.class);
    assertThat(monitor.see(after, log.tiles())).isEqualTo(new Sighting.Grew(7, 300));
    assertThat(monitor.see(note(new TreeHead(0, new Hash(1, 1, 1, 1))), log.tiles()))
        .isInstanceOf(Sighting.Unproven.class);
  }

  private int refused(ForkProof proof) {
    return proof.check(hasher, KEYS) instanceof Shown.Refused refused ? refused.step() : 0;
  }
}
