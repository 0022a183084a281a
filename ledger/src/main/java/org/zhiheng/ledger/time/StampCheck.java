package org.zhiheng.ledger.time;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.zhiheng.values.Problem;

/// Checks one token's signature and the way from its signer to an anchor.
///
/// Source: RFC 3161, section 2.3 (what the certificate must say) and 2.2 (what is checked); RFC
/// 5816, section 2.2.1; RFC 5652, section 5. Stricter in one: the signer is named exactly as in its
/// certificate. The way is [TrustWay]'s.
final class StampCheck {

  /// The signature algorithms that are believed, and the hash each prescribes; an empty one takes
  /// the message's.
  private static final Map<ASN1ObjectIdentifier, Optional<HashAlgorithm>> SIGNATURES =
      Map.of(
          PKCSObjectIdentifiers.rsaEncryption, Optional.empty(),
          PKCSObjectIdentifiers.id_RSASSA_PSS, Optional.empty(),
          PKCSObjectIdentifiers.sha256WithRSAEncryption, Optional.of(HashAlgorithm.SHA_256),
          PKCSObjectIdentifiers.sha384WithRSAEncryption, Optional.of(HashAlgorithm.SHA_384),
          PKCSObjectIdentifiers.sha512WithRSAEncryption, Optional.of(HashAlgorithm.SHA_512),
          X9ObjectIdentifiers.ecdsa_with_SHA256, Optional.of(HashAlgorithm.SHA_256),
          X9ObjectIdentifiers.ecdsa_with_SHA384, Optional.of(HashAlgorithm.SHA_384),
          X9ObjectIdentifiers.ecdsa_with_SHA512, Optional.of(HashAlgorithm.SHA_512),
          GMObjectIdentifiers.sm2sign_with_sm3, Optional.of(HashAlgorithm.SM3));

  /// RFC 5652, section 5.1: 3 for a content that is no plain data, and more for rarer parts.
  private static final Set<Integer> MESSAGE_VERSIONS = Set.of(3, 4, 5);

  /// Certificates in a token: a way has three or four. See [TrustWay] for what more would cost.
  private static final int CERTIFICATES_MAX = 12;

  private static final int RSA_BITS_MIN = 2048;
  private static final int EC_BITS_MIN = 256;

  private final TimeStamp stamp;
  private final TrustAnchors anchors;

  StampCheck(TimeStamp stamp, TrustAnchors anchors) {
    this.stamp = stamp;
    this.anchors = anchors;
  }

  /// What a step refuses, to be said as it is.
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private Refusal(String reason) {
      super(reason, null, false, false);
    }

    private TimeVerdict verdict() {
      String reason = getMessage();
      return new TimeVerdict.Refused(reason == null ? "" : reason);
    }
  }

  TimeVerdict verdict(Instant asOf) {
    try {
      return checked(asOf);
    } catch (Refusal refusal) {
      return refusal.verdict();
    } catch (RuntimeException damaged) {
      // the library answers damaged certificates and attributes with exceptions of many kinds
      return new TimeVerdict.Refused("The time stamp is damaged, or is none that can be read.");
    }
  }

  private TimeVerdict checked(Instant asOf) throws Refusal {
    if (stamp.at().isAfter(asOf)) {
      throw new Refusal(
          "The time stamp says "
              + stamp.at()
              + ", which is after the date of checking, "
              + asOf
              + ".");
    }
    if (stamp.certificates().size() > CERTIFICATES_MAX) {
      throw new Refusal("The time stamp brings more than " + CERTIFICATES_MAX + " certificates.");
    }
    wellFormed();
    algorithms();
    List<KnownCertificate> brought =
        stamp.certificates().stream().map(anchors.memory()::of).toList();
    KnownCertificate signer = signersCertificate(brought);
    String authority = name(signer.holder());
    stampsOnly(signer.holder(), authority);
    X509Certificate certificate =
        signer
            .readable()
            .orElseThrow(() ->
                new Refusal("The certificate that the time stamp was signed with cannot be read."));
    strong(certificate, authority);
    signature(signer, certificate);
    TrustWay way =
        TrustWay.longest(signer, brought, anchors, stamp.at())
            .orElseThrow(() ->
                new Refusal(
                    "No way leads from the certificate of "
                        + authority
                        + " to one that is believed, with every certificate valid on "
                        + stamp.at()
                        + "."));
    if (asOf.isAfter(way.ends())) {
      return new TimeVerdict.Lapsed(
          stamp.at(),
          authority,
          way.ends(),
          "The time stamp of "
              + stamp.at()
              + " by "
              + authority
              + " was right, but its certificates ended on "
              + way.ends()
              + " and nothing renewed it; on "
              + asOf
              + " it no longer proves the time by itself.");
    }
    return new TimeVerdict.Stamped(
        stamp.at(),
        stamp.accuracy(),
        authority,
        name(way.anchor().holder()),
        stamp.policy(),
        way.ends(),
        0);
  }

  /// The algorithms are believed and agree with each other, and the message is built as prescribed.
  private void algorithms() throws Refusal {
    SignerInformation signer = stamp.signer();
    Optional<HashAlgorithm> hash = HashAlgorithm.of(signer.getDigestAlgorithmID().getAlgorithm());
    ASN1ObjectIdentifier signing = new ASN1ObjectIdentifier(signer.getEncryptionAlgOID());
    Optional<HashAlgorithm> prescribed = SIGNATURES.getOrDefault(signing, Optional.empty());
    if (hash.isEmpty()
        || !SIGNATURES.containsKey(signing)
        || prescribed.filter(other -> other != hash.get()).isPresent()) {
      throw new Refusal(
          "The time stamp is signed with algorithms that are not believed: "
              + signer.getDigestAlgOID()
              + " and "
              + signing.getId()
              + ". RSA, ECDSA with SHA-256 or longer, and SM2 with SM3 are.");
    }
    if (signing.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
        && !RSASSAPSSparams.getInstance(
                signer.toASN1Structure().getDigestEncryptionAlgorithm().getParameters())
            .getHashAlgorithm()
            .getAlgorithm()
            .equals(hash.get().oid())) {
      // the library goes by the hash in the parameters alone: SHA-1, where they say nothing
      throw new Refusal(
          "The time stamp is signed by RSASSA-PSS over another hash than its message names, "
              + hash.get().title()
              + ".");
    }
    boolean listed = false;
    boolean plain =
        plain(signer.getDigestAlgorithmID())
            && (signing.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)
                || plain(signer.toASN1Structure().getDigestEncryptionAlgorithm()));
    for (ASN1Encodable one : stamp.signedData().getDigestAlgorithms()) {
      AlgorithmIdentifier read = AlgorithmIdentifier.getInstance(one);
      listed |= read.getAlgorithm().equals(hash.get().oid());
      plain &= plain(read);
    }
    if (!plain) {
      throw new Refusal("The time stamp gives its algorithms parameters that they do not have.");
    }
    if (!listed) {
      throw new Refusal("The time stamp's message does not list the hash it is signed with.");
    }
    int message = stamp.signedData().getVersion().intValueExact();
    int version = signer.getSID().getSubjectKeyIdentifier() == null ? 1 : 3;
    if (!MESSAGE_VERSIONS.contains(message) || signer.getVersion() != version) {
      throw new Refusal(
          "The time stamp's message has version "
              + message
              + " with a signature of version "
              + signer.getVersion()
              + "; RFC 5652 asks for 3, 4 or 5 with "
              + version
              + ".");
    }
  }

  /// The library takes a tag for another in places; what it then reads, others would not.
  private void wellFormed() throws Refusal {
    try {
      byte[] read =
          stamp
              .signedData()
              .getSignerInfos()
              .getObjectAt(0)
              .toASN1Primitive()
              .getEncoded(ASN1Encoding.DER);
      if (!Arrays.equals(read, stamp.signer().toASN1Structure().getEncoded(ASN1Encoding.DER))) {
        throw new Refusal("The time stamp's signature is not built as RFC 5652 asks.");
      }
    } catch (IOException damaged) {
      throw new Refusal("The time stamp's signature cannot be read.");
    }
  }

  private static boolean plain(AlgorithmIdentifier algorithm) {
    return algorithm.getParameters() == null
        || DERNull.INSTANCE.equals(algorithm.getParameters().toASN1Primitive());
  }

  /// The certificate that the signature itself names by its hash (RFC 5816, section 2.2.1).
  private KnownCertificate signersCertificate(List<KnownCertificate> brought) throws Refusal {
    AttributeTable signed = stamp.signer().getSignedAttributes();
    if (signed == null) {
      throw new Refusal("The time stamp does not say in what is signed whose certificate it is.");
    }
    List<byte[]> hashes = new ArrayList<>();
    List<HashOf> by = new ArrayList<>();
    ASN1EncodableVector first = signed.getAll(PKCSObjectIdentifiers.id_aa_signingCertificate);
    ASN1EncodableVector second = signed.getAll(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    for (int i = 0; i < first.size(); i++) {
      ESSCertID id = SigningCertificate.getInstance(only(first.get(i))).getCerts()[0];
      hashes.add(id.getCertHash());
      by.add(StampCheck::sha1);
    }
    for (int i = 0; i < second.size(); i++) {
      ESSCertIDv2 id = SigningCertificateV2.getInstance(only(second.get(i))).getCerts()[0];
      Optional<HashAlgorithm> hash = HashAlgorithm.of(id.getHashAlgorithm().getAlgorithm());
      hashes.add(id.getCertHash());
      by.add(hash.<HashOf>map(known -> known::raw).orElse(_ -> new byte[0]));
    }
    if (first.size() > 1 || second.size() > 1 || hashes.isEmpty()) {
      throw new Refusal("The time stamp does not say in what is signed whose certificate it is.");
    }
    List<KnownCertificate> candidates = new ArrayList<>(brought);
    candidates.addAll(anchors.anchors());
    candidates.addAll(anchors.hints());
    for (KnownCertificate candidate : candidates) {
      byte[] encoded = candidate.der().bytes();
      boolean all = true;
      for (int i = 0; i < hashes.size(); i++) {
        all &= Arrays.equals(hashes.get(i), by.get(i).of(encoded));
      }
      if (all && names(candidate.holder())) {
        return candidate;
      }
    }
    throw new Refusal(
        "The certificate that the time stamp was signed with (its hash is "
            + HexFormat.of().formatHex(hashes.getFirst())
            + ") is neither in it nor among those that were given.");
  }

  @FunctionalInterface
  private interface HashOf {
    byte[] of(byte[] bytes);
  }

  /// The first form names the certificate by SHA-1 alone. That hash decides nothing here that the
  /// signature and the way do not: two certificates with one SHA-1 would both have to lead to an
  /// anchor and hold the key.
  private static byte[] sha1(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(bytes);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-1", absent);
    }
  }

  private static Object only(ASN1Encodable attribute) throws Refusal {
    Attribute read = Attribute.getInstance(attribute);
    if (read.getAttrValues().size() != 1) {
      throw new Refusal("An attribute of the time stamp has not one value.");
    }
    return read.getAttrValues().getObjectAt(0);
  }

  /// The name in the signature is exactly the certificate's: names are otherwise compared without
  /// regard to case, and a letter could be changed unseen.
  private boolean names(X509CertificateHolder certificate) {
    SignerId id = stamp.signer().getSID();
    if (id.getSubjectKeyIdentifier() != null) {
      Extension key = certificate.getExtension(Extension.subjectKeyIdentifier);
      return key != null
          && Arrays.equals(
              SubjectKeyIdentifier.getInstance(key.getParsedValue()).getKeyIdentifier(),
              id.getSubjectKeyIdentifier());
    }
    try {
      return Arrays.equals(id.getIssuer().getEncoded(), certificate.getIssuer().getEncoded())
          && id.getSerialNumber().equals(certificate.getSerialNumber());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// RFC 3161, section 2.3: reserved for stamping, critically, and for nothing else.
  private static void stampsOnly(X509CertificateHolder certificate, String authority)
      throws Refusal {
    Extension purposes = certificate.getExtension(Extension.extendedKeyUsage);
    if (purposes == null || !purposes.isCritical()) {
      throw new Refusal(
          "The certificate of "
              + authority
              + " does not say, as critical, that it is for stamping.");
    }
    KeyPurposeId[] usages = ExtendedKeyUsage.getInstance(purposes.getParsedValue()).getUsages();
    if (usages.length != 1 || !usages[0].equals(KeyPurposeId.id_kp_timeStamping)) {
      throw new Refusal("The certificate of " + authority + " is not for stamping alone.");
    }
    Extension usage = certificate.getExtension(Extension.keyUsage);
    if (usage != null) {
      KeyUsage bits = KeyUsage.getInstance(usage.getParsedValue());
      if (!bits.hasUsages(KeyUsage.digitalSignature) && !bits.hasUsages(KeyUsage.nonRepudiation)) {
        throw new Refusal("The certificate of " + authority + " is not for signing.");
      }
    }
  }

  private void signature(KnownCertificate known, X509Certificate certificate) throws Refusal {
    boolean holds;
    try {
      holds =
          stamp
              .signer()
              .verify(
                  certificate.getPublicKey() instanceof ECPublicKey key
                      ? CurveSignatures.verifier(known.holder(), key)
                      : new JcaSimpleSignerInfoVerifierBuilder()
                          .setProvider(TrustAnchors.LIBRARY)
                          .build(certificate));
    } catch (CMSException | OperatorCreationException wrong) {
      holds = false;
    }
    if (!holds) {
      throw new Refusal("The signature on the time stamp is not that of its certificate.");
    }
  }

  private static void strong(X509Certificate certificate, String authority) throws Refusal {
    boolean strong =
        switch (certificate.getPublicKey()) {
          case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS_MIN;
          case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= EC_BITS_MIN;
          default -> false;
        };
    if (!strong) {
      throw new Refusal(
          "The key of " + authority + " is too short, or of a kind that is not believed.");
    }
  }

  /// As a person names it: `CN (O, C)`; all of the subject where it has no common name.
  private static String name(X509CertificateHolder certificate) {
    X500Name subject = certificate.getSubject();
    String common = part(subject, BCStyle.CN);
    if (common.isEmpty()) {
      return Problem.shown(subject.toString());
    }
    String house =
        Stream.of(part(subject, BCStyle.O), part(subject, BCStyle.C))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return house.isEmpty() ? common : common + " (" + house + ")";
  }

  private static String part(X500Name name, ASN1ObjectIdentifier type) {
    RDN[] found = name.getRDNs(type);
    return found.length == 0
        ? ""
        : Problem.shown(IETFUtils.valueToString(found[0].getFirst().getValue()));
  }
}
