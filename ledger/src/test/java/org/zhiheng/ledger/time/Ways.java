package org.zhiheng.ledger.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.zhiheng.ledger.statement.Octets;

/// Ways of four certificates, with one thing wrong: a root, two authorities below it, and the one
/// that stamps. Keys are made once for each kind, and nothing of them is secret.
final class Ways {

  static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
  static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");

  private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.2.3.4.5.6");

  /// What the keys are, and how certificates are signed with them.
  enum Kind {
    /// ECDSA on P-256.
    P256("SHA256withECDSA", "SHA1withECDSA"),
    /// RSA, PKCS #1 1.5.
    RSA("SHA256withRSA", "SHA1withRSA"),
    /// RSA, PSS.
    RSA_PSS("SHA256withRSAandMGF1", "SHA1withRSA"),
    /// SM2 with SM3; there is none over SHA-1.
    SM2("SM3withSM2", "SM3withSM2");

    private final String signature;
    private final String broken;

    Kind(String signature, String broken) {
      this.signature = signature;
      this.broken = broken;
    }
  }

  private static final List<KeyPair> P256_KEYS = keys("EC", new ECGenParameterSpec("secp256r1"));
  private static final List<KeyPair> SM2_KEYS = keys("EC", new ECGenParameterSpec("sm2p256v1"));
  private static final List<KeyPair> RSA_KEYS =
      keys("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));

  /// Four in their order from the root on, and one that has no part in the way.
  private static List<KeyPair> keys(String kind, AlgorithmParameterSpec parameters) {
    try {
      // the JDK makes keys of RSA quicker, and knows no SM2
      KeyPairGenerator generator =
          kind.equals("RSA")
              ? KeyPairGenerator.getInstance(kind)
              : KeyPairGenerator.getInstance(kind, TrustAnchors.LIBRARY);
      generator.initialize(parameters);
      return IntStream.range(0, 5).mapToObj(_ -> generator.generateKeyPair()).toList();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// What is wrong, and with which certificate where that is not said: the first authority below
  /// the root.
  enum Flaw {
    NONE(true),
    NOTED_EXTENSION(true),
    NO_AUTHORITY(false),
    NOTHING_SAID_OF_AUTHORITY(false),
    TOO_DEEP(false),
    DEEP_ENOUGH(true),
    SIGNS_NO_CERTIFICATES(false),
    ENDED(false),
    NOT_BEGUN(false),
    SIGNER_ENDED(false),
    ROOT_ENDED(false),
    ROOT_NOT_BEGUN(false),
    ROOT_OTHER(false),
    OTHER_KEY(false),
    SIGNER_OTHER_KEY(false),
    SIGNATURE_CHANGED(false),
    ALGORITHM_OTHER_INSIDE(false),
    CRITICAL_EXTENSION(false),
    SIGNER_CRITICAL_EXTENSION(false),
    NAMES_EXCLUDED(false),
    NAMES_OF_OTHERS_EXCLUDED(true),
    NAMES_PERMITTED(true),
    NAMES_OF_OTHERS_PERMITTED(false),
    POLICY_ASKED_FOR(false),
    BROKEN_HASH(false);

    private final boolean leads;

    Flaw(boolean leads) {
      this.leads = leads;
    }

    /// Whether there is a way all the same.
    boolean leads(Kind kind) {
      return leads || (this == BROKEN_HASH && kind == Kind.SM2);
    }
  }

  /// @param root is believed
  /// @param between nearest to the root first
  record Way(Octets root, List<Octets> between, Octets signer) {}

  private final Kind kind;
  private final List<KeyPair> keys;
  private final Flaw flaw;

  private Ways(Kind kind, Flaw flaw) {
    this.kind = kind;
    this.keys =
        switch (kind) {
          case P256 -> P256_KEYS;
          case RSA, RSA_PSS -> RSA_KEYS;
          case SM2 -> SM2_KEYS;
        };
    this.flaw = flaw;
  }

  static Way of(Kind kind, Flaw flaw) {
    try {
      return new Ways(kind, flaw).way();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Way way() throws IOException {
    X509v3CertificateBuilder root =
        built(
            0,
            0,
            flaw == Flaw.ROOT_NOT_BEGUN ? AT.plusSeconds(1) : FROM,
            flaw == Flaw.ROOT_ENDED ? AT.minusSeconds(1) : UNTIL,
            flaw == Flaw.ROOT_OTHER ? keys.get(4) : keys.get(0));
    authority(root, new BasicConstraints(true));
    X509v3CertificateBuilder first =
        built(
            0,
            1,
            flaw == Flaw.NOT_BEGUN ? AT.plusSeconds(1) : FROM,
            flaw == Flaw.ENDED ? AT.minusSeconds(1) : UNTIL,
            keys.get(1));
    first(first);
    X509v3CertificateBuilder second = built(1, 2, FROM, UNTIL, keys.get(2));
    authority(second, new BasicConstraints(0));
    X509v3CertificateBuilder signer =
        built(2, 3, FROM, flaw == Flaw.SIGNER_ENDED ? AT.minusSeconds(1) : UNTIL, keys.get(3));
    signer.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    if (flaw == Flaw.SIGNER_CRITICAL_EXTENSION) {
      signer.addExtension(UNKNOWN, true, DERNull.INSTANCE);
    }
    Octets below =
        signed(
            first,
            flaw == Flaw.OTHER_KEY ? keys.get(4) : keys.get(0),
            flaw == Flaw.BROKEN_HASH ? kind.broken : kind.signature);
    return new Way(
        signed(root, flaw == Flaw.ROOT_OTHER ? keys.get(4) : keys.get(0), kind.signature),
        List.of(
            flaw == Flaw.SIGNATURE_CHANGED
                ? changed(below)
                : flaw == Flaw.ALGORITHM_OTHER_INSIDE ? renamed(below) : below,
            signed(second, keys.get(1), kind.signature)),
        signed(signer, flaw == Flaw.SIGNER_OTHER_KEY ? keys.get(4) : keys.get(2), kind.signature));
  }

  private void first(X509v3CertificateBuilder first) throws IOException {
    if (flaw != Flaw.NOTHING_SAID_OF_AUTHORITY) {
      first.addExtension(
          Extension.basicConstraints,
          true,
          switch (flaw) {
            case NO_AUTHORITY -> new BasicConstraints(false);
            case TOO_DEEP -> new BasicConstraints(0);
            case DEEP_ENOUGH -> new BasicConstraints(1);
            default -> new BasicConstraints(true);
          });
    }
    first.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(
            flaw == Flaw.SIGNS_NO_CERTIFICATES ? KeyUsage.digitalSignature : KeyUsage.keyCertSign));
    if (flaw == Flaw.NOTED_EXTENSION || flaw == Flaw.CRITICAL_EXTENSION) {
      first.addExtension(UNKNOWN, flaw == Flaw.CRITICAL_EXTENSION, DERNull.INSTANCE);
    }
    GeneralSubtree[] ours = {subtree("C=CN,O=Zhiheng test")};
    GeneralSubtree[] theirs = {subtree("C=CN,O=Another house")};
    switch (flaw) {
      case NAMES_EXCLUDED -> constrained(first, new NameConstraints(null, ours));
      case NAMES_OF_OTHERS_EXCLUDED -> constrained(first, new NameConstraints(null, theirs));
      case NAMES_PERMITTED -> constrained(first, new NameConstraints(ours, null));
      case NAMES_OF_OTHERS_PERMITTED -> constrained(first, new NameConstraints(theirs, null));
      // requireExplicitPolicy after 0 certificates, and none of them names a policy
      case POLICY_ASKED_FOR ->
          first.addExtension(
              Extension.policyConstraints,
              true,
              new DERSequence(new DERTaggedObject(false, 0, new ASN1Integer(0))));
      default -> {
        // no names, no policies
      }
    }
  }

  private static GeneralSubtree subtree(String name) {
    return new GeneralSubtree(new GeneralName(new X500Name(name)));
  }

  private static void constrained(X509v3CertificateBuilder certificate, ASN1Encodable names)
      throws IOException {
    certificate.addExtension(Extension.nameConstraints, true, names);
  }

  private static void authority(X509v3CertificateBuilder certificate, BasicConstraints depth)
      throws IOException {
    certificate.addExtension(Extension.basicConstraints, true, depth);
    certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
  }

  private static X509v3CertificateBuilder built(
      int issuer, int subject, Instant from, Instant until, KeyPair key) {
    return new X509v3CertificateBuilder(
        name(issuer),
        BigInteger.valueOf(subject + 1L),
        Date.from(from),
        Date.from(until),
        name(subject),
        SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
  }

  private static X500Name name(int number) {
    return new X500Name("C=CN,O=Zhiheng test,CN=" + number);
  }

  private static Octets signed(X509v3CertificateBuilder certificate, KeyPair by, String how)
      throws IOException {
    try {
      return Octets.of(
          certificate
              .build(
                  new JcaContentSignerBuilder(how)
                      .setProvider(TrustAnchors.LIBRARY)
                      .build(by.getPrivate()))
              .getEncoded());
    } catch (OperatorCreationException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// The last byte is the signature's.
  private static Octets changed(Octets certificate) {
    byte[] changed = certificate.bytes();
    changed[changed.length - 1] ^= 1;
    return Octets.of(changed);
  }

  /// Another algorithm outside than inside, or other parameters: what was signed still holds.
  private Octets renamed(Octets certificate) throws IOException {
    X509CertificateHolder holder = new X509CertificateHolder(certificate.bytes());
    ASN1Encodable other =
        kind == Kind.RSA_PSS
            ? new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption)
            : new AlgorithmIdentifier(
                holder.getSignatureAlgorithm().getAlgorithm(), new DERSequence(UNKNOWN));
    return Octets.of(
        new DERSequence(
                new ASN1Encodable[] {
                  holder.toASN1Structure().getTBSCertificate(),
                  other,
                  holder.toASN1Structure().getSignature()
                })
            .getEncoded());
  }
}
