package org.zhiheng.ledger.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.NoteAlgorithm;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Parsed;

/// A receipt that an entry is in a log, as COSE carries it: the path lies in the header that is not
/// signed, and what is signed is the root that the path leads to.
///
/// Source: RFC 9942 (2026-06), section 5.2, for trees of RFC 9162 with SHA-256. Receipts with
/// several proofs, and those of consistency, are refused.
///
/// @param sign1 the message; its payload, the root, is absent
/// @param inclusion size, index and path
public record Receipt(Sign1 sign1, InclusionProof inclusion) {

  /// Longer ones are refused.
  public static final int LENGTH_BYTES_MAX = 64_000;

  /// The verifiable data structure, by its number in the header.
  private static final long STRUCTURE = 395;

  /// RFC 9162 with SHA-256.
  private static final Cbor RFC_9162_SHA_256 = new Cbor.Whole(1);

  private static final long PROOFS = 396;

  private static final long INCLUSION = -1;

  /// Says for a log that an entry is in its tree: the same as a checkpoint and a path, for those
  /// who read COSE.
  ///
  /// @param log the log's key of Ed25519
  /// @param root of the tree of the proof's size, where the path leads to
  /// @throws IllegalArgumentException when the key is a witness's
  public static Receipt sign(Ed25519Key log, InclusionProof inclusion, Hash root) {
    if (log.key().algorithm() != NoteAlgorithm.ED25519) {
      throw new IllegalArgumentException("a witness signs no receipts");
    }
    Octets header =
        Octets.of(
            new Cbor.Fields(
                    List.of(
                        Cbor.field(1, new Cbor.Whole(CoseAlgorithm.EDDSA.number())),
                        Cbor.field(STRUCTURE, RFC_9162_SHA_256)))
                .encoded());
    Cbor proof =
        new Cbor.Items(
            List.of(
                new Cbor.Whole(inclusion.size()),
                new Cbor.Whole(inclusion.index()),
                new Cbor.Items(
                    inclusion.path().stream()
                        .<Cbor>map(hash -> new Cbor.Bytes(Octets.of(hash.bytes())))
                        .toList())));
    Cbor.Fields unsigned =
        new Cbor.Fields(
            List.of(
                Cbor.field(
                    PROOFS,
                    new Cbor.Fields(
                        List.of(
                            Cbor.field(
                                INCLUSION,
                                new Cbor.Items(
                                    List.of(new Cbor.Bytes(Octets.of(proof.encoded()))))))))));
    byte[] signature = log.sign(Sign1.toBeSigned(header, new byte[0], Octets.of(root.bytes())));
    return new Receipt(
        new Sign1(header, unsigned, Optional.empty(), Octets.of(signature)), inclusion);
  }

  /// As bytes; [#parse] reads them.
  public byte[] encoded() {
    return sign1.encoded();
  }

  /// Reads a receipt; says nothing about whether it holds.
  public static Parsed<Receipt> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return refused("A receipt has at most 64 KB.");
    }
    Parsed<Sign1> read = Sign1.parse(bytes);
    if (read.refusal().isPresent()) {
      return new Parsed.Refused<>(read.refusal().get());
    }
    Sign1 sign1 = read.orThrow();
    if (sign1.payload().isPresent()
        || !sign1.signedHeader().value(STRUCTURE).equals(Optional.of(RFC_9162_SHA_256))) {
      return refused("A receipt has no payload, and names RFC9162_SHA256 in its signed header.");
    }
    if (!(sign1.unsigned().value(PROOFS).orElse(Cbor.Word.NULL) instanceof Cbor.Fields proofs)
        || !(proofs.value(INCLUSION).orElse(Cbor.Word.NULL)
            instanceof Cbor.Items(List<Cbor> inclusions))
        || inclusions.size() != 1
        || !(inclusions.getFirst() instanceof Cbor.Bytes(Octets inside))
        || !(Cbor.parse(inside.bytes()).found().orElse(Cbor.Word.NULL)
            instanceof Cbor.Items(List<Cbor> proof))
        || proof.size() != 3
        || !(proof.get(0) instanceof Cbor.Whole(long size))
        || !(proof.get(1) instanceof Cbor.Whole(long index))
        || !(proof.get(2) instanceof Cbor.Items(List<Cbor> hashes))) {
      return refused("A receipt has one proof of inclusion: size, index and path.");
    }
    List<Hash> path = new ArrayList<>();
    for (Cbor hash : hashes) {
      if (!(hash instanceof Cbor.Bytes(Octets octets))
          || octets.length() != Hash.LENGTH_BYTES
          || path.size() == InclusionProof.PATH_MAX) {
        return refused("A path is at most 63 hashes of 32 bytes.");
      }
      path.add(Hash.at(octets.bytes(), 0));
    }
    return size < 1 || index < 0 || index >= size
        ? refused("The index lies within the size.")
        : Parsed.ok(new Receipt(sign1, new InclusionProof(index, size, path)));
  }

  private static Parsed<Receipt> refused(String reason) {
    return Parsed.refused("statement-receipt", "", reason);
  }

  /// Whether the log with this key says that the entry is in it.
  ///
  /// @param key as the algorithm in the header takes it
  /// @param entry what was logged, as bytes
  public boolean holds(byte[] key, byte[] entry) {
    TreeAlgorithm tree = TreeAlgorithm.SHA_256;
    return inclusion
        .root(tree.hasher(), tree.hasher().leaf(entry))
        .map(root -> sign1.holds(key, new byte[0], Octets.of(root.bytes())))
        .orElse(false);
  }
}
