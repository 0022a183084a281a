package org.zhiheng.contracts.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;

/// A time authority for tests: a root of its own, one certificate below it that stamps, and
/// whatever time it is told. Nothing of it is secret; what it stamps proves nothing.
///
/// The same seed gives the same keys and the same signatures. Safe for many threads but for the
/// order of its serial numbers.
public final class TestAuthority {

  /// By what its keys sign.
  public enum Signing {
    /// ECDSA on P-256 with SHA-256.
    ECDSA_P256("secp256r1", "secp224r1", "SHA256withECDSA", NISTObjectIdentifiers.id_sha256),
    /// SM2 with SM3. It has no shorter keys, so a weak one is of P-224.
    SM2("sm2p256v1", "secp224r1", "SM3withSM2", GMObjectIdentifiers.sm3),
    /// ECDSA on P-384 with SHA-384.
    ECDSA_P384("secp384r1", "secp224r1", "SHA384withECDSA", NISTObjectIdentifiers.id_sha384),
    /// RSA of 2,048 bits with SHA-256, by PKCS #1 1.5.
    RSA("2048", "1024", "SHA256withRSA", NISTObjectIdentifiers.id_sha256),
    /// The same by PSS.
    RSA_PSS("2048", "1024", "SHA256withRSAandMGF1", NISTObjectIdentifiers.id_sha256);

    private final String key;
    private final String weak;
    private final String signature;
    private final String hash;

    Signing(String key, String weak, String signature, ASN1ObjectIdentifier hash) {
      this.key = key;
      this.weak = weak;
      this.signature = signature;
      this.hash = hash.getId();
    }
  }

  /// What may be wrong with its certificate or its tokens.
  public enum Flaw {
    /// Nothing.
    NONE,
    /// The purpose of stamping is not critical.
    PURPOSE_NOT_CRITICAL,
    /// The certificate is for stamping and for signing code.
    PURPOSE_NOT_ALONE,
    /// The certificate is for TLS servers.
    PURPOSE_OTHER,
    /// The key may encipher, and not sign.
    USAGE_OTHER,
    /// The tokens do not bring the certificate.
    CERTIFICATE_NOT_SENT,
    /// The certificate is signed by a key that is not the root's.
    ROOT_OTHER,
    /// The tokens name another certificate than the one that they are signed with.
    CERTIFICATE_OTHER,
    /// The key of the certificate is shorter than is believed.
    KEY_WEAK,
    /// The tokens bring many certificates of the root's name that certify each other, and none that
    /// the root certified.
    LABYRINTH
  }

  /// By its own rules; the number is the one of examples in the documents of OpenSSL.
  public static final String POLICY = "1.2.3.4.1";

  /// The hashes that it stamps, by their object identifiers.
  private static final Set<String> TAKEN =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha512.getId(),
          GMObjectIdentifiers.sm3.getId());

  private static final Provider LIBRARY = new BouncyCastleProvider();

  private static final long ROOT_DAYS = 36_500;

  /// As many as a token may bring, with its own.
  private static final int LABYRINTH_CERTIFICATES = 11;

  private final Signing signing;
  private final Flaw flaw;
  private final SecureRandom random;
  private final KeyPair key;
  private final X509CertificateHolder root;
  private final X509CertificateHolder certificate;
  private final X509CertificateHolder named;
  private final List<X509CertificateHolder> beside = new ArrayList<>();
  private final AtomicLong serial = new AtomicLong(1);

  /// An authority without a flaw.
  ///
  /// @param from the first moment of its stamping certificate
  /// @param until the last
  public static TestAuthority open(
      Signing signing, String name, Instant from, Instant until, long seed) {
    return new TestAuthority(signing, name, from, until, Flaw.NONE, seed);
  }

  /// An authority with a flaw.
  public static TestAuthority flawed(
      Signing signing, String name, Instant from, Instant until, Flaw flaw, long seed) {
    return new TestAuthority(signing, name, from, until, flaw, seed);
  }

  private TestAuthority(
      Signing signing, String name, Instant from, Instant until, Flaw flaw, long seed) {
    this.signing = signing;
    this.flaw = flaw;
    this.random = new Seeded(seed);
    KeyPair rootKey = pair(signing.key);
    this.key = pair(flaw == Flaw.KEY_WEAK ? signing.weak : signing.key);
    X500Name above = new X500Name("C=CN,O=Zhiheng test,CN=" + name + " root");
    X500Name own = new X500Name("C=CN,O=Zhiheng test,CN=" + name);
    Instant rootFrom = from.minusSeconds(86_400);
    try {
      this.root =
          built(above, above, 1, rootFrom, rootFrom.plusSeconds(ROOT_DAYS * 86_400), rootKey)
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .build(signer(rootKey));
      KeyPair issuer =
          flaw == Flaw.ROOT_OTHER || flaw == Flaw.LABYRINTH ? pair(signing.key) : rootKey;
      this.certificate = stamping(above, own, 2, from, until).build(signer(issuer));
      this.named =
          flaw == Flaw.CERTIFICATE_OTHER
              ? stamping(above, own, 3, from, until).build(signer(issuer))
              : certificate;
      for (int i = 0; flaw == Flaw.LABYRINTH && i < LABYRINTH_CERTIFICATES; i++) {
        beside.add(
            built(above, above, 100 + i, rootFrom, until, issuer)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .build(signer(issuer)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private X509v3CertificateBuilder stamping(
      X500Name above, X500Name own, long number, Instant from, Instant until) throws IOException {
    KeyPurposeId[] purposes =
        switch (flaw) {
          case PURPOSE_NOT_ALONE ->
              new KeyPurposeId[] {KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_codeSigning};
          case PURPOSE_OTHER -> new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth};
          case NONE,
              PURPOSE_NOT_CRITICAL,
              USAGE_OTHER,
              CERTIFICATE_NOT_SENT,
              ROOT_OTHER,
              CERTIFICATE_OTHER,
              KEY_WEAK,
              LABYRINTH ->
              new KeyPurposeId[] {KeyPurposeId.id_kp_timeStamping};
        };
    return built(above, own, number, from, until, key)
        .addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(
                flaw == Flaw.USAGE_OTHER ? KeyUsage.keyEncipherment : KeyUsage.digitalSignature))
        .addExtension(
            Extension.extendedKeyUsage,
            flaw != Flaw.PURPOSE_NOT_CRITICAL,
            new ExtendedKeyUsage(purposes));
  }

  private static X509v3CertificateBuilder built(
      X500Name issuer, X500Name subject, long number, Instant from, Instant until, KeyPair key) {
    return new X509v3CertificateBuilder(
        issuer,
        BigInteger.valueOf(number),
        Date.from(from),
        Date.from(until),
        subject,
        SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
  }

  /// @param key the name of a curve, or how many bits of RSA
  private KeyPair pair(String key) {
    try {
      // the JDK makes keys of RSA quicker, and knows no SM2
      boolean rsa = signing == Signing.RSA || signing == Signing.RSA_PSS;
      KeyPairGenerator generator =
          rsa ? KeyPairGenerator.getInstance("RSA") : KeyPairGenerator.getInstance("EC", LIBRARY);
      generator.initialize(
          rsa
              ? new RSAKeyGenParameterSpec(Integer.parseInt(key), RSAKeyGenParameterSpec.F4)
              : new ECGenParameterSpec(key),
          random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("there are these keys", absent);
    }
  }

  private ContentSigner signer(KeyPair with) {
    try {
      return new JcaContentSignerBuilder(signing.signature)
          .setProvider(LIBRARY)
          .setSecureRandom(random)
          .build(with.getPrivate());
    } catch (OperatorCreationException absent) {
      throw new IllegalStateException("the library has these signatures", absent);
    }
  }

  /// What one who believes it is given, in DER.
  public byte[] root() {
    return encoded(root);
  }

  /// The certificate that it stamps with, in DER.
  public byte[] certificate() {
    return encoded(certificate);
  }

  private static byte[] encoded(X509CertificateHolder certificate) {
    try {
      return certificate.getEncoded();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Answers a question.
  ///
  /// @param query `application/timestamp-query`
  /// @param at what it takes for the time, to the millisecond
  /// @return `application/timestamp-reply`, in DER; a rejection where the question is none that it
  ///   takes
  public byte[] answer(byte[] query, Instant at) {
    TimeStampReq asked = TimeStampReq.getInstance(query);
    TimeStampResp answer =
        TAKEN.contains(asked.getMessageImprint().getHashAlgorithm().getAlgorithm().getId())
            ? new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token(asked, at))
            : new TimeStampResp(
                new PKIStatusInfo(
                    PKIStatus.rejection,
                    new PKIFreeText("not this hash"),
                    new PKIFailureInfo(PKIFailureInfo.badAlg)),
                null);
    try {
      return answer.getEncoded(ASN1Encoding.DER);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// By hand, and not by the library's maker of tokens: that one makes none with a flaw.
  private ContentInfo token(TimeStampReq asked, Instant at) {
    TSTInfo info =
        new TSTInfo(
            asked.getReqPolicy() == null ? new ASN1ObjectIdentifier(POLICY) : asked.getReqPolicy(),
            asked.getMessageImprint(),
            new ASN1Integer(serial.getAndIncrement()),
            new ASN1GeneralizedTime(written(at)),
            new Accuracy(new ASN1Integer(1), null, null),
            null,
            asked.getNonce(),
            null,
            null);
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
              .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes(at)))
              .build(signer(key), certificate));
      if (flaw != Flaw.CERTIFICATE_NOT_SENT && asked.getCertReq().isTrue()) {
        generator.addCertificate(certificate);
        for (X509CertificateHolder other : beside) {
          generator.addCertificate(other);
        }
      }
      return generator
          .generate(
              new CMSProcessableByteArray(
                  PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded(ASN1Encoding.DER)),
              true)
          .toASN1Structure();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (CMSException | OperatorCreationException failed) {
      throw new IllegalStateException("the authority does not work", failed);
    }
  }

  /// The time, which the library would take from the machine, and whose certificate it is.
  private AttributeTable attributes(Instant at) {
    ASN1EncodableVector both = new ASN1EncodableVector();
    both.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at)))));
    HashAlgorithm hash =
        switch (signing) {
          case ECDSA_P256, RSA, RSA_PSS -> HashAlgorithm.SHA_256;
          case ECDSA_P384 -> HashAlgorithm.SHA_384;
          case SM2 -> HashAlgorithm.SM3;
        };
    both.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(
                new SigningCertificateV2(
                    new ESSCertIDv2(
                        new AlgorithmIdentifier(new ASN1ObjectIdentifier(signing.hash)),
                        hash.digest(encoded(named)).bytes())))));
    return new AttributeTable(both);
  }

  /// As DER wants it: no zeros at the end of a fraction.
  private static String written(Instant at) {
    String text =
        DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSS").format(at.atOffset(ZoneOffset.UTC));
    return text.replaceFirst("\\.000$", "").replaceFirst("(\\.[0-9]*?)0+$", "$1") + "Z";
  }

  /// The token that answers a question.
  public TimeStamp stamp(TimeStampQuery query, Instant at) {
    return TimeStamp.answer(answer(query.der(), at), query).orThrow();
  }

  /// Chance that is the same each time.
  private static final class Seeded extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final transient SplittableRandom bits;

    private Seeded(long seed) {
      this.bits = new SplittableRandom(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
      bits.nextBytes(bytes);
    }
  }
}
