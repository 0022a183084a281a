package org.zhiheng.ledger.time;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.zhiheng.ledger.statement.Octets;

/// What an authority is asked: to put its time to a hash. It learns nothing else.
///
/// Source: RFC 3161, section 2.4.1. The authority is always asked to send its certificate along.
///
/// @param algorithm what the bytes were hashed with
/// @param imprint the hash
/// @param nonce not negative, at most 64 bits; from a source of chance that the caller has. Without
///   one, an old answer cannot be told from a new one
/// @param policy the rules to work by, as an object identifier; empty for the authority's own
public record TimeStampQuery(
    HashAlgorithm algorithm, Octets imprint, Optional<BigInteger> nonce, Optional<String> policy) {

  /// More than that some authorities do not take.
  private static final int NONCE_BITS_MAX = 64;

  /// @throws IllegalArgumentException when the hash has not the algorithm's length, the nonce is
  ///   negative or too long, or the policy is no object identifier
  public TimeStampQuery {
    if (imprint.length() != algorithm.lengthBytes()) {
      throw new IllegalArgumentException(
          algorithm.title() + " has " + algorithm.lengthBytes() + " bytes: " + imprint.length());
    }
    nonce.ifPresent(number -> {
      if (number.signum() < 0 || number.bitLength() > NONCE_BITS_MAX) {
        throw new IllegalArgumentException("nonce must be in 0..2^64-1: " + number);
      }
    });
    policy.ifPresent(oid -> {
      if (ASN1ObjectIdentifier.tryFromID(oid) == null) {
        throw new IllegalArgumentException("policy must be an object identifier: " + oid);
      }
    });
  }

  /// Asks for the time of these bytes, by the authority's own rules.
  public static TimeStampQuery of(HashAlgorithm algorithm, byte[] subject, BigInteger nonce) {
    return new TimeStampQuery(
        algorithm, algorithm.digest(subject), Optional.of(nonce), Optional.empty());
  }

  /// The bytes to send, `application/timestamp-query`.
  public byte[] der() {
    try {
      return new TimeStampReq(
              new MessageImprint(new AlgorithmIdentifier(algorithm.oid()), imprint.bytes()),
              policy.map(ASN1ObjectIdentifier::new).orElse(null),
              nonce.map(ASN1Integer::new).orElse(null),
              ASN1Boolean.TRUE,
              null)
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException failed) {
      throw new IllegalStateException("writing to memory does not fail", failed);
    }
  }
}
