package org.zhiheng.ledger.statement;

import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Parsed;

/// A COSE_Sign1 message: a header that is signed, one that is not, a payload, and one signature.
/// Reading one says nothing about whether the signature holds.
///
/// Source: RFC 9052 (2022-08), sections 4.2 and 4.4. It has its tag, 18, as RFC 9943 asks.
///
/// @param header the bytes of the signed header, a map of CBOR, or none for an empty one
/// @param unsigned the header that nobody vouches for
/// @param payload absent where it travels apart
/// @param signature as the algorithm makes it
public record Sign1(
    Octets header, Cbor.Fields unsigned, Optional<Octets> payload, Octets signature) {

  private static final long TAG = 18;

  /// Reads one.
  public static Parsed<Sign1> parse(byte[] bytes) {
    Parsed<Cbor> read = Cbor.parse(bytes);
    if (read.refusal().isPresent()) {
      return new Parsed.Refused<>(read.refusal().get());
    }
    if (!(read.orThrow() instanceof Cbor.Tagged(long tag, Cbor.Items(List<Cbor> parts)))
        || tag != TAG
        || parts.size() != 4
        || !(parts.get(0) instanceof Cbor.Bytes(Octets header))
        || !(parts.get(1) instanceof Cbor.Fields unsigned)
        || !(parts.get(3) instanceof Cbor.Bytes(Octets signature))) {
      return refused("A COSE_Sign1 is tag 18 over [bytes, map, bytes or null, bytes].");
    }
    Optional<Octets> payload;
    if (parts.get(2) instanceof Cbor.Bytes(Octets inside)) {
      payload = Optional.of(inside);
    } else if (parts.get(2) == Cbor.Word.NULL) {
      payload = Optional.empty();
    } else {
      return refused("The payload is bytes, or null where it travels apart.");
    }
    if (header.length() > 0
        && !(Cbor.parse(header.bytes()).found().orElse(Cbor.Word.NULL) instanceof Cbor.Fields)) {
      return refused("The signed header is a map of CBOR in bytes.");
    }
    return Parsed.ok(new Sign1(header, unsigned, payload, signature));
  }

  private static Parsed<Sign1> refused(String reason) {
    return Parsed.refused("statement-cose", "", reason);
  }

  /// The signed header.
  public Cbor.Fields signedHeader() {
    return header.length() > 0 && Cbor.parse(header.bytes()).orThrow() instanceof Cbor.Fields map
        ? map
        : new Cbor.Fields(List.of());
  }

  /// The algorithm that the signed header names, if we know it. What stands in the unsigned header
  /// does not count: whoever changes it would choose how the signature is checked.
  public Optional<CoseAlgorithm> algorithm() {
    return signedHeader()
        .value(1)
        .flatMap(value ->
            value instanceof Cbor.Whole(long number) ? CoseAlgorithm.of(number) : Optional.empty());
  }

  /// What is signed: the Sig_structure of RFC 9052 section 4.4.
  ///
  /// @param external further bytes that are signed and travel elsewhere; mostly none
  /// @param apart the payload
  public byte[] toBeSigned(byte[] external, Octets apart) {
    return toBeSigned(header, external, apart);
  }

  static byte[] toBeSigned(Octets header, byte[] external, Octets payload) {
    return new Cbor.Items(
            List.of(
                new Cbor.Text("Signature1"),
                new Cbor.Bytes(header),
                new Cbor.Bytes(Octets.of(external)),
                new Cbor.Bytes(payload)))
        .encoded();
  }

  /// Whether it was signed with this key, over the payload inside.
  public boolean holds(byte[] key) {
    return payload.isPresent() && holds(key, new byte[0], payload.get());
  }

  /// Whether it was signed with this key, over a payload that came apart and further bytes.
  public boolean holds(byte[] key, byte[] external, Octets apart) {
    return algorithm()
        .map(known -> known.holds(key, toBeSigned(external, apart), signature.bytes()))
        .orElse(false);
  }

  /// As bytes; [#parse] reads them.
  public byte[] encoded() {
    Cbor body = payload.<Cbor>map(Cbor.Bytes::new).orElse(Cbor.Word.NULL);
    return new Cbor.Tagged(
            TAG,
            new Cbor.Items(
                List.of(new Cbor.Bytes(header), unsigned, body, new Cbor.Bytes(signature))))
        .encoded();
  }
}
