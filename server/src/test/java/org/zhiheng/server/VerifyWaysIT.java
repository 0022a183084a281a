package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v1CertificateBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.server.BesideJava.Given;
import org.zhiheng.server.BesideJava.Said;
import org.zhiheng.values.Digest;

/// The page leads certificates back to those that are believed as the verifier does, and says what
/// it does not judge.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyWaysIT {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");
  private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");
  private static final Instant AS_OF = Instant.parse("2026-12-01T00:00:00Z");
  private static final Provider LIBRARY = new BouncyCastleProvider();
  private static final String ECDSA = "SHA256withECDSA";

  private static final BundleParts HELD = MadeBundles.held();
  private static final byte[] SUBJECT = HELD.entry().stamped().bytes();

  private Optional<BesideJava> beside = Optional.empty();
  private int serial;

  @BeforeAll
  void open() {
    beside = BesideJava.open();
  }

  @AfterAll
  void close() {
    beside.ifPresent(BesideJava::close);
  }

  /// A certificate, its key, and by what it signs.
  private record Made(X509CertificateHolder certificate, KeyPair key, String signs) {
    byte[] der() {
      try {
        return certificate.getEncoded();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  /// What a certificate to be made says.
  private static final class Plan {
    private String name = "CA";
    private Instant from = FROM;
    private Instant until = UNTIL;
    private String curve = "secp256r1";
    private String signs = ECDSA;
    private Optional<String> signedBy = Optional.empty();
    private Optional<String> issuer = Optional.empty();
    private Optional<KeyPair> key = Optional.empty();
    private final List<Extension> extensions = new ArrayList<>();

    private Plan with(
        ASN1ObjectIdentifier type, boolean critical, org.bouncycastle.asn1.ASN1Object value) {
      try {
        extensions.removeIf(one -> one.getExtnId().equals(type));
        extensions.add(new Extension(type, critical, value.getEncoded()));
        return this;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private Plan without(ASN1ObjectIdentifier type) {
      extensions.removeIf(one -> one.getExtnId().equals(type));
      return this;
    }
  }

  private static Plan ca(String name) {
    Plan plan = new Plan();
    plan.name = name;
    return plan.with(Extension.basicConstraints, true, new BasicConstraints(true))
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
  }

  private static Plan tsa() {
    Plan plan = new Plan();
    plan.name = "TSA";
    return plan.with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .with(
            Extension.extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
  }

  private static KeyPair pair(String curve) {
    try {
      if (curve.startsWith("RSA")) {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA", LIBRARY);
        rsa.initialize(Integer.parseInt(curve.substring(3)));
        return rsa.generateKeyPair();
      }
      if (curve.equals("Ed25519")) {
        return KeyPairGenerator.getInstance(curve, LIBRARY).generateKeyPair();
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", LIBRARY);
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// Made by another, or by itself.
  private Made made(Plan plan, Optional<Made> by) {
    KeyPair key = plan.key.orElseGet(() -> pair(plan.curve));
    X500Name subject = new X500Name("O=Test,CN=" + plan.name);
    X500Name issuer =
        plan.issuer
            .map(X500Name::new)
            .orElse(by.map(one -> one.certificate().getSubject()).orElse(subject));
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            issuer,
            BigInteger.valueOf(++serial),
            Date.from(plan.from),
            Date.from(plan.until),
            subject,
            SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
    try {
      for (Extension one : plan.extensions) {
        builder.addExtension(one);
      }
      String with = plan.signedBy.orElse(by.map(Made::signs).orElse(plan.signs));
      return new Made(
          builder.build(
              new JcaContentSignerBuilder(with)
                  .setProvider(LIBRARY)
                  .build(by.map(Made::key).orElse(key).getPrivate())),
          key,
          plan.signs);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (OperatorCreationException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private Made root() {
    return made(ca("Root"), Optional.empty());
  }

  /// A token of the last of a chain, which brings all of it.
  private static byte[] stamped(Made signer, boolean oldHash, Made... brought) {
    return stamped(signer, signer.signs(), oldHash, brought);
  }

  private static byte[] stamped(Made signer, String signs, boolean oldHash, Made... brought) {
    try {
      DigestCalculatorProvider digests = new BcDigestCalculatorProvider();
      AlgorithmIdentifier hash =
          new AlgorithmIdentifier(
              oldHash
                  ? OIWObjectIdentifiers.idSHA1
                  : new ASN1ObjectIdentifier(TSPAlgorithms.SHA256.getId()),
              DERNull.INSTANCE);
      TimeStampTokenGenerator generator =
          new TimeStampTokenGenerator(
              new SignerInfoGeneratorBuilder(digests)
                  .setContentDigest(
                      new DefaultDigestAlgorithmIdentifierFinder()
                          .find(signs.contains("SHA512") ? "SHA-512" : "SHA-256"))
                  .build(
                      new JcaContentSignerBuilder(signs)
                          .setProvider(LIBRARY)
                          .build(signer.key().getPrivate()),
                      signer.certificate()),
              digests.get(hash),
              new ASN1ObjectIdentifier("1.2.3.4.1"));
      List<X509CertificateHolder> all = new ArrayList<>(List.of(signer.certificate()));
      for (Made one : brought) {
        all.add(one.certificate());
      }
      generator.addCertificates(new CollectionStore<>(all));
      TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
      asking.setCertReq(true);
      Octets token =
          Octets.of(
              generator
                  .generate(
                      asking.generate(
                          TSPAlgorithms.SHA256, Digest.sha256().digest(SUBJECT), BigInteger.TEN),
                      BigInteger.ONE,
                      Date.from(AT))
                  .getEncoded());
      return MadeBundles.written(
          MadeBundles.with(
              HELD,
              new BundleParts.Stamps(Optional.of(token), Optional.empty(), Optional.empty())));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (OperatorCreationException | TSPException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Given trusting(Made... believed) {
    Given given = new Given("", MadeBundles.trust(), AS_OF);
    for (int at = 0; at < believed.length; at++) {
      given = given.with(at + ".der", believed[at].der());
    }
    return given;
  }

  private void judged(String what, boolean passes, byte[] bundle, Given given) {
    beside.ifPresent(one ->
        assertThat(one.same(List.of(bundle), given).getFirst().line())
            .as(what)
            .isEqualTo(
                passes
                    ? "holds passed passed passed passed absent"
                    : "fails passed passed passed failed absent"));
  }

  private void between(String what, boolean passes, Plan... plans) {
    Made root = root();
    List<Made> chain = new ArrayList<>(List.of(root));
    for (Plan plan : plans) {
      chain.add(made(plan, Optional.of(chain.getLast())));
    }
    Made[] brought = chain.subList(1, chain.size() - 1).toArray(Made[]::new);
    judged(what, passes, stamped(chain.getLast(), false, brought), trusting(root));
  }

  private static Plan dated(Plan plan, Instant from, Instant until) {
    plan.from = from;
    plan.until = until;
    return plan;
  }

  @Test
  void asksOfThoseBetweenWhatRfc5280Asks() {
    ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.3.4.5");
    between("nothing between", true, tsa());
    between("one between", true, ca("A"), tsa());
    between("one of the root's own name", true, ca("Root"), tsa());
    between("no basic constraints", false, ca("A").without(Extension.basicConstraints), tsa());
    between(
        "no authority",
        false,
        ca("A").with(Extension.basicConstraints, true, new BasicConstraints(false)),
        tsa());
    between(
        "may not certify",
        false,
        ca("A").with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)),
        tsa());
    between("use not said", true, ca("A").without(Extension.keyUsage), tsa());
    between(
        "none may follow",
        false,
        ca("A").with(Extension.basicConstraints, true, new BasicConstraints(0)),
        ca("B"),
        tsa());
    between(
        "one may follow",
        true,
        ca("A").with(Extension.basicConstraints, true, new BasicConstraints(1)),
        ca("B"),
        tsa());
    between("ended", false, dated(ca("A"), FROM, AT.minusSeconds(1)), tsa());
    between("ends then", true, dated(ca("A"), FROM, AS_OF), tsa());
    between("not yet", false, dated(ca("A"), AT.plusSeconds(1), UNTIL), tsa());
    between("stamps before its time", false, dated(tsa(), AT.plusSeconds(1), UNTIL));
    between("not known and critical", false, ca("A").with(unknown, true, DERNull.INSTANCE), tsa());
    between("not known", true, ca("A").with(unknown, false, DERNull.INSTANCE), tsa());
    between("signer's not known", false, tsa().with(unknown, true, DERNull.INSTANCE));
    ExtendedKeyUsage stamping = new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping);
    between(
        "critical purpose", false, ca("A").with(Extension.extendedKeyUsage, true, stamping), tsa());
    between("purpose", true, ca("A").with(Extension.extendedKeyUsage, false, stamping), tsa());
    between("four between", true, ca("A"), ca("B"), ca("C"), ca("D"), tsa());
    between("five between", false, ca("A"), ca("B"), ca("C"), ca("D"), ca("E"), tsa());
  }

  @Test
  void takesKeysAndHashesThatAreStrong() {
    for (String hash : List.of("SHA1withECDSA", "SHA384withECDSA", "SHA512withECDSA")) {
      Plan plan = ca("A");
      plan.signedBy = Optional.of(hash);
      between("authority over " + hash, !hash.startsWith("SHA1"), plan, tsa());
      Plan signer = tsa();
      signer.signedBy = Optional.of(hash);
      between("signer over " + hash, !hash.startsWith("SHA1"), signer);
    }
    for (String curve : List.of("secp384r1", "secp521r1", "secp192r1")) {
      Plan signer = tsa();
      signer.curve = curve;
      between(curve, !curve.equals("secp192r1"), signer);
    }
    for (String bits : List.of("RSA1024", "RSA2048", "RSA3072")) {
      Plan signer = tsa();
      signer.curve = bits;
      signer.signs = "SHA512withRSA";
      between(bits, !bits.equals("RSA1024"), signer);
    }
    Made root = root();
    Plan rsa = tsa();
    rsa.curve = "RSA2048";
    Made padded = made(rsa, Optional.of(root));
    // the message says SHA-256, whatever the parameters of the signature say
    for (String hash : List.of("SHA256", "SHA384", "SHA1")) {
      judged(
          "RSASSA-PSS over " + hash,
          hash.equals("SHA256"),
          stamped(padded, hash + "withRSAandMGF1", false),
          trusting(root));
    }
    Made signer = made(tsa(), Optional.of(root));
    judged("named by SHA-1", true, stamped(signer, true), trusting(root));
    judged("itself believed", true, stamped(signer, false), trusting(signer));
    Made other = made(tsa(), Optional.of(root));
    judged("another of its name believed", false, stamped(signer, false), trusting(other));
  }

  @Test
  void takesTheWayThatLastsLongestAndNamesInAnySpelling() {
    Made root = root();
    Made second = made(ca("Second"), Optional.empty());
    Made shorter = made(dated(ca("A"), FROM, AS_OF.minusSeconds(60)), Optional.of(root));
    Plan cross = ca("A");
    cross.key = Optional.of(shorter.key());
    Made longer = made(cross, Optional.of(second));
    Made signer = made(tsa(), Optional.of(shorter));
    byte[] bundle = stamped(signer, false, shorter, longer);
    judged("two ways", true, bundle, trusting(root, second));
    judged("the longer", true, bundle, trusting(second));
    judged("the authority itself", true, bundle, trusting(longer));
    beside.ifPresent(one ->
        assertThat(one.same(List.of(bundle), trusting(root)).getFirst())
            .satisfies(
                said -> assertThat(said.line()).startsWith("holds passed passed passed absent"))
            .satisfies(
                said -> assertThat(said.why()).contains("time.lapsed 2026-11-29T08:00:00Z")));
    Plan plan = tsa();
    plan.issuer = Optional.of("O=TEST,CN=rOOT");
    judged("in other letters", true, stamped(made(plan, Optional.of(root)), false), trusting(root));
    Plan others = tsa();
    others.issuer = Optional.of("O=Test,CN=Rooot");
    judged("another's", false, stamped(made(others, Optional.of(root)), false), trusting(root));
    List<Made> many = new ArrayList<>();
    for (int one = 0; one < 12; one++) {
      many.add(made(ca("Root"), Optional.of(root)));
    }
    Made direct = made(tsa(), Optional.of(root));
    judged(
        "thirteen brought",
        false,
        stamped(direct, false, many.toArray(Made[]::new)),
        trusting(root));
    judged(
        "twelve brought",
        true,
        stamped(direct, false, many.subList(0, 11).toArray(Made[]::new)),
        trusting(root));
    judged(
        "of version 1",
        false,
        stamped(made(tsa(), Optional.of(first(root))), false, first(root)),
        trusting(root));
  }

  /// Certificates of version 1 say nothing of what they are for.
  private Made first(Made root) {
    try {
      return new Made(
          new X509v1CertificateBuilder(
                  root.certificate().getSubject(),
                  BigInteger.valueOf(77),
                  Date.from(FROM),
                  Date.from(UNTIL),
                  new X500Name("O=Test,CN=Old"),
                  SubjectPublicKeyInfo.getInstance(root.key().getPublic().getEncoded()))
              .build(
                  new JcaContentSignerBuilder(ECDSA)
                      .setProvider(LIBRARY)
                      .build(root.key().getPrivate())),
          root.key(),
          ECDSA);
    } catch (OperatorCreationException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// What the verifier may well pass, and this page does not judge: it is absent then, and said.
  @Test
  void neverPassesWhatItDoesNotJudge() {
    Made root = root();
    Plan ed25519 = ca("Root of Ed25519");
    ed25519.curve = "Ed25519";
    ed25519.signs = "Ed25519";
    Made modern = made(ed25519, Optional.empty());
    Plan brainpool = tsa();
    brainpool.curve = "brainpoolP256r1";
    NameConstraints names =
        new NameConstraints(
            new GeneralSubtree[] {new GeneralSubtree(new GeneralName(new X500Name("O=Test")))},
            null);
    Made restricted = made(ca("A").with(Extension.nameConstraints, true, names), Optional.of(root));
    List<byte[]> bundles =
        List.of(
            stamped(made(brainpool, Optional.of(root)), false),
            stamped(made(tsa(), Optional.of(modern)), false),
            stamped(made(tsa(), Optional.of(restricted)), false, restricted));
    Given given = trusting(root, modern);
    for (byte[] bundle : bundles) {
      assertThat(BesideJava.line(BesideJava.java(bundle, given)))
          .isEqualTo("holds passed passed passed passed absent");
    }
    beside.ifPresent(one -> {
      for (Said said : one.page(bundles, given)) {
        assertThat(said.line()).isEqualTo("partly passed passed passed absent absent");
        assertThat(said.why()).contains("time.here").contains("time.unjudged");
      }
      for (Said said : one.page(bundles, given.asking("quorum none\n#require time\n"))) {
        assertThat(said.line()).startsWith("fails passed passed passed absent");
      }
    });
  }
}
