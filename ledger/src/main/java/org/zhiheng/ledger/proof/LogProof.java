package org.zhiheng.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.values.Parsed;

/// The place of a leaf, the path from it to a root, and the checkpoint with that root as it was
/// signed and cosigned.
///
/// Source: C2SP tlog-proof. Checked against a policy that comes from elsewhere; a log's line counts
/// only when its name is the checkpoint's origin.
///
/// @param extra bytes in base64 that nobody vouches for; may be empty
/// @param inclusion index and path; its size is the checkpoint's
/// @param checkpoint as it was published
public record LogProof(String extra, InclusionProof inclusion, SignedNote checkpoint) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";

  /// Longer proofs are refused.
  public static final int LENGTH_BYTES_MAX = 2_000_000;

  /// Reads a proof.
  public static Parsed<LogProof> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return refused(bytes.length + " bytes", "A proof has at most 2 MB.");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return refused("", "A proof is text in UTF-8.");
    }
    int split = text.indexOf("\n\n");
    if (split < 0 || text.indexOf('\r') >= 0) {
      return refused(text, "A proof has an empty line before its checkpoint.");
    }
    List<String> lines = List.of(text.substring(0, split).split("\n", -1));
    if (!lines.getFirst().equals(HEADER)) {
      return refused(lines.getFirst(), "A proof begins with " + HEADER + ".");
    }
    int at = 1;
    String extra = "";
    if (at < lines.size() && lines.get(at).startsWith("extra ")) {
      extra = lines.get(at).substring(6);
      if (extra.isEmpty() || !spelledOnce(extra)) {
        return refused(extra, "What stands after extra is base64.");
      }
      at++;
    }
    if (at >= lines.size() || !lines.get(at).startsWith("index ")) {
      return refused("", "A proof says the index of its leaf.");
    }
    Optional<Long> index = Checkpoint.number(lines.get(at).substring(6));
    if (index.isEmpty()) {
      return refused(lines.get(at), "An index is a decimal number.");
    }
    List<Hash> path = new ArrayList<>();
    for (String line : lines.subList(at + 1, lines.size())) {
      Optional<Hash> hash = Hash.parse(line).found();
      if (hash.isEmpty() || path.size() == InclusionProof.PATH_MAX) {
        return refused(line, "A path is at most 63 hashes, 32 bytes in base64 each.");
      }
      path.add(hash.get());
    }
    Parsed<SignedNote> note =
        SignedNote.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8));
    if (note.refusal().isPresent()) {
      return new Parsed.Refused<>(note.refusal().get());
    }
    Parsed<Checkpoint> checkpoint = Checkpoint.parse(note.orThrow().text());
    if (checkpoint.refusal().isPresent()) {
      return new Parsed.Refused<>(checkpoint.refusal().get());
    }
    return Parsed.ok(
        new LogProof(
            extra,
            new InclusionProof(index.get(), checkpoint.orThrow().head().size(), path),
            note.orThrow()));
  }

  private static boolean spelledOnce(String base64) {
    try {
      return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(base64)).equals(base64);
    } catch (IllegalArgumentException not) {
      return false;
    }
  }

  private static Parsed<LogProof> refused(String given, String reason) {
    return Parsed.refused("log-proof", given, reason);
  }

  /// The proof as it is stored.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    if (!extra.isEmpty()) {
      text.append("extra ").append(extra).append('\n');
    }
    text.append("index ").append(inclusion.index()).append('\n');
    inclusion.path().forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(checkpoint).toString();
  }

  /// What the log says, apart from whether it is to be believed.
  ///
  /// @throws org.zhiheng.values.ProblemsException when the note is no checkpoint
  public Checkpoint stated() {
    return Checkpoint.parse(checkpoint.text()).orThrow();
  }

  /// What checking showed, apart from each other.
  ///
  /// @param inclusion whether the leaf stands under the root, in a checkpoint that a known log
  ///   signed
  /// @param witnesses whether enough witnesses signed it
  /// @param signed the witnesses that did
  public record Checked(Shown inclusion, Shown witnesses, List<NoteCheck.Signed> signed) {
    /// Copies the list.
    public Checked {
      signed = List.copyOf(signed);
    }
  }

  /// Checks it for a leaf.
  public Checked check(Hasher hasher, byte[] leaf, TrustPolicy policy) {
    Checkpoint stated = stated();
    List<VerifierKey> log =
        policy.logs().stream().filter(key -> key.name().equals(stated.origin())).toList();
    Shown included =
        switch (checkpoint.check(log)) {
          case NoteCheck.Held _ -> inclusion.check(hasher, hasher.leaf(leaf), stated.head().root());
          case NoteCheck.Refused refused ->
              new Shown.Refused(
                  1,
                  log.isEmpty()
                      ? "The policy knows no log " + stated.origin() + "."
                      : refused.reason());
        };
    NoteCheck witnessed = checkpoint.check(policy.witnessKeys());
    Set<VerifierKey> keys =
        witnessed.signers().stream().map(NoteCheck.Signed::key).collect(Collectors.toSet());
    Shown quorum =
        policy.quorum().reached(keys)
            ? new Shown.Proven()
            : new Shown.Refused(
                2, keys.size() + " witnesses signed, not as many as are asked for.");
    return new Checked(included, quorum, witnessed.signers());
  }
}
