package org.zhiheng.ledger.anchor;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.zhiheng.ledger.statement.Octets;

/// The key of an account on a chain: secp256k1, signing without randomness. By Bouncy Castle.
///
/// It pays for transactions and says nothing about evidence; the log's own keys are others.
///
/// Source: SEC 2 (curve), RFC 6979 (the number of a signature), Yellow Paper appendix F with EIP-2
/// (the smaller s).
public final class AccountKey {

  /// How long a secret is.
  public static final int LENGTH_BYTES = 32;

  /// How long an address is.
  public static final int ADDRESS_LENGTH_BYTES = 20;

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

  private final BigInteger secret;
  private final ECPoint point;

  private AccountKey(BigInteger secret) {
    this.secret = secret;
    this.point = DOMAIN.getG().multiply(secret).normalize();
  }

  /// A key by its number.
  ///
  /// @param secret 32 bytes, in 1..n-1
  /// @throws IllegalArgumentException when it is none
  public static AccountKey of(byte[] secret) {
    BigInteger number = new BigInteger(1, secret);
    if (secret.length != LENGTH_BYTES
        || number.signum() == 0
        || number.compareTo(DOMAIN.getN()) >= 0) {
      throw new IllegalArgumentException("a key of secp256k1 has 32 bytes and lies in 1..n-1");
    }
    return new AccountKey(number);
  }

  /// The account: the last 20 bytes of the Keccak-256 of the point.
  public Octets address() {
    return address(point);
  }

  private static Octets address(ECPoint point) {
    byte[] hash = Keccak.of(Arrays.copyOfRange(point.getEncoded(false), 1, 65)).bytes();
    return Octets.of(Arrays.copyOfRange(hash, hash.length - ADDRESS_LENGTH_BYTES, hash.length));
  }

  /// A signature.
  ///
  /// @param parity of the point it was made with: 0 or 1
  record Signature(int parity, BigInteger r, BigInteger s) {}

  Signature sign(Octets hash) {
    ECDSASigner signing = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signing.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
    BigInteger[] signature = signing.generateSignature(hash.bytes());
    BigInteger n = DOMAIN.getN();
    BigInteger s = signature[1].min(n.subtract(signature[1]));
    for (int parity = 0; parity < 2; parity++) {
      Signature made = new Signature(parity, signature[0], s);
      if (recovered(hash, made).filter(point::equals).isPresent()) {
        return made;
      }
    }
    throw new IllegalStateException("a signature that its own key does not check");
  }

  /// The account whose key made a signature over this hash; empty when none can have made it.
  static Optional<Octets> signer(Octets hash, Signature signature) {
    return recovered(hash, signature).map(AccountKey::address);
  }

  /// The public key that checks a signature. SEC 1 section 4.1.6: it is (s R - e G) / r.
  private static Optional<ECPoint> recovered(Octets hash, Signature signature) {
    BigInteger n = DOMAIN.getN();
    BigInteger r = signature.r();
    BigInteger s = signature.s();
    if (!within(r, n) || !within(s, n) || signature.parity() < 0 || signature.parity() > 1) {
      return Optional.empty();
    }
    byte[] compressed = new byte[1 + LENGTH_BYTES];
    compressed[0] = (byte) (2 + signature.parity());
    byte[] x = r.toByteArray();
    int length = Math.min(x.length, LENGTH_BYTES);
    System.arraycopy(x, x.length - length, compressed, compressed.length - length, length);
    ECPoint made;
    try {
      made = DOMAIN.getCurve().decodePoint(compressed);
    } catch (IllegalArgumentException notOnTheCurve) {
      return Optional.empty();
    }
    BigInteger inverse = r.modInverse(n);
    BigInteger e = new BigInteger(1, hash.bytes());
    ECPoint found =
        ECAlgorithms.sumOfTwoMultiplies(
                DOMAIN.getG(),
                n.subtract(e.mod(n)).multiply(inverse).mod(n),
                made,
                s.multiply(inverse).mod(n))
            .normalize();
    return found.isInfinity() ? Optional.empty() : Optional.of(found);
  }

  private static boolean within(BigInteger number, BigInteger n) {
    return number.signum() > 0 && number.compareTo(n) < 0;
  }
}
