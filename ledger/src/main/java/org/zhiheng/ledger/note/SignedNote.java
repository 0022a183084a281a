package org.zhiheng.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Parsed;

/// A text and the lines of those who signed it. Reading one says nothing about whether they did.
///
/// Source: C2SP signed-note v1.0.0.
///
/// @param text ends with a newline
/// @param signatures in their order; at least one where it was read
public record SignedNote(String text, List<SignatureLine> signatures) {

  /// Longer is refused: 64 signatures after the quantum computer are some 210 KB.
  public static final int LENGTH_BYTES_MAX = 1_000_000;

  /// More are refused; the specification asks for 16 at least.
  public static final int SIGNATURES_MAX = 64;

  /// @throws IllegalArgumentException when the text does not end with a newline or has another
  ///   control character
  public SignedNote {
    if (!text.endsWith("\n") || controls(text)) {
      throw new IllegalArgumentException("a note's text is lines, each with its newline");
    }
    signatures = List.copyOf(signatures);
  }

  /// Whether a text has control characters other than newlines.
  static boolean controls(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) < 0x20 && text.charAt(at) != '\n') {
        return true;
      }
    }
    return false;
  }

  /// Reads a note.
  public static Parsed<SignedNote> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return refused("note-too-long", bytes.length + " bytes", "A note has at most 1 MB.");
    }
    String whole;
    try {
      whole = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return refused("note-form", "", "A note is text in UTF-8.");
    }
    if (controls(whole)) {
      return refused("note-form", whole, "A note has no control characters but newlines.");
    }
    int split = whole.lastIndexOf("\n\n");
    if (split < 0 || !whole.endsWith("\n")) {
      return refused(
          "note-form", whole, "A note is a text, an empty line, and lines of signatures.");
    }
    List<SignatureLine> signatures = new ArrayList<>();
    String below = whole.substring(split + 2);
    for (String line : below.lines().toList()) {
      Optional<SignatureLine> signature = SignatureLine.parse(line);
      if (signature.isEmpty()) {
        return refused("note-form", line, "A signature is written — name base64.");
      }
      signatures.add(signature.get());
    }
    if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
      return refused(
          "note-form", signatures.size() + " signatures", "A note has 1 to 64 signatures.");
    }
    return Parsed.ok(new SignedNote(whole.substring(0, split + 1), signatures));
  }

  private static Parsed<SignedNote> refused(String code, String given, String reason) {
    return Parsed.refused(code, given, reason);
  }

  /// The same with more lines.
  public SignedNote with(List<SignatureLine> more) {
    List<SignatureLine> all = new ArrayList<>(signatures);
    all.addAll(more);
    return new SignedNote(text, all);
  }

  /// Checks the lines of these keys; lines of others are passed over.
  ///
  /// As the specification asks: a line that one of the keys should have signed and did not makes
  /// the whole note refused.
  public NoteCheck check(List<VerifierKey> keys) {
    List<NoteCheck.Signed> signed = new ArrayList<>();
    for (SignatureLine line : signatures) {
      for (VerifierKey key : keys) {
        if (!line.by(key) || signed.stream().anyMatch(one -> one.key().equals(key))) {
          continue;
        }
        Optional<NoteCheck.Signed> holds = Signatures.check(key, text, line.signature());
        if (holds.isEmpty()) {
          return new NoteCheck.Refused(
              "The line of " + key.name() + " was not signed with its key.");
        }
        signed.add(holds.get());
      }
    }
    return signed.isEmpty()
        ? new NoteCheck.Refused("None of the " + keys.size() + " keys signed it.")
        : new NoteCheck.Held(signed);
  }

  /// The note as it is published.
  @Override
  public String toString() {
    StringBuilder whole = new StringBuilder(text).append('\n');
    signatures.forEach(whole::append);
    return whole.toString();
  }

  /// In UTF-8.
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }
}
