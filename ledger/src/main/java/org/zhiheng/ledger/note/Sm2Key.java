package org.zhiheng.ledger.note;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/// A key of SM2 with SM3 (GB/T 32918.2-2016, curve sm2p256v1). By Bouncy Castle.
///
/// For development and for checking: a production in the PRC keeps its private keys in a certified
/// module (GB/T 39786).
public final class Sm2Key implements NoteSigner {

  private static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  /// The library's own arithmetic for this curve; by the general one, a check takes a millisecond
  /// more.
  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");

  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

  private final ECPrivateKeyParameters secret;
  private final SecureRandom random;
  private final VerifierKey key;

  /// A key by its number.
  ///
  /// @param d in 1..n-2
  /// @param random draws a fresh number for each signature
  /// @throws IllegalArgumentException when the number lies outside
  public Sm2Key(String name, BigInteger d, SecureRandom random) {
    if (d.signum() <= 0 || d.compareTo(DOMAIN.getN().subtract(BigInteger.ONE)) >= 0) {
      throw new IllegalArgumentException("a key of SM2 lies in 1..n-2");
    }
    this.secret = new ECPrivateKeyParameters(d, DOMAIN);
    this.random = random;
    this.key =
        VerifierKey.of(
            name, NoteAlgorithm.SM2, DOMAIN.getG().multiply(d).normalize().getEncoded(false));
  }

  /// Whether a signature over these bytes holds, by the usual user's id.
  ///
  /// @param publicKey the point, a byte 4 and 64 more
  /// @param signature in DER
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    return point(publicKey).map(known -> verify(known, message, signature)).orElse(false);
  }

  /// The point that a public key is; nothing when it is none of the curve.
  static Optional<ECPublicKeyParameters> point(byte[] publicKey) {
    try {
      return Optional.of(
          new ECPublicKeyParameters(DOMAIN.getCurve().decodePoint(publicKey), DOMAIN));
    } catch (IllegalArgumentException noPoint) {
      return Optional.empty();
    }
  }

  static boolean verify(ECPublicKeyParameters known, byte[] message, byte[] signature) {
    SM2Signer check = new SM2Signer();
    check.init(false, new ParametersWithID(known, USER));
    check.update(message, 0, message.length);
    return check.verifySignature(signature);
  }

  @Override
  public VerifierKey key() {
    return key;
  }

  @Override
  public byte[] sign(byte[] message) {
    SM2Signer signing = new SM2Signer();
    signing.init(true, new ParametersWithID(new ParametersWithRandom(secret, random), USER));
    signing.update(message, 0, message.length);
    try {
      return signing.generateSignature();
    } catch (CryptoException failed) {
      throw new IllegalStateException("the key no longer signs", failed);
    }
  }
}
