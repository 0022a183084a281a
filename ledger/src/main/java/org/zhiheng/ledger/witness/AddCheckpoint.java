package org.zhiheng.ledger.witness;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.tree.ConsistencyProof;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Parsed;

/// What a log asks of a witness: to sign this checkpoint, which grew out of what it signed last.
///
/// Source: C2SP tlog-witness v1.0.0, add-checkpoint.
///
/// @param old size that the witness signed last, as the log believes
/// @param path proof that the checkpoint grew out of it
/// @param checkpoint to be signed
public record AddCheckpoint(long old, List<Hash> path, SignedNote checkpoint) {

  private static final int LENGTH_BYTES_MAX = SignedNote.LENGTH_BYTES_MAX + 4096;

  /// Copies the list.
  public AddCheckpoint {
    path = List.copyOf(path);
  }

  /// Reads a request's body.
  public static Parsed<AddCheckpoint> parse(byte[] body) {
    if (body.length > LENGTH_BYTES_MAX) {
      return refused(body.length + " bytes", "A request has at most 1 MB.");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notText) {
      return refused("", "A request is text in UTF-8.");
    }
    int split = text.indexOf("\n\n");
    if (split < 0) {
      return refused(text, "A request has an empty line before its checkpoint.");
    }
    List<String> lines = List.of(text.substring(0, split).split("\n", -1));
    Optional<Long> old =
        lines.getFirst().startsWith("old ")
            ? Checkpoint.number(lines.getFirst().substring(4))
            : Optional.empty();
    if (old.isEmpty()) {
      return refused(lines.getFirst(), "The first line is: old SIZE.");
    }
    List<Hash> path = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Optional<Hash> hash = Hash.parse(line).found();
      if (hash.isEmpty() || path.size() == ConsistencyProof.PATH_MAX) {
        return refused(line, "A proof is at most 63 hashes, 32 bytes in base64 each.");
      }
      path.add(hash.get());
    }
    return SignedNote.parse(text.substring(split + 2).getBytes(StandardCharsets.UTF_8))
        .map(note -> new AddCheckpoint(old.get(), path, note));
  }

  private static Parsed<AddCheckpoint> refused(String given, String reason) {
    return Parsed.refused("log-witness-request", given, reason);
  }

  /// The body.
  @Override
  public String toString() {
    StringBuilder body = new StringBuilder("old ").append(old).append('\n');
    path.forEach(hash -> body.append(hash.base64()).append('\n'));
    return body.append('\n').append(checkpoint).toString();
  }
}
