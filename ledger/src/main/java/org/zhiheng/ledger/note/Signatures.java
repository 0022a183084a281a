package org.zhiheng.ledger.note;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What is signed by each kind of line, and whether it was.
final class Signatures {

  /// Before the text of a cosigned checkpoint.
  private static final String COSIGNATURE = "cosignature/v1\ntime ";

  private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);

  private Signatures() {}

  /// Nothing when the signature is false.
  static Optional<NoteCheck.Signed> check(VerifierKey key, String text, byte[] signature) {
    return switch (key.algorithm()) {
      case ED25519 ->
          Ed25519Key.verify(key.publicKey(), utf8(text), signature)
              ? Optional.of(new NoteCheck.Signed(key, Optional.empty()))
              : Optional.empty();
      case SM2 ->
          key.point().map(known -> Sm2Key.verify(known, utf8(text), signature)).orElse(false)
              ? Optional.of(new NoteCheck.Signed(key, Optional.empty()))
              : Optional.empty();
      case COSIGNATURE_ED25519, ML_DSA_44 -> timed(key, text, signature);
    };
  }

  private static Optional<NoteCheck.Signed> timed(
      VerifierKey key, String text, byte[] timedSignature) {
    if (timedSignature.length <= Long.BYTES) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(timedSignature).getLong();
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      return Optional.empty();
    }
    byte[] signature = Arrays.copyOfRange(timedSignature, Long.BYTES, timedSignature.length);
    Optional<byte[]> message = timedMessage(key, text, seconds);
    boolean holds =
        message.isPresent()
            && (key.algorithm() == NoteAlgorithm.ML_DSA_44
                ? MlDsa44Key.verify(key.publicKey(), message.get(), signature)
                : Ed25519Key.verify(key.publicKey(), message.get(), signature));
    return holds
        ? Optional.of(
            new NoteCheck.Signed(
                key, seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds))))
        : Optional.empty();
  }

  /// What a cosigner signs; nothing when the text is no checkpoint that its kind can sign.
  static Optional<byte[]> timedMessage(VerifierKey key, String text, long seconds) {
    if (key.algorithm() == NoteAlgorithm.COSIGNATURE_ED25519) {
      return Optional.of(utf8(COSIGNATURE + seconds + "\n" + text));
    }
    return Checkpoint.parse(text)
        .found()
        .filter(
            checkpoint -> utf8(checkpoint.origin()).length <= 255 && utf8(key.name()).length <= 255)
        .map(checkpoint -> {
          ByteArrayOutputStream message = new ByteArrayOutputStream();
          message.writeBytes(SUBTREE);
          counted(message, key.name());
          number(message, seconds);
          counted(message, checkpoint.origin());
          number(message, 0);
          number(message, checkpoint.head().size());
          message.writeBytes(checkpoint.head().root().bytes());
          return message.toByteArray();
        });
  }

  private static void counted(ByteArrayOutputStream message, String text) {
    byte[] bytes = utf8(text);
    message.write(bytes.length);
    message.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream message, long number) {
    message.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
