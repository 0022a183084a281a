package org.zhiheng.jobs.uploads;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;

/// Reads and writes the header `Content-Digest`: `sha-256=:…base64…:`.
///
/// Digests of other algorithms beside it are passed over, for the header may name several.
///
/// Source: RFC 9530 (2024-02), section 2; byte sequences as RFC 8941 section 3.3.5 writes them.
/// Differs: parameters behind a value are refused, of which RFC 9530 defines none.
public final class ContentDigest {

  /// The header's name.
  public static final String HEADER = "Content-Digest";

  /// Longer headers are refused: all algorithms that are registered fit in.
  private static final int LENGTH_MAX = 1_000;

  /// A member of the dictionary, and the comma or the end behind it.
  private static final Pattern MEMBER =
      Pattern.compile("[ \\t]*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):[ \\t]*(,|$)");

  private ContentDigest() {}

  /// The SHA-256 that a header names.
  ///
  /// @param header its value; empty where there is none
  public static Parsed<Digest> parse(String header) {
    Matcher member = MEMBER.matcher(header.substring(0, Math.min(header.length(), LENGTH_MAX)));
    Optional<Digest> found = Optional.empty();
    int at = 0;
    while (at < header.length()) {
      if (header.length() > LENGTH_MAX || !member.find(at) || member.start() != at) {
        return refused(header);
      }
      if (member.group(1).equals("sha-256")) {
        found = digest(member.group(2));
        if (found.isEmpty()) {
          return refused(header);
        }
      }
      at = member.end();
    }
    return found.map(Parsed::ok).orElseGet(() -> refused(header));
  }

  private static Optional<Digest> digest(String letters) {
    try {
      byte[] bytes = Base64.getDecoder().decode(letters);
      return bytes.length == 32
          ? Optional.of(new Digest(HexFormat.of().formatHex(bytes)))
          : Optional.empty();
    } catch (IllegalArgumentException no) {
      return Optional.empty();
    }
  }

  private static Parsed<Digest> refused(String header) {
    return Parsed.refused(
        "content-digest",
        header,
        "Each part is sent with the header Content-Digest: sha-256=:BASE64:, the SHA-256 of its"
            + " bytes (RFC 9530).");
  }

  /// The value of the header for this digest.
  public static String of(Digest digest) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(digest.bytes()) + ":";
  }
}
