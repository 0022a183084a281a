package org.zhiheng.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// A file as a statement names it: what it is called, what it is, how it was come by.
///
/// @param name as its owner calls it, 1 to 1,000 bytes of UTF-8; never used as a path
/// @param type its media type as it was told; may be empty
/// @param sizeBytes up to [#SIZE_BYTES_MAX]
/// @param sha256 of its bytes
/// @param sm3 of its bytes
/// @param capturedAt when it was captured, as whoever captured it says
/// @param tool with what; may be empty
/// @param environment on what machine and how connected; may be empty
public record StatedFile(
    String name,
    String type,
    long sizeBytes,
    Hash sha256,
    Hash sm3,
    Optional<Instant> capturedAt,
    String tool,
    String environment) {

  /// A greater file is refused: 2 GB, as much as one upload takes.
  public static final long SIZE_BYTES_MAX = 1L << 31;

  private static final int TEXT_LENGTH_BYTES_MAX = 1_000;

  /// @throws IllegalArgumentException when a text is too long, the name is empty or the size lies
  ///   outside
  public StatedFile {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a file has a name");
    }
    for (String text : java.util.List.of(name, type, tool, environment)) {
      if (!Json.whole(text)
          || text.getBytes(StandardCharsets.UTF_8).length > TEXT_LENGTH_BYTES_MAX) {
        throw new IllegalArgumentException("a text of a file has at most 1,000 bytes: " + text);
      }
    }
    if (sizeBytes < 0 || sizeBytes > SIZE_BYTES_MAX) {
      throw new IllegalArgumentException("a file has at most 2 GB: " + sizeBytes);
    }
  }

  Json json() {
    return new Json.Fields(
        new TreeMap<>(
            Map.of(
                "name", new Json.Text(name),
                "type", new Json.Text(type),
                "size", new Json.Whole(sizeBytes),
                "sha256", new Json.Text(sha256.hex()),
                "sm3", new Json.Text(sm3.hex()),
                "capturedAt", new Json.Text(capturedAt.map(Instant::toString).orElse("")),
                "tool", new Json.Text(tool),
                "environment", new Json.Text(environment))));
  }

  /// Reads what [#json] wrote; anything else ends in a problem.
  static StatedFile of(Json json) {
    if (!(json instanceof Json.Fields fields)
        || !(fields.values().get("name") instanceof Json.Text(String name))
        || !(fields.values().get("type") instanceof Json.Text(String type))
        || !(fields.values().get("size") instanceof Json.Whole(long size))
        || !(fields.values().get("sha256") instanceof Json.Text(String sha256))
        || !(fields.values().get("sm3") instanceof Json.Text(String sm3))
        || !(fields.values().get("capturedAt") instanceof Json.Text(String capturedAt))
        || !(fields.values().get("tool") instanceof Json.Text(String tool))
        || !(fields.values().get("environment") instanceof Json.Text(String environment))) {
      throw refused("", "A file has name, type, size, both digests, time, tool and environment.");
    }
    try {
      return new StatedFile(
          name,
          type,
          size,
          hash(sha256),
          hash(sm3),
          capturedAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(capturedAt)),
          tool,
          environment);
    } catch (IllegalArgumentException | DateTimeException not) {
      throw refused(name, "A file's values are none that can be.");
    }
  }

  private static Hash hash(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (bytes.length != Hash.LENGTH_BYTES) {
      throw new IllegalArgumentException("a digest has 64 digits: " + hex);
    }
    return Hash.at(bytes, 0);
  }

  private static ProblemsException refused(String given, String reason) {
    return new ProblemsException(Problem.of("statement-manifest", "files", given, reason));
  }
}
