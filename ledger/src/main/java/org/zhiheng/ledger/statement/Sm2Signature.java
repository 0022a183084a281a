package org.zhiheng.ledger.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.values.Parsed;

/// A second signature over a manifest: SM2 with SM3, as a CMS SignedData that stands apart from
/// what it signs and brings the signer's certificate.
///
/// Source: RFC 5652, with the algorithms 1.2.156.10197.1.501 and 1.2.156.10197.1.401 of GM/T 0006.
/// Not GM/T 0010, which has the same structure under object identifiers of its own; the readers we
/// know take this one.
///
/// @param subject of the certificate, as it says itself
/// @param certificate in DER. Whether to believe it is not judged here
public record Sm2Signature(String subject, Octets certificate) {

  /// Longer ones are refused.
  public static final int LENGTH_BYTES_MAX = 64_000;

  /// Signs a manifest's bytes.
  ///
  /// @param certificate in DER, with the key's public half
  /// @throws IllegalArgumentException when the certificate is none, or another key's
  public static byte[] sign(Sm2Key key, byte[] certificate, byte[] payload) {
    try {
      X509CertificateHolder holder = new X509CertificateHolder(certificate);
      if (!isOf(holder, key)) {
        throw new IllegalArgumentException("the certificate is not one of this key");
      }
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
              .build(new Signing(key), holder));
      generator.addCertificate(holder);
      return generator
          .generate(new CMSProcessableByteArray(payload), false)
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException | CMSException | OperatorCreationException failed) {
      throw new IllegalArgumentException("the certificate does not read", failed);
    }
  }

  /// Whether a certificate is one of this key.
  static boolean isOf(X509CertificateHolder certificate, Sm2Key key) {
    return Arrays.equals(point(certificate).orElse(new byte[0]), key.key().publicKey());
  }

  /// Lets the key sign what the library writes.
  static final class Signing implements ContentSigner {
    private final Sm2Key key;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    Signing(Sm2Key key) {
      this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
    }

    @Override
    public OutputStream getOutputStream() {
      return message;
    }

    @Override
    public byte[] getSignature() {
      return key.sign(message.toByteArray());
    }
  }

  /// Checks a signature over a manifest's bytes under the certificate that it brings.
  public static Parsed<Sm2Signature> check(byte[] cms, byte[] payload) {
    if (cms.length > LENGTH_BYTES_MAX) {
      return refused(cms.length + " bytes", "A signature has at most 64 KB.");
    }
    try {
      return checked(new CMSSignedData(cms), cms, payload);
    } catch (IOException | CMSException malformed) {
      return refused("", "The signature is no CMS SignedData.");
    } catch (RuntimeException malformed) {
      // the library's ASN.1 classes answer damaged input with exceptions of many kinds, and
      // document none of them; to us they all say the same
      return refused("", "The signature is no CMS SignedData.");
    }
  }

  private static Parsed<Sm2Signature> checked(CMSSignedData signed, byte[] cms, byte[] payload)
      throws IOException {
    List<SignerInformation> signers = List.copyOf(signed.getSignerInfos().getSigners());
    List<X509CertificateHolder> certificates =
        List.copyOf(signed.getCertificates().getMatches(null));
    if (signers.size() != 1 || certificates.size() != 1 || !signed.isDetachedSignature()) {
      return refused("", "There is one signer with one certificate, apart from what is signed.");
    }
    SignerInformation signer = signers.getFirst();
    X509CertificateHolder certificate = certificates.getFirst();
    if (!Arrays.equals(whole(signer, certificate), cms)) {
      return refused("", "The signature is one of SM2 with SM3 in DER, with nothing beside it.");
    }
    Optional<byte[]> point = point(certificate);
    if (point.isEmpty()) {
      return refused("", "The signer's certificate has a key of SM2.");
    }
    AttributeTable attributes = signer.getSignedAttributes();
    if (attributes == null
        || !value(attributes.getAll(CMSAttributes.contentType))
            .filter(CMSObjectIdentifiers.data::equals)
            .isPresent()
        || !value(attributes.getAll(CMSAttributes.messageDigest))
            .filter(digest ->
                digest instanceof ASN1OctetString octets
                    && Arrays.equals(octets.getOctets(), sm3(payload)))
            .isPresent()) {
      return refused("", "What was signed is not this manifest.");
    }
    return Sm2Key.verify(point.get(), signer.getEncodedSignedAttributes(), signer.getSignature())
        ? Parsed.ok(
            new Sm2Signature(
                certificate.getSubject().toString(), Octets.of(certificate.getEncoded())))
        : refused("", "The signature was not made with the certificate's key.");
  }

  /// What the parts that are judged come to. Every byte of the message is either in one of them or
  /// follows from the format, so there is none that could be changed unseen.
  private static byte[] whole(SignerInformation signer, X509CertificateHolder certificate)
      throws IOException {
    SignerInfo read = signer.toASN1Structure();
    SignerInfo info =
        new SignerInfo(
            // not as it was read: names are compared without regard to case
            new SignerIdentifier(new IssuerAndSerialNumber(certificate.toASN1Structure())),
            // both ways are written: without parameters, and with none in so many words
            read.getDigestAlgorithm().getParameters() == null
                ? new AlgorithmIdentifier(GMObjectIdentifiers.sm3)
                : new AlgorithmIdentifier(GMObjectIdentifiers.sm3, DERNull.INSTANCE),
            read.getAuthenticatedAttributes(),
            new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3),
            read.getEncryptedDigest(),
            null);
    SignedData data =
        new SignedData(
            new DERSet(info.getDigestAlgorithm()),
            new ContentInfo(CMSObjectIdentifiers.data, null),
            new DERSet(certificate.toASN1Structure()),
            null,
            new DERSet(info));
    return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded(ASN1Encoding.DER);
  }

  /// The one value of an attribute that stands once.
  private static Optional<ASN1Primitive> value(org.bouncycastle.asn1.ASN1EncodableVector all) {
    if (all.size() != 1 || Attribute.getInstance(all.get(0)).getAttrValues().size() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        Attribute.getInstance(all.get(0)).getAttrValues().getObjectAt(0).toASN1Primitive());
  }

  private static Optional<byte[]> point(X509CertificateHolder certificate) {
    SubjectPublicKeyInfo key = certificate.getSubjectPublicKeyInfo();
    boolean sm2 =
        key.getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
            && GMObjectIdentifiers.sm2p256v1.equals(key.getAlgorithm().getParameters());
    return sm2 ? Optional.of(key.getPublicKeyData().getBytes()) : Optional.empty();
  }

  private static byte[] sm3(byte[] payload) {
    SM3Digest digest = new SM3Digest();
    digest.update(payload, 0, payload.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  private static Parsed<Sm2Signature> refused(String given, String reason) {
    return Parsed.refused("statement-sm2", given, reason);
  }
}
