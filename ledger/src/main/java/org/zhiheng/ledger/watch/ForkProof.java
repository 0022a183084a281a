package org.zhiheng.ledger.watch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.NoteCheck;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.tree.ConsistencyProof;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Shown;
import org.zhiheng.values.Parsed;

/// That a log signed two histories: two checkpoints that cannot be of one tree.
///
/// That nobody has a proof of growth shows nothing. So this says what the larger tree's root was at
/// the size of the smaller checkpoint, with the path that leads from it to the larger root: the
/// same as a proof of growth, but for another root than the one that was signed. Of two checkpoints
/// of one size the path is empty and the root is that of the second.
///
/// It holds without the log, and without anybody's word but the log's two signatures; the key they
/// are checked with comes from elsewhere.
///
/// Format: docs/formats/fork-proof.md. The path is that of RFC 9162 (2021-12), section 2.1.4.
///
/// @param smaller the checkpoint of the smaller tree, as it was signed
/// @param larger that of the larger tree, or another of the same size
/// @param root that the larger tree had at the size of the smaller
/// @param path from there to the larger root
public record ForkProof(SignedNote smaller, SignedNote larger, Hash root, List<Hash> path) {

  private static final String HEADER = "zhiheng.org/fork-proof@v1";

  private static final String ROOT = "root ";

  /// Two notes and a path; longer files are refused.
  public static final int LENGTH_BYTES_MAX = 2 * SignedNote.LENGTH_BYTES_MAX + 4096;

  /// What stands before the notes, and text and signatures of each.
  private static final int PARTS = 5;

  /// Copies the list.
  public ForkProof {
    path = List.copyOf(path);
  }

  /// Reads a proof; it says nothing about whether it holds.
  public static Parsed<ForkProof> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return refused(bytes.length + " bytes", "A proof has at most 2 MB.");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return refused("", "A proof is text in UTF-8.");
    }
    List<String> parts = List.of(text.split("\n\n", -1));
    if (parts.size() != PARTS || !text.endsWith("\n")) {
      return refused(text, "A proof is a head and two signed checkpoints, empty lines between.");
    }
    List<String> head = List.of(parts.getFirst().split("\n", -1));
    if (head.size() < 2 || !head.getFirst().equals(HEADER) || !head.get(1).startsWith(ROOT)) {
      return refused(parts.getFirst(), "A proof begins with " + HEADER + " and a line: root HASH.");
    }
    Optional<Hash> root = Hash.parse(head.get(1).substring(ROOT.length())).found();
    if (root.isEmpty()) {
      return refused(head.get(1), "A root is 32 bytes in base64.");
    }
    List<Hash> path = new ArrayList<>();
    for (String line : head.subList(2, head.size())) {
      Optional<Hash> hash = Hash.parse(line).found();
      if (hash.isEmpty() || path.size() == ConsistencyProof.PATH_MAX) {
        return refused(line, "A path is at most 63 hashes, 32 bytes in base64 each.");
      }
      path.add(hash.get());
    }
    Parsed<SignedNote> smaller = note(parts.get(1), parts.get(2) + "\n");
    if (smaller.refusal().isPresent()) {
      return new Parsed.Refused<>(smaller.refusal().get());
    }
    return note(parts.get(3), parts.get(4))
        .map(larger -> new ForkProof(smaller.orThrow(), larger, root.get(), path));
  }

  private static Parsed<SignedNote> note(String text, String signatures) {
    return SignedNote.parse((text + "\n\n" + signatures).getBytes(StandardCharsets.UTF_8));
  }

  private static Parsed<ForkProof> refused(String given, String reason) {
    return Parsed.refused("log-fork-proof", given, reason);
  }

  /// The proof as it is stored.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    text.append(ROOT).append(root.base64()).append('\n');
    path.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(smaller).append('\n').append(larger).toString();
  }

  /// Checks it: whether whoever holds the log's keys signed two histories. The steps are numbered
  /// as in docs/formats/fork-proof.md.
  ///
  /// @param hasher of the log's tree
  /// @param keys of the log; those of another name than the checkpoints' origin do not count
  public Shown check(Hasher hasher, List<VerifierKey> keys) {
    // step 1
    Optional<Checkpoint> before = Checkpoint.parse(smaller.text()).found();
    Optional<Checkpoint> after = Checkpoint.parse(larger.text()).found();
    if (before.isEmpty() || after.isEmpty()) {
      return new Shown.Refused(1, "One of the notes is no checkpoint.");
    }
    String origin = before.get().origin();
    if (!after.get().origin().equals(origin)) {
      return new Shown.Refused(1, "The checkpoints are of two logs.");
    }
    // step 2
    List<VerifierKey> own = keys.stream().filter(key -> key.name().equals(origin)).toList();
    for (SignedNote note : List.of(smaller, larger)) {
      if (note.check(own) instanceof NoteCheck.Refused refused) {
        return new Shown.Refused(2, refused.reason());
      }
    }
    // step 3
    long from = before.get().head().size();
    long to = after.get().head().size();
    if (from == 0 || from > to) {
      return new Shown.Refused(
          3, "The first checkpoint has 1 entry or more, and the second not fewer.");
    }
    // step 4
    if (root.equals(before.get().head().root())) {
      return new Shown.Refused(4, "The larger tree had the root that was signed: no fork.");
    }
    // step 5
    return switch (new ConsistencyProof(from, to, path)
        .check(hasher, root, after.get().head().root())) {
      case Shown.Proven proven -> proven;
      case Shown.Refused refused ->
          new Shown.Refused(
              5, "The path does not lead from the root to the larger tree: " + refused.reason());
    };
  }
}
