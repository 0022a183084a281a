package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.values.Digest;

final class SignedStatementTest {

  private static final Manifest BARE =
      new Manifest(LeafKind.KEY_EVENT, Optional.empty(), new TreeMap<>(), List.of());

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ByteArrayOutputStream out, String hex) {
    out.writeBytes(HexFormat.of().parseHex(hex));
  }

  private static void text(ByteArrayOutputStream out, String head, String text) {
    put(out, head);
    out.writeBytes(utf8(text));
  }

  /// The header byte by byte, as RFC 8949 writes each part.
  private static byte[] header(VerifierKey key) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    put(out, "a5" + "01" + "27"); // five fields; 1: -8
    text(out, "03" + "7825", "application/vnd.zhiheng.manifest+json"); // 37 letters
    put(out, "04" + "5820");
    out.writeBytes(key.publicKey());
    put(out, "0f" + "a3");
    text(out, "01" + "73", "deposits.example.cn"); // 19 letters
    text(out, "02" + "7848", "sha-256:" + Digest.of(BARE.bytes()).hex()); // 8 + 64 letters
    put(out, "06" + "1a" + "6b0a8a00"); // date -d 2026-11-28T08:00:00Z +%s: 1795852800
    text(out, "10" + "7820", "application/scitt-statement+cose"); // 32 letters
    return out.toByteArray();
  }

  /// Built by hand, and checked by the JDK's own Ed25519 over a Sig_structure built by hand.
  @Test
  void isACoseSign1ThatOthersCanCheck() throws GeneralSecurityException {
    SignedStatement statement = SignedStatement.sign(Statements.SIGNER, BARE, Statements.AT);
    VerifierKey key = Statements.SIGNER.key();
    byte[] header = header(key);
    byte[] payload = BARE.bytes();
    ByteArrayOutputStream wanted = new ByteArrayOutputStream();
    put(wanted, "d284" + "58" + HexFormat.of().toHexDigits((byte) header.length));
    wanted.writeBytes(header);
    put(wanted, "a0" + "58" + HexFormat.of().toHexDigits((byte) payload.length));
    wanted.writeBytes(payload);
    put(wanted, "5840");
    byte[] encoded = statement.encoded();
    assertThat(HexFormat.of().formatHex(encoded, 0, encoded.length - 64))
        .isEqualTo(HexFormat.of().formatHex(wanted.toByteArray()));

    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    text(signed, "84" + "6a", "Signature1");
    put(signed, "58" + HexFormat.of().toHexDigits((byte) header.length));
    signed.writeBytes(header);
    put(signed, "40" + "58" + HexFormat.of().toHexDigits((byte) payload.length));
    signed.writeBytes(payload);
    Signature check = Signature.getInstance("Ed25519");
    byte[] info =
        HexFormat.of()
            .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(key.publicKey()));
    check.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
    check.update(signed.toByteArray());
    assertThat(check.verify(Arrays.copyOfRange(encoded, encoded.length - 64, encoded.length)))
        .isTrue();
  }

  @Test
  void readsWhatItWrote() {
    for (SignedStatement statement :
        List.of(
            SignedStatement.sign(Statements.SIGNER, BARE, Statements.AT),
            Statements.signed("合同.txt", "abc"))) {
      SignedStatement read = SignedStatement.parse(statement.encoded()).orThrow();
      assertThat(read).isEqualTo(statement);
      assertThat(read.holds()).isTrue();
      assertThat(read.encoded()).isEqualTo(statement.encoded());
    }
  }

  /// Each bit changed, one at a time: it does not read, or the signature does not hold.
  @Test
  void noBitCanBeChanged() {
    byte[] encoded = Statements.signed("合同.txt", "abc").encoded();
    for (int at = 0; at < encoded.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = encoded.clone();
        changed[at] ^= (byte) (1 << bit);
        assertThat(SignedStatement.parse(changed).found().map(SignedStatement::holds).orElse(false))
            .as("byte " + at + " bit " + bit)
            .isFalse();
      }
    }
    for (int length = 0; length < encoded.length; length++) {
      assertThat(SignedStatement.parse(Arrays.copyOf(encoded, length)).refusal()).isPresent();
    }
    assertThat(SignedStatement.parse(Arrays.copyOf(encoded, encoded.length + 1)).refusal())
        .isPresent();
  }

  /// A true signature over a header with one field more, or with its fields in another order, is
  /// not a statement: there would be two of the same content.
  @Test
  void refusesAnotherHeaderEvenWhenItIsSigned() {
    Sign1 good = Statements.signed("a", "b").sign1();
    Octets payload = good.payload().orElseThrow();
    List<Cbor.Field> fields = good.signedHeader().fields();
    List<Cbor.Field> more = new java.util.ArrayList<>(fields);
    more.add(new Cbor.Field(new Cbor.Text("x"), new Cbor.Whole(1)));
    for (List<Cbor.Field> other : List.of(more, fields.reversed(), fields.subList(0, 4))) {
      Octets header = Octets.of(new Cbor.Fields(other).encoded());
      byte[] signature = Statements.SIGNER.sign(Sign1.toBeSigned(header, new byte[0], payload));
      Sign1 changed = new Sign1(header, good.unsigned(), good.payload(), Octets.of(signature));
      assertThat(changed.holds(Statements.SIGNER.key().publicKey())).isTrue();
      assertThat(SignedStatement.parse(changed.encoded()).refusal()).isPresent();
    }
    Sign1 talking =
        new Sign1(
            good.header(),
            new Cbor.Fields(List.of(Cbor.field(99, new Cbor.Whole(1)))),
            good.payload(),
            good.signature());
    assertThat(SignedStatement.parse(talking.encoded()).refusal()).isPresent();
  }

  @Test
  void isNamedByAKeyOfTheSameNameOnly() {
    SignedStatement statement = Statements.signed("a", "b");
    VerifierKey key = Statements.SIGNER.key();
    VerifierKey otherName = Keys.log("else.example.cn", 21).key();
    VerifierKey otherKey = Keys.log("deposits.example.cn", 22).key();
    VerifierKey otherUse = Keys.witness("deposits.example.cn", 21).key();
    assertThat(statement.named(List.of(otherName, otherKey, otherUse))).isEmpty();
    assertThat(statement.named(List.of(otherName, key))).contains(key);
  }

  @Test
  void aWitnessSignsNone() {
    Ed25519Key witness = Keys.witness("w", 1);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> SignedStatement.sign(witness, BARE, Statements.AT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
