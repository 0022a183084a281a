package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.MlDsa44Key;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.statement.Sm2Signature;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;

/// The page's algorithms, against published vectors and what Java signs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyVectorsIT {

  private static final String MODULE =
      """
      async ([name, ...given]) => {
        const at = document.querySelector('script[type=module]').src.replace('page.js', '');
        const { hex, sm3, unhex, utf8 } = await import(at + 'bytes.js');
        const { sm2Holds, cmsHolds } = await import(at + 'sm2.js');
        const { note, signers, verifierKey } = await import(at + 'note.js');
        const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
        switch (name) {
          case 'sm3': return hex(sm3(utf8(given[0])));
          case 'sm2': return sm2Holds(unhex(given[0]), utf8(given[1]), unhex(given[2]));
          case 'cms': return given.slice(1).map(one => cmsHolds(bytes(one), utf8(given[0])));
          default: return (await signers(note(given[0]), [verifierKey(given[1])])).signed.length;
        }
      }
      """;

  private @Nullable Server server;
  private @Nullable Browsing browsing;

  @BeforeAll
  void open() {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    Server started = Sample.ground(0).start();
    server = started;
    browsing = Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow();
  }

  @AfterAll
  void close() {
    Optional.ofNullable(browsing).ifPresent(Browsing::close);
    Optional.ofNullable(server).ifPresent(Server::close);
  }

  /// Nothing where there is no browser.
  private Optional<Object> run(List<String> arguments) {
    Browsing browser = browsing;
    if (browser == null) {
      return Optional.empty();
    }
    try (Browsing.Seen seen = browser.open(new Look("en", 1280, "light", Script.ON), "/verify")) {
      return Optional.of(seen.page().evaluate(MODULE, arguments));
    }
  }

  private void expect(Object wanted, String... arguments) {
    run(List.of(arguments)).ifPresent(found -> assertThat(found).isEqualTo(wanted));
  }

  /// GB/T 32905-2016, annex A, examples 1 and 2.
  @Test
  void hashesBySm3() {
    expect("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0", "sm3", "abc");
    expect(
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
        "sm3",
        "abcd".repeat(16));
  }

  /// GM/T 0003.5-2012, annex A.2: the curve of the standard, the usual user's id, `message digest`.
  @Test
  void checksSm2() {
    String key =
        "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
            + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
    String signature =
        "3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
            + "022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";
    expect(true, "sm2", key, "message digest", signature);
    expect(false, "sm2", key, "message digesT", signature);
    expect(false, "sm2", key, "message digest", signature.replace("bbc1aa", "bbc1ab"));
  }

  /// What is in the certificate is not judged, only its form; there the page may be stricter than
  /// the verifier, and is never less strict.
  @Test
  void checksTheSecondSignatureAsTheVerifierDoes() throws Exception {
    Sm2Key key = new Sm2Key("deposits.example.cn", BigInteger.valueOf(4711), new SecureRandom());
    String payload = "{\"a\":1}";
    byte[] signed = payload.getBytes(StandardCharsets.UTF_8);
    byte[] cms = Sm2Signature.sign(key, certificate(key), signed);
    List<String> arguments = new ArrayList<>(List.of("cms", payload, base64(cms)));
    List<Boolean> wanted = new ArrayList<>(List.of(true));
    Random random = new Random(20261129);
    for (int one = 0; one < 200; one++) {
      byte[] changed = cms.clone();
      changed[random.nextInt(cms.length)] ^= (byte) (1 << random.nextInt(8));
      arguments.add(base64(changed));
      wanted.add(Sm2Signature.check(changed, signed).found().isPresent());
    }
    run(arguments)
        .ifPresent(found -> {
          List<?> held = (List<?>) found;
          assertThat(held.getFirst()).isEqualTo(true);
          for (int at = 0; at < wanted.size(); at++) {
            assertThat(held.get(at).equals(true) && !wanted.get(at)).as("change " + at).isFalse();
          }
        });
    expect(List.of(false), "cms", "{\"a\":2}", base64(cms));
  }

  @Test
  void checksNotesOfEveryAlgorithm() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("ML-DSA-44").generateKeyPair();
    byte[] seed = new byte[32];
    String text =
        Checkpoint.of("log.example.cn/2026", new TreeHead(10, Hash.at(new byte[32], 0))).text();
    for (NoteSigner signer :
        List.of(
            Ed25519Key.ofLog("log.example.cn/2026", seed),
            Ed25519Key.ofWitness("notary.example.org", seed),
            new MlDsa44Key(
                "court.example.net", pair.getPrivate().getEncoded(), pair.getPublic().getEncoded()),
            new Sm2Key("log.example.cn/2026/gm", BigInteger.TWO, new SecureRandom()))) {
      SignedNote note =
          new SignedNote(
              text, List.of(signer.line(text, Optional.of(Instant.ofEpochSecond(1_795_000_000)))));
      expect(1, "note", note.toString(), signer.key().toString());
      expect(0, "note", note.toString().replace("\n10\n", "\n11\n"), signer.key().toString());
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] certificate(Sm2Key key) throws Exception {
    X500Name name = new X500Name("CN=" + key.key().name());
    SubjectPublicKeyInfo info =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
            key.key().publicKey());
    return new X509v3CertificateBuilder(
            name,
            BigInteger.ONE,
            Date.from(Instant.parse("2026-01-01T00:00:00Z")),
            Date.from(Instant.parse("2036-01-01T00:00:00Z")),
            name,
            info)
        .build(new Signing(key))
        .getEncoded();
  }

  /// Lets the key sign what the library writes.
  private static final class Signing implements ContentSigner {
    private final Sm2Key key;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    private Signing(Sm2Key key) {
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
}
