package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Parsed;

/// Statements and what they are made of, spoilt. Exceptions that may come out: none. What reads has
/// one spelling, and nothing that was changed is signed.
final class StatementFuzz {

  private static final SignedStatement STATEMENT = Statements.signed("合同.txt", "a contract");
  private static final byte[] MANIFEST = STATEMENT.manifest().bytes();
  private static final byte[] ENCODED = STATEMENT.encoded();

  private static final Sm2Key SM2 = Statements.sm2("deposits.example.cn");
  private static final byte[] CERTIFICATE = Statements.certificate(SM2, "deposits.example.cn");
  private static final byte[] CMS = Sm2Signature.sign(SM2, CERTIFICATE, MANIFEST);

  private static final Ed25519Key LOG = Keys.log("log.example.cn", 5);
  private static final Hasher HASHER = TreeAlgorithm.SHA_256.hasher();
  private static final byte[] ENTRY = "entry 1".getBytes(StandardCharsets.UTF_8);
  private static final Receipt RECEIPT = receipt();

  private static Receipt receipt() {
    Hash other = HASHER.leaf(new byte[0]);
    Hash root = HASHER.node(other, HASHER.leaf(ENTRY));
    return Receipt.sign(LOG, new InclusionProof(1, 2, List.of(other)), root);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(Parsed<?> parsed) {
    if (parsed instanceof Parsed.Refused<?>(org.zhiheng.values.Problem problem)) {
      assertThat(problem.code()).isNotBlank();
      assertThat(problem.line().length()).isLessThan(1_000);
    }
  }

  @Seeds(300)
  void jsonHasOneSpelling(Seed seed) {
    byte[] spoilt = bytes(Spoilt.json(seed, new String(MANIFEST, StandardCharsets.UTF_8)));
    Parsed<Json> parsed = Json.parse(spoilt);
    refused(parsed);
    parsed.found().ifPresent(json -> assertThat(json.bytes()).isEqualTo(spoilt));
  }

  @Seeds(300)
  void aManifestHasOneSpelling(Seed seed) {
    byte[] spoilt = bytes(Spoilt.json(seed, new String(MANIFEST, StandardCharsets.UTF_8)));
    Parsed<Manifest> parsed = Manifest.parse(spoilt);
    refused(parsed);
    parsed.found().ifPresent(manifest -> assertThat(manifest.bytes()).isEqualTo(spoilt));
  }

  @Seeds(300)
  void cborHasOneSpelling(Seed seed) {
    byte[] spoilt = seed.chance(0.1) ? deep(seed) : Spoilt.bytes(seed, ENCODED);
    Parsed<Cbor> parsed = Cbor.parse(spoilt);
    refused(parsed);
    parsed.found().ifPresent(cbor -> assertThat(cbor.encoded()).isEqualTo(spoilt));
  }

  /// Lists of one, tags of a tag, maps of maps: as deep as it is long.
  private static byte[] deep(Seed seed) {
    byte[] deep = new byte[seed.between(1, 100_000)];
    java.util.Arrays.fill(deep, seed.oneOf(List.of((byte) 0x81, (byte) 0xc6, (byte) 0x9f)));
    return deep;
  }

  @Seeds(300)
  void noChangedStatementHolds(Seed seed) {
    byte[] spoilt = Spoilt.bytes(seed, ENCODED);
    Parsed<Sign1> sign1 = Sign1.parse(spoilt);
    refused(sign1);
    sign1.found().ifPresent(read -> assertThat(read.encoded()).isEqualTo(spoilt));
    Parsed<SignedStatement> parsed = SignedStatement.parse(spoilt);
    refused(parsed);
    parsed
        .found()
        .filter(SignedStatement::holds)
        .filter(read -> !read.named(List.of(Statements.SIGNER.key())).isEmpty())
        .ifPresent(read -> assertThat(spoilt).isEqualTo(ENCODED));
  }

  /// A whole statement around a manifest that is spoilt, signed by somebody all the same.
  @Seeds(200)
  void aSpoiltManifestUnderAGoodSignatureIsReadOrRefused(Seed seed) {
    byte[] manifest = bytes(Spoilt.json(seed, new String(MANIFEST, StandardCharsets.UTF_8)));
    Sign1 whole = STATEMENT.sign1();
    Octets payload = Octets.of(manifest);
    byte[] signature =
        Statements.SIGNER.sign(Sign1.toBeSigned(whole.header(), new byte[0], payload));
    byte[] signed =
        new Sign1(
                whole.header(),
                whole.unsigned(),
                java.util.Optional.of(payload),
                Octets.of(signature))
            .encoded();
    Parsed<SignedStatement> parsed = SignedStatement.parse(signed);
    refused(parsed);
    parsed.found().ifPresent(read -> assertThat(read.encoded()).isEqualTo(signed));
  }

  @Seeds(200)
  void noChangedSecondSignatureIsOfTheSameCertificate(Seed seed) {
    byte[] spoilt = Spoilt.bytes(seed, CMS);
    Parsed<Sm2Signature> parsed = Sm2Signature.check(spoilt, MANIFEST);
    refused(parsed);
    parsed
        .found()
        .filter(read -> read.certificate().equals(Octets.of(CERTIFICATE)))
        .ifPresent(read -> assertThat(spoilt).isEqualTo(CMS));
    assertThat(Sm2Signature.check(CMS, Spoilt.bytes(seed, ENCODED)).refusal()).isPresent();
  }

  @Seeds(200)
  void noChangedReceiptHolds(Seed seed) {
    byte[] spoilt = Spoilt.bytes(seed, RECEIPT.encoded());
    Parsed<Receipt> parsed = Receipt.parse(spoilt);
    refused(parsed);
    parsed
        .found()
        .filter(read -> read.holds(LOG.key().publicKey(), ENTRY))
        // what is not signed may say more; where it stands and under which root may not change
        .ifPresent(read -> assertThat(read.inclusion()).isEqualTo(RECEIPT.inclusion()));
  }
}
