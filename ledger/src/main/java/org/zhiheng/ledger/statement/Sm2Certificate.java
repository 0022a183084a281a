package org.zhiheng.ledger.statement;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.zhiheng.ledger.note.Sm2Key;

/// The certificate that goes with a second signature: one that the key gives itself, until an
/// authority gives it another. It says a name, and nobody vouches for that.
public final class Sm2Certificate {

  /// Characters of a name (ub-common-name of RFC 5280).
  public static final int NAME_LENGTH_MAX = 64;

  private Sm2Certificate() {}

  /// A certificate of a key by itself.
  ///
  /// @param name of whom it says it is; 1 to 64 characters
  /// @param serial above zero, of at most 20 bytes
  /// @throws IllegalArgumentException when the name is empty or too long
  public static byte[] selfSigned(
      Sm2Key key, String name, BigInteger serial, Instant from, Instant to) {
    if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException("a name has 1 to 64 characters: " + name);
    }
    // built, not parsed: a name with a comma or an equals sign stays one name
    X500Name subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
    SubjectPublicKeyInfo info =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
            key.key().publicKey());
    try {
      return new X509v3CertificateBuilder(
              subject, serial, Date.from(from), Date.from(to), subject, info)
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(
              Extension.keyUsage,
              true,
              new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
          .build(new Sm2Signature.Signing(key))
          .getEncoded();
    } catch (IOException failed) {
      throw new IllegalStateException("a certificate is written to memory", failed);
    }
  }

  /// Whom a certificate says it is of.
  ///
  /// @param certificate in DER
  /// @throws IllegalArgumentException when it is none, or one of another key
  public static String subject(byte[] certificate, Sm2Key key) {
    try {
      X509CertificateHolder holder = new X509CertificateHolder(certificate);
      if (!Sm2Signature.isOf(holder, key)) {
        throw new IllegalArgumentException("the certificate is not one of this key");
      }
      return holder.getSubject().toString();
    } catch (IOException not) {
      throw new IllegalArgumentException("the certificate does not read", not);
    }
  }
}
