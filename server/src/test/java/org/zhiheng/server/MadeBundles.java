package org.zhiheng.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.bundle.BundleWriter;
import org.zhiheng.ledger.bundle.ErasureNotice;
import org.zhiheng.ledger.bundle.LoggedRevocation;
import org.zhiheng.ledger.bundle.Revocation;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.leaf.SiblingRoot;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.ledger.tree.GrowingTree;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Tile;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Digest;

/// Bundles for tests of the page, out of a log of a few entries that is made for each. Nothing of
/// it is secret.
final class MadeBundles {

  static final String ORIGIN = "log.example.cn/2026";
  static final Ed25519Key LOG = Ed25519Key.ofLog(ORIGIN, filled(1));
  static final Sm2Key SIBLING =
      new Sm2Key(ORIGIN + "/gm", BigInteger.valueOf(4711), new SecureRandom());
  static final Ed25519Key WITNESS = Ed25519Key.ofWitness("notary.example.org", filled(11));
  static final Ed25519Key SIGNER = Ed25519Key.ofLog("deposits.example.cn", filled(21));

  /// The one file that is stated.
  static final byte[] FILE = "first".getBytes(StandardCharsets.UTF_8);

  private static final Instant SEEN = Instant.parse("2026-11-28T08:00:05Z");
  private static final int INDEX = 2;
  private static final int SIZE = 9;
  private static final int LATER_INDEX = 11;
  private static final int LATER_SIZE = 20;

  private MadeBundles() {}

  private static byte[] filled(int with) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) with);
    return bytes;
  }

  /// A log of these entries in both trees.
  private record Log(List<byte[]> entries) {

    private TileProofs proofs(TreeAlgorithm algorithm) {
      Hasher hasher = algorithm.hasher();
      Map<Tile, byte[]> tiles = new HashMap<>();
      GrowingTree tree = new GrowingTree(hasher, tiles::put);
      entries.forEach(entry -> tree.append(hasher.leaf(entry)));
      tree.edges().forEach(edge -> tiles.put(edge.tile(), edge.bytes()));
      return new TileProofs(
          algorithm.hasher(), tile -> Objects.requireNonNull(tiles.get(tile), tile.path()));
    }

    private TreeHead head(TreeAlgorithm algorithm) {
      try {
        return proofs(algorithm).head(entries.size());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private LogProof proof(TreeAlgorithm algorithm, int index, SignedNote note) {
      try {
        return new LogProof("", proofs(algorithm).inclusion(index, entries.size()), note);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static SignedNote note(String origin, TreeHead head, NoteSigner... signers) {
    String text = Checkpoint.of(origin, head).text();
    List<SignatureLine> lines = new ArrayList<>();
    for (NoteSigner signer : signers) {
      lines.add(signer.line(text, signer == WITNESS ? Optional.of(SEEN) : Optional.empty()));
    }
    return new SignedNote(text, lines);
  }

  private static BundleParts.Entry entry(Leaf leaf, int index, int size) {
    List<byte[]> entries = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      byte[] other = new byte[Leaf.LENGTH_BYTES];
      other[Leaf.LENGTH_BYTES - 1] = (byte) at;
      entries.add(at == index ? leaf.bytes() : other);
    }
    Log before = new Log(List.copyOf(entries));
    TreeHead sibling = before.head(TreeAlgorithm.SM3);
    entries.add(SiblingRoot.leaf(ORIGIN + "/gm", sibling).bytes());
    Log log = new Log(entries);
    SignedNote note = note(ORIGIN, log.head(TreeAlgorithm.SHA_256), LOG, WITNESS);
    return new BundleParts.Entry(
        leaf,
        log.proof(TreeAlgorithm.SHA_256, index, note),
        before.proof(TreeAlgorithm.SM3, index, note(ORIGIN + "/gm", sibling, SIBLING)),
        log.proof(TreeAlgorithm.SHA_256, size, note),
        Optional.empty());
  }

  static String policy() {
    return "log %s\nlog %s\nwitness notary %s\nquorum notary\n"
        .formatted(LOG.key(), SIBLING.key(), WITNESS.key());
  }

  /// What a folder of keys has that trusts all that made these.
  static SortedMap<String, byte[]> trust() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("logs.txt", utf8("# both trees\n" + LOG.key() + "\n" + SIBLING.key() + "\n"));
    files.put("witnesses.txt", utf8(WITNESS.key() + "\n"));
    files.put("issuers.txt", utf8(SIGNER.key() + "\n"));
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A bundle of one file, without time stamps and anchors.
  static BundleParts held() {
    SM3Digest digest = new SM3Digest();
    digest.update(FILE, 0, FILE.length);
    byte[] sm3 = new byte[digest.getDigestSize()];
    digest.doFinal(sm3, 0);
    StatedFile file =
        new StatedFile(
            "a.txt",
            "text/plain",
            FILE.length,
            Hash.at(Digest.sha256().digest(FILE), 0),
            Hash.at(sm3, 0),
            Optional.empty(),
            "",
            "");
    return stating(List.of(file));
  }

  /// The parts of a bundle of these files.
  static BundleParts stating(List<StatedFile> files) {
    SignedStatement statement =
        SignedStatement.sign(
            SIGNER, new Manifest(LeafKind.DEPOSIT, Optional.empty(), new TreeMap<>(), files), SEEN);
    Octets salt = Octets.of(filled(7));
    Leaf leaf = Leaf.first(LeafKind.DEPOSIT, Commitment.to(salt.bytes(), statement.encoded()));
    return new BundleParts(
        new BundleParts.Held(statement, Optional.empty(), salt),
        entry(leaf, INDEX, SIZE),
        BundleParts.Stamps.NONE,
        List.of(),
        new BundleParts.Hints(Octets.of(utf8(policy())), new TreeMap<>()));
  }

  /// What remains of one, with the notice of its erasure.
  static BundleParts erased(BundleParts of) {
    Manifest manifest =
        ErasureNotice.of(ORIGIN, INDEX, of.entry().leaf(), "PIPL art. 47").manifest();
    SignedStatement statement = SignedStatement.sign(SIGNER, manifest, SEEN);
    Octets salt = Octets.of(filled(8));
    Leaf leaf = Leaf.first(manifest.kind(), Commitment.to(salt.bytes(), statement.encoded()));
    return new BundleParts(
        new BundleParts.Erased(statement, salt, leaf, entry(leaf, LATER_INDEX, LATER_SIZE).proof()),
        of.entry(),
        of.stamps(),
        of.anchors(),
        of.hints());
  }

  /// The copies that say that it was withdrawn.
  static SortedMap<String, Octets> withdrawn(BundleParts of) {
    return logged(revocation(of, INDEX), SIGNER, of.entry().leaf().commitment().sha256()).copies();
  }

  static Manifest revocation(BundleParts of, int index) {
    return new Revocation(
            ORIGIN,
            index,
            TreeAlgorithm.SHA_256.hasher().leaf(of.entry().leaf().bytes()),
            "EV1",
            "另有日期 <b>")
        .manifest(Optional.empty());
  }

  static LoggedRevocation logged(Manifest manifest, Ed25519Key signer, Hash previous) {
    SignedStatement statement = SignedStatement.sign(signer, manifest, SEEN);
    Octets salt = Octets.of(filled(9));
    Leaf leaf =
        new Leaf(
            Leaf.BOTH, manifest.kind(), Commitment.to(salt.bytes(), statement.encoded()), previous);
    return new LoggedRevocation(
        statement, salt, leaf, entry(leaf, LATER_INDEX, LATER_SIZE).proof());
  }

  static BundleParts with(BundleParts of, SortedMap<String, Octets> copies) {
    return new BundleParts(
        of.content(),
        of.entry(),
        of.stamps(),
        of.anchors(),
        new BundleParts.Hints(of.hints().policy(), copies));
  }

  static BundleParts with(BundleParts of, BundleParts.Stamps stamps) {
    return new BundleParts(of.content(), of.entry(), stamps, of.anchors(), of.hints());
  }

  static BundleParts with(BundleParts of, List<Octets> anchors) {
    return new BundleParts(of.content(), of.entry(), of.stamps(), anchors, of.hints());
  }

  static byte[] written(BundleParts parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BundleWriter.write(
          parts,
          parts.content() instanceof BundleParts.Held
              ? List.of(() -> new ByteArrayInputStream(FILE))
              : List.of(),
          out);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }
}
