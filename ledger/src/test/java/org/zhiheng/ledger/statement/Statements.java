package org.zhiheng.ledger.statement;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.operator.ContentSigner;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Digest;
import org.zhiheng.values.RightId;

/// Statements for tests.
public final class Statements {

  /// Who signs them.
  public static final Ed25519Key SIGNER = Keys.log("deposits.example.cn", 21);

  /// When, as the signer says.
  public static final Instant AT = Instant.parse("2026-11-28T08:00:00Z");

  private Statements() {}

  /// A file as it is named, with the digests of its bytes.
  public static StatedFile file(String name, byte[] bytes) {
    return new StatedFile(
        name,
        "text/plain",
        bytes.length,
        Hash.at(Digest.sha256().digest(bytes), 0),
        Hash.at(sm3(bytes), 0),
        Optional.of(Instant.parse("2026-11-27T23:59:58.5Z")),
        "Firefox 140",
        "Debian 12");
  }

  private static byte[] sm3(byte[] bytes) {
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[32];
    digest.doFinal(out, 0);
    return out;
  }

  /// A deposit of these files.
  public static Manifest deposit(List<StatedFile> files) {
    return new Manifest(
        LeafKind.DEPOSIT,
        Optional.of(new RightId(42)),
        new TreeMap<>(Map.of("amount", "CNY 1200.00", "place", "上海")),
        files);
  }

  /// A deposit of one file, signed.
  public static SignedStatement signed(String name, String text) {
    return SignedStatement.sign(
        SIGNER, deposit(List.of(file(name, text.getBytes(StandardCharsets.UTF_8)))), AT);
  }

  /// A certificate that a key of SM2 gives itself.
  public static byte[] certificate(Sm2Key key, String name) {
    X500Name subject = new X500Name("CN=" + name);
    SubjectPublicKeyInfo info =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1),
            key.key().publicKey());
    java.io.ByteArrayOutputStream message = new java.io.ByteArrayOutputStream();
    ContentSigner signing =
        new ContentSigner() {
          @Override
          public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3);
          }

          @Override
          public java.io.OutputStream getOutputStream() {
            return message;
          }

          @Override
          public byte[] getSignature() {
            return key.sign(message.toByteArray());
          }
        };
    try {
      return new X509v3CertificateBuilder(
              subject,
              BigInteger.ONE,
              Date.from(Instant.parse("2026-01-01T00:00:00Z")),
              Date.from(Instant.parse("2036-01-01T00:00:00Z")),
              subject,
              info)
          .build(signing)
          .getEncoded();
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /// A key of SM2.
  public static Sm2Key sm2(String name) {
    return new Sm2Key(name, BigInteger.valueOf(4711), new SecureRandom());
  }
}
