package org.zhiheng.ledger.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.SiblingRoot;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.ledger.statement.Statements;
import org.zhiheng.ledger.tree.GrowingTree;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Tile;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;

/// Bundles for tests, out of a small log that is made for each.
public final class Bundles {

  /// The log's name.
  public static final String ORIGIN = "log.example.cn/2026";

  /// Its key.
  public static final Ed25519Key LOG = Keys.log(ORIGIN, 1);

  /// The key of its SM3 tree.
  public static final NoteSigner SIBLING = Keys.sm2(ORIGIN + "/gm", 4711);

  static final Ed25519Key ONE = Keys.witness("notary.example.org", 11);
  static final Ed25519Key TWO = Keys.witness("court.example.net", 12);
  static final Ed25519Key OWN = Keys.witness("log.example.cn/witness", 13);
  static final Instant SEEN = Instant.parse("2026-11-28T08:00:05Z");

  private Bundles() {}

  /// A log of these entries in both trees.
  ///
  /// @param entries in their order
  record Log(List<byte[]> entries) {

    private TileProofs proofs(TreeAlgorithm algorithm) {
      Hasher hasher = algorithm.hasher();
      Map<Tile, byte[]> tiles = new HashMap<>();
      GrowingTree tree = new GrowingTree(hasher, tiles::put);
      entries.forEach(entry -> tree.append(hasher.leaf(entry)));
      tree.edges().forEach(edge -> tiles.put(edge.tile(), edge.bytes()));
      return new TileProofs(
          algorithm.hasher(), tile -> Objects.requireNonNull(tiles.get(tile), tile.path()));
    }

    TreeHead head(TreeAlgorithm algorithm) {
      try {
        return proofs(algorithm).head(entries.size());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    LogProof proof(TreeAlgorithm algorithm, int index, SignedNote note) {
      try {
        return new LogProof("", proofs(algorithm).inclusion(index, entries.size()), note);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    static SignedNote note(
        String origin, TreeHead head, List<NoteSigner> signers, List<NoteSigner> witnesses) {
      String text = Checkpoint.of(origin, head).text();
      List<SignatureLine> lines = new ArrayList<>();
      signers.forEach(signer -> lines.add(signer.line(text, Optional.empty())));
      witnesses.forEach(witness -> lines.add(witness.line(text, Optional.of(SEEN))));
      return new SignedNote(text, lines);
    }
  }

  /// Where a leaf stands, in a log of so many leaves of others and the root of the SM3 tree.
  static BundleParts.Entry entry(Leaf leaf, int index, int size, List<NoteSigner> witnesses) {
    List<byte[]> entries = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      entries.add(at == index ? leaf.bytes() : other(at));
    }
    Log before = new Log(List.copyOf(entries));
    TreeHead sibling = before.head(TreeAlgorithm.SM3);
    entries.add(SiblingRoot.leaf(ORIGIN + "/gm", sibling).bytes());
    Log log = new Log(entries);
    SignedNote note = Log.note(ORIGIN, log.head(TreeAlgorithm.SHA_256), List.of(LOG), witnesses);
    SignedNote siblingNote = Log.note(ORIGIN + "/gm", sibling, List.of(SIBLING), List.of());
    return new BundleParts.Entry(
        leaf,
        log.proof(TreeAlgorithm.SHA_256, index, note),
        before.proof(TreeAlgorithm.SM3, index, siblingNote),
        log.proof(TreeAlgorithm.SHA_256, size, note),
        Optional.empty());
  }

  private static byte[] other(int at) {
    byte[] leaf = new byte[Leaf.LENGTH_BYTES];
    leaf[99] = (byte) at;
    leaf[98] = (byte) (at >> 8);
    return leaf;
  }

  static Octets salt(int seed) {
    byte[] salt = new byte[32];
    java.util.Arrays.fill(salt, (byte) seed);
    return Octets.of(salt);
  }

  /// The bundle's own policy: the log, its SM3 tree, and one of two witnesses.
  static String policy() {
    return "log "
        + LOG.key()
        + "\nlog "
        + SIBLING.key()
        + "\nwitness notary "
        + ONE.key()
        + "\nwitness court "
        + TWO.key()
        + "\nwitness own "
        + OWN.key()
        + "\ngroup g any notary court own\nquorum g\n";
  }

  static BundleParts.Hints hints() {
    return new BundleParts.Hints(octets(policy()), new TreeMap<>());
  }

  static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A bundle of these texts as files, by name, as the first entry but two of a log of nine.
  static BundleParts parts(Map<String, String> files, List<NoteSigner> witnesses) {
    List<StatedFile> stated = new ArrayList<>();
    files.forEach(
        (name, text) -> stated.add(Statements.file(name, text.getBytes(StandardCharsets.UTF_8))));
    SignedStatement statement =
        SignedStatement.sign(Statements.SIGNER, Statements.deposit(stated), Statements.AT);
    return parts(statement, 2, 9, witnesses);
  }

  static BundleParts parts(
      SignedStatement statement, int index, int size, List<NoteSigner> witnesses) {
    Octets salt = salt(7);
    Leaf leaf =
        Leaf.first(statement.manifest().kind(), Commitment.to(salt.bytes(), statement.encoded()));
    return new BundleParts(
        new BundleParts.Held(statement, Optional.empty(), salt),
        entry(leaf, index, size, witnesses),
        BundleParts.Stamps.NONE,
        List.of(),
        hints());
  }

  /// What remains of an entry, with the notice of its erasure in the same log, later.
  static BundleParts erased(BundleParts of, String basis) {
    long index = of.entry().proof().inclusion().index();
    ErasureNotice notice = ErasureNotice.of(ORIGIN, index, of.entry().leaf(), basis);
    Manifest manifest = notice.manifest();
    SignedStatement statement = SignedStatement.sign(Statements.SIGNER, manifest, Statements.AT);
    Octets salt = salt(8);
    Leaf leaf = Leaf.first(manifest.kind(), Commitment.to(salt.bytes(), statement.encoded()));
    return new BundleParts(
        new BundleParts.Erased(statement, salt, leaf, entry(leaf, 11, 20, List.of()).proof()),
        of.entry(),
        of.stamps(),
        of.anchors(),
        of.hints());
  }

  static List<FileContent> contents(Iterable<String> texts) {
    List<FileContent> contents = new ArrayList<>();
    texts.forEach(text ->
        contents.add(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    return contents;
  }

  static byte[] written(BundleParts parts, Iterable<String> texts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BundleWriter.write(parts, contents(texts), out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  /// Checks with no time stamps or anchors to judge.
  static Verdicts check(byte[] bundle) {
    return check(bundle, Optional.empty(), Optional.empty());
  }

  static Verdicts check(byte[] bundle, Optional<BundlePolicy> policy, Optional<Trust> trust) {
    try {
      return new BundleCheck(Bundles::unjudged, Bundles::unjudged)
          .check(new HeldBytes(Octets.of(bundle)), policy, trust);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Finding unjudged(Object subject) {
    return new Finding(Verdict.Result.FAILED, "Not judged in this test: " + subject);
  }

  static BundlePolicy bundlePolicy(String text) {
    return BundlePolicy.parse(text.getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  /// Trusts all that made the bundles here.
  static Trust trust() {
    return new Trust(
        List.of(LOG.key(), SIBLING.key()),
        List.of(ONE.key(), TWO.key()),
        List.of(Statements.SIGNER.key()),
        List.of());
  }
}
