package org.zhiheng.ledger.statement;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.NoteAlgorithm;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// A manifest and who signed it: a COSE_Sign1 that is a signed statement of SCITT.
///
/// Every byte follows from the record: what reads as a signed statement and would be written
/// otherwise is refused. Source: RFC 9943 (2026-06), RFC 9052, RFC 9597.
///
/// @param manifest what is stated
/// @param issuer who signs, by the name of the key
/// @param issuedAt when, as the issuer says; whole seconds from 1970 to 9999. No evidence of time
/// @param key the issuer's public key, 32 bytes of Ed25519; it stands in the header as the key's id
/// @param signature 64 bytes
public record SignedStatement(
    Manifest manifest, String issuer, Instant issuedAt, Octets key, Octets signature) {

  /// Longer ones are refused.
  public static final int LENGTH_BYTES_MAX = Json.LENGTH_BYTES_MAX + 4_096;

  private static final long SECONDS_MAX = 253_402_300_799L;

  private static final String PAYLOAD_TYPE = "application/vnd.zhiheng.manifest+json";

  /// The registered media type of signed statements.
  private static final String TYPE = "application/scitt-statement+cose";

  /// @throws IllegalArgumentException when a length or the time lies outside, or the issuer's name
  ///   is empty or longer than 255 bytes
  public SignedStatement {
    int nameLength = issuer.getBytes(StandardCharsets.UTF_8).length;
    if (nameLength < 1 || nameLength > 255 || !Json.whole(issuer)) {
      throw new IllegalArgumentException("an issuer's name has 1 to 255 bytes: " + issuer);
    }
    if (key.length() != 32 || signature.length() != 64) {
      throw new IllegalArgumentException("Ed25519 has keys of 32 and signatures of 64 bytes");
    }
    if (issuedAt.getNano() != 0
        || issuedAt.getEpochSecond() < 0
        || issuedAt.getEpochSecond() > SECONDS_MAX) {
      throw new IllegalArgumentException("a time has whole seconds from 1970 on: " + issuedAt);
    }
  }

  /// Signs a manifest.
  ///
  /// @param at cut to whole seconds
  /// @throws IllegalArgumentException when the key is a witness's, or the manifest is too long
  public static SignedStatement sign(Ed25519Key signer, Manifest manifest, Instant at) {
    if (signer.key().algorithm() != NoteAlgorithm.ED25519) {
      throw new IllegalArgumentException("a witness signs no statements");
    }
    byte[] payload = manifest.bytes();
    if (payload.length > Json.LENGTH_BYTES_MAX) {
      throw new IllegalArgumentException("a manifest has at most 32 MB: " + payload.length);
    }
    Instant seconds = Instant.ofEpochSecond(at.getEpochSecond());
    Octets key = Octets.of(signer.key().publicKey());
    Octets header = header(signer.key().name(), subject(manifest, payload), seconds, key);
    byte[] signature = signer.sign(Sign1.toBeSigned(header, new byte[0], Octets.of(payload)));
    return new SignedStatement(manifest, signer.key().name(), seconds, key, Octets.of(signature));
  }

  /// Reads a signed statement; says nothing about whether the signature holds.
  public static Parsed<SignedStatement> parse(byte[] bytes) {
    if (bytes.length > LENGTH_BYTES_MAX) {
      return refused("A statement has at most 32 MB.");
    }
    Parsed<Sign1> read = Sign1.parse(bytes);
    if (read.refusal().isPresent()) {
      return new Parsed.Refused<>(read.refusal().get());
    }
    Sign1 sign1 = read.orThrow();
    Cbor.Fields header = sign1.signedHeader();
    if (sign1.payload().isEmpty()
        || !(header.value(4).orElse(Cbor.Word.NULL) instanceof Cbor.Bytes(Octets key))
        || !(header.value(15).orElse(Cbor.Word.NULL) instanceof Cbor.Fields claims)
        || !(claims.value(1).orElse(Cbor.Word.NULL) instanceof Cbor.Text(String issuer))
        || !(claims.value(6).orElse(Cbor.Word.NULL) instanceof Cbor.Whole(long seconds))) {
      return refused("A statement has a payload, and a key and claims in its header.");
    }
    Parsed<Manifest> manifest = Manifest.parse(sign1.payload().get().bytes());
    if (manifest.refusal().isPresent()) {
      return new Parsed.Refused<>(manifest.refusal().get());
    }
    if (seconds < 0 || seconds > SECONDS_MAX) {
      return refused("A statement's time lies between 1970 and 9999.");
    }
    try {
      SignedStatement statement =
          new SignedStatement(
              manifest.orThrow(), issuer, Instant.ofEpochSecond(seconds), key, sign1.signature());
      return Arrays.equals(statement.encoded(), bytes)
          ? Parsed.ok(statement)
          : refused("A statement's header has these fields, in this order, and no others.");
    } catch (IllegalArgumentException not) {
      return refused("A value of the statement's header is none that can be.");
    }
  }

  private static Parsed<SignedStatement> refused(String reason) {
    return Parsed.refused("statement-header", "", reason);
  }

  /// What the claims call the subject: the right, or where there is none the manifest by its
  /// digest, for SCITT asks for one.
  private static String subject(Manifest manifest, byte[] payload) {
    return manifest
        .subject()
        .map(RightId::toString)
        .orElseGet(() -> "sha-256:" + Digest.of(payload).hex());
  }

  private static Octets header(String issuer, String subject, Instant at, Octets key) {
    return Octets.of(
        new Cbor.Fields(
                List.of(
                    Cbor.field(1, new Cbor.Whole(CoseAlgorithm.EDDSA.number())),
                    Cbor.field(3, new Cbor.Text(PAYLOAD_TYPE)),
                    Cbor.field(4, new Cbor.Bytes(key)),
                    Cbor.field(
                        15,
                        new Cbor.Fields(
                            List.of(
                                Cbor.field(1, new Cbor.Text(issuer)),
                                Cbor.field(2, new Cbor.Text(subject)),
                                Cbor.field(6, new Cbor.Whole(at.getEpochSecond()))))),
                    Cbor.field(16, new Cbor.Text(TYPE))))
            .encoded());
  }

  /// As a COSE_Sign1.
  public Sign1 sign1() {
    byte[] payload = manifest.bytes();
    return new Sign1(
        header(issuer, subject(manifest, payload), issuedAt, key),
        new Cbor.Fields(List.of()),
        Optional.of(Octets.of(payload)),
        signature);
  }

  /// As bytes; [#parse] reads them, and a leaf commits to them.
  public byte[] encoded() {
    return sign1().encoded();
  }

  /// Whether the signature holds under the key in the header. Whose key that is, it does not say.
  public boolean holds() {
    return sign1().holds(key.bytes());
  }

  /// The one of these keys that it names: the same key under the same name.
  public Optional<VerifierKey> named(List<VerifierKey> known) {
    return known.stream()
        .filter(one ->
            one.algorithm() == NoteAlgorithm.ED25519
                && one.name().equals(issuer)
                && Octets.of(one.publicKey()).equals(key))
        .findFirst();
  }
}
