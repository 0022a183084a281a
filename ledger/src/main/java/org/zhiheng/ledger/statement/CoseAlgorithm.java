package org.zhiheng.ledger.statement;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.zhiheng.ledger.note.Ed25519Key;

/// By what a COSE signature is checked. We sign with the first only.
///
/// Source: RFC 9053 sections 2.1 and 2.2.
public enum CoseAlgorithm {
  /// Ed25519; the key is its 32 bytes.
  EDDSA(-8),
  /// ECDSA on P-256 with SHA-256; the key is the point, a byte 4 and 64 more. Receipts of others
  /// are mostly signed so.
  ES256(-7);

  private final int number;

  CoseAlgorithm(int number) {
    this.number = number;
  }

  /// The number in a header.
  public int number() {
    return number;
  }

  /// The algorithm with this number.
  public static Optional<CoseAlgorithm> of(long number) {
    return Arrays.stream(values()).filter(one -> one.number == number).findFirst();
  }

  /// Whether a signature holds. A key that is none holds for nothing.
  public boolean holds(byte[] key, byte[] message, byte[] signature) {
    return switch (this) {
      case EDDSA -> key.length == 32 && Ed25519Key.verify(key, message, signature);
      case ES256 -> key.length == 65 && key[0] == 4 && p256(key, message, signature);
    };
  }

  private static boolean p256(byte[] key, byte[] message, byte[] signature) {
    Signature check;
    try {
      AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      ECPoint point = new ECPoint(new BigInteger(1, key, 1, 32), new BigInteger(1, key, 33, 32));
      PublicKey known =
          KeyFactory.getInstance("EC")
              .generatePublic(
                  new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
      check = Signature.getInstance("SHA256withECDSAinP1363Format");
      check.initVerify(known);
    } catch (GeneralSecurityException noPoint) {
      return false;
    }
    try {
      check.update(message);
      return check.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    }
  }
}
