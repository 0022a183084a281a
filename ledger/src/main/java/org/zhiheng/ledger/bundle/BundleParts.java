package org.zhiheng.ledger.bundle;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zhiheng.ledger.leaf.Commitment;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.proof.LogProof;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;

/// What a bundle is made of, but for the bytes of the files. Every other byte of it follows from
/// this. A bundle of these parts need not hold: that is judged by [BundleCheck].
///
/// @param content what was stated, or that it was erased
/// @param entry the leaf, and where it stands in the log
/// @param stamps time stamps over the signed checkpoint
/// @param anchors what outside chains answered, one JSON text each; at most [#ANCHORS_MAX]
/// @param hints whom the maker of the bundle would trust
public record BundleParts(
    Content content, Entry entry, Stamps stamps, List<Octets> anchors, Hints hints) {

  /// More anchors are refused: a bundle counts them with two digits.
  public static final int ANCHORS_MAX = 99;

  /// Longer anchors are refused.
  public static final int ANCHOR_LENGTH_BYTES_MAX = 64_000;

  /// @throws IllegalArgumentException when there are too many anchors, or one is too long
  public BundleParts {
    anchors = List.copyOf(anchors);
    if (anchors.size() > ANCHORS_MAX) {
      throw new IllegalArgumentException("a bundle has at most 99 anchors: " + anchors.size());
    }
    anchors.forEach(anchor -> atMost("an anchor", anchor, ANCHOR_LENGTH_BYTES_MAX));
  }

  private static void atMost(String what, Octets octets, int lengthBytesMax) {
    if (octets.length() > lengthBytesMax) {
      throw new IllegalArgumentException(
          what + " has at most " + lengthBytesMax + " bytes: " + octets.length());
    }
  }

  private static void mustBeSalt(Octets salt) {
    if (salt.length() != Commitment.SALT_LENGTH_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes: " + salt.length());
    }
  }

  /// What was stated.
  public sealed interface Content {}

  /// The statement with all its files.
  ///
  /// @param statement signed
  /// @param sm2 a second signature over its manifest, a CMS; see
  ///   [org.zhiheng.ledger.statement.Sm2Signature]
  /// @param salt 32 bytes
  public record Held(SignedStatement statement, Optional<Octets> sm2, Octets salt)
      implements Content {

    /// @throws IllegalArgumentException when the salt or the signature have a length that cannot be
    public Held {
      mustBeSalt(salt);
      sm2.ifPresent(cms ->
          atMost("a signature", cms, org.zhiheng.ledger.statement.Sm2Signature.LENGTH_BYTES_MAX));
    }
  }

  /// What remains when the statement, its salt and its files were erased by law: the notice that
  /// says so. It is logged itself, under a checkpoint of its own, for it comes later than the
  /// stamps over the entry.
  ///
  /// @param notice signed, its manifest an [ErasureNotice]
  /// @param salt of the notice, 32 bytes
  /// @param leaf of the notice
  /// @param proof that the notice is in the log
  public record Erased(SignedStatement notice, Octets salt, Leaf leaf, LogProof proof)
      implements Content {

    /// @throws IllegalArgumentException when the salt has another length
    public Erased {
      mustBeSalt(salt);
    }
  }

  /// The entry in the log.
  ///
  /// @param leaf 100 bytes
  /// @param proof of the leaf in the SHA-256 tree, against the checkpoint that was stamped
  /// @param siblingProof of the leaf in the SM3 tree
  /// @param siblingRoot of the [org.zhiheng.ledger.leaf.SiblingRoot] of that SM3 tree's head in the
  ///   SHA-256 tree, against the same checkpoint as `proof`
  /// @param receipt of RFC 9942, by the same log
  public record Entry(
      Leaf leaf,
      LogProof proof,
      LogProof siblingProof,
      LogProof siblingRoot,
      Optional<Octets> receipt) {

    /// @throws IllegalArgumentException when the receipt is too long
    public Entry {
      receipt.ifPresent(
          one -> atMost("a receipt", one, org.zhiheng.ledger.statement.Receipt.LENGTH_BYTES_MAX));
    }

    /// What the log says of itself, apart from whether it is to be believed.
    public Checkpoint checkpoint() {
      return proof.stated();
    }

    /// The bytes that are stamped: the checkpoint with all its signatures, as it stands in `proof`.
    public Octets stamped() {
      return Octets.of(proof.checkpoint().bytes());
    }
  }

  /// Time stamps over [Entry#stamped].
  ///
  /// @param sha256 a token of RFC 3161 over its SHA-256
  /// @param sm3 a token of RFC 3161 over its SM3
  /// @param record an evidence record of RFC 4998
  public record Stamps(Optional<Octets> sha256, Optional<Octets> sm3, Optional<Octets> record) {

    /// No time stamps.
    public static final Stamps NONE =
        new Stamps(Optional.empty(), Optional.empty(), Optional.empty());

    /// Longer tokens are refused.
    public static final int TOKEN_LENGTH_BYTES_MAX = 64_000;

    /// Longer evidence records are refused: decades of renewals with their certificates stay below.
    public static final int RECORD_LENGTH_BYTES_MAX = 4_000_000;

    /// @throws IllegalArgumentException when one is too long
    public Stamps {
      sha256.ifPresent(token -> atMost("a time stamp", token, TOKEN_LENGTH_BYTES_MAX));
      sm3.ifPresent(token -> atMost("a time stamp", token, TOKEN_LENGTH_BYTES_MAX));
      record.ifPresent(all -> atMost("an evidence record", all, RECORD_LENGTH_BYTES_MAX));
    }

    /// Whether there is none.
    public boolean none() {
      return sha256.isEmpty() && sm3.isEmpty() && record.isEmpty();
    }
  }

  /// Whom the maker of the bundle would trust. Nobody need believe it.
  public static final class Hints {

    /// More copies are refused.
    public static final int COPIES_MAX = 32;

    /// Longer copies are refused; revocation lists are the longest.
    public static final int COPY_LENGTH_BYTES_MAX = 1_000_000;

    private static final Pattern NAME =
        Pattern.compile("[a-z0-9][a-z0-9-]{0,30}(\\.[a-z0-9]{1,8}){0,3}");

    private final Octets policy;
    private final TrustPolicy read;
    private final SortedMap<String, Octets> copies;

    /// @param policy a [TrustPolicy] as text
    /// @param copies certificates, revocation lists and keys by name; at most [#COPIES_MAX]
    /// @throws IllegalArgumentException when the policy does not read, a copy's name is none, or
    ///   something is too long
    public Hints(Octets policy, SortedMap<String, Octets> copies) {
      this(
          policy,
          TrustPolicy.parse(policy.bytes())
              .found()
              .orElseThrow(() -> new IllegalArgumentException("the policy does not read")),
          copies);
    }

    /// @param read what the policy reads as
    Hints(Octets policy, TrustPolicy read, SortedMap<String, Octets> copies) {
      SortedMap<String, Octets> ordered = new TreeMap<>();
      ordered.putAll(copies);
      this.policy = policy;
      this.read = read;
      this.copies = Collections.unmodifiableSortedMap(ordered);
      if (copies.size() > COPIES_MAX) {
        throw new IllegalArgumentException("a bundle has at most 32 copies: " + copies.size());
      }
      copies.forEach((name, copy) -> {
        if (!named(name)) {
          throw new IllegalArgumentException("a copy's name is short, in lower case: " + name);
        }
        atMost("a copy", copy, COPY_LENGTH_BYTES_MAX);
      });
    }

    /// A [TrustPolicy] as text.
    public Octets policy() {
      return policy;
    }

    /// The policy, read: once, for four parts of a check ask for it.
    public TrustPolicy trustPolicy() {
      return read;
    }

    /// Certificates, revocation lists and keys by name.
    public SortedMap<String, Octets> copies() {
      return copies;
    }

    /// Whether a copy can have this name: letters a to z, digits and hyphens, and up to three
    /// endings behind points.
    static boolean named(String name) {
      return NAME.matcher(name).matches();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Hints hints
          && policy.equals(hints.policy)
          && copies.equals(hints.copies);
    }

    @Override
    public int hashCode() {
      return Objects.hash(policy, copies);
    }

    @Override
    public String toString() {
      return "hints: a policy and " + copies.keySet();
    }
  }
}
