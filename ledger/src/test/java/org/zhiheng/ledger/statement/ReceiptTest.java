package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Keys;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.TreeAlgorithm;

final class ReceiptTest {

  private static final Ed25519Key LOG = Keys.log("log.example.cn", 5);
  private static final Hasher HASHER = TreeAlgorithm.SHA_256.hasher();

  private static byte[] entry(int index) {
    return ("entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  private static Cbor bytes(byte[] bytes) {
    return new Cbor.Bytes(Octets.of(bytes));
  }

  /// A tree of three: the root is over the node of 0 and 1, and 2.
  private static Sign1 receipt(long index, Cbor structure, boolean withPayload) {
    Hash zero = HASHER.leaf(entry(0));
    Hash one = HASHER.leaf(entry(1));
    Hash two = HASHER.leaf(entry(2));
    Hash root = HASHER.node(HASHER.node(zero, one), two);
    Cbor proof =
        new Cbor.Items(
            List.of(
                new Cbor.Whole(3),
                new Cbor.Whole(index),
                new Cbor.Items(List.of(bytes(zero.bytes()), bytes(two.bytes())))));
    Octets header =
        Octets.of(
            new Cbor.Fields(List.of(Cbor.field(1, new Cbor.Whole(-8)), Cbor.field(395, structure)))
                .encoded());
    Cbor.Fields unsigned =
        new Cbor.Fields(
            List.of(
                Cbor.field(
                    396,
                    new Cbor.Fields(
                        List.of(
                            Cbor.field(-1, new Cbor.Items(List.of(bytes(proof.encoded())))))))));
    Octets payload = Octets.of(root.bytes());
    byte[] signature = LOG.sign(Sign1.toBeSigned(header, new byte[0], payload));
    return new Sign1(
        header,
        unsigned,
        withPayload ? Optional.of(payload) : Optional.empty(),
        Octets.of(signature));
  }

  @Test
  void holdsForItsEntryUnderItsLog() {
    Receipt read = Receipt.parse(receipt(1, new Cbor.Whole(1), false).encoded()).orThrow();
    byte[] key = LOG.key().publicKey();
    assertThat(read.holds(key, entry(1))).isTrue();
    assertThat(read.holds(key, entry(2))).isFalse();
    assertThat(read.holds(Keys.log("log.example.cn", 6).key().publicKey(), entry(1))).isFalse();
    Receipt elsewhere = Receipt.parse(receipt(0, new Cbor.Whole(1), false).encoded()).orThrow();
    assertThat(elsewhere.holds(key, entry(1))).isFalse();
  }

  /// Ours is, but for the key, what is built by hand above.
  @Test
  void isSignedAsItIsBuiltByHand() {
    Sign1 byHand = receipt(1, new Cbor.Whole(1), false);
    Receipt read = Receipt.parse(byHand.encoded()).orThrow();
    Hash root = read.inclusion().root(HASHER, HASHER.leaf(entry(1))).orElseThrow();
    assertThat(Receipt.sign(LOG, read.inclusion(), root).encoded()).isEqualTo(byHand.encoded());
  }

  @Test
  void refusesOtherTreesIndexesAndPayloads() {
    assertThat(Receipt.parse(receipt(1, new Cbor.Whole(2), false).encoded()).refusal()).isPresent();
    assertThat(Receipt.parse(receipt(3, new Cbor.Whole(1), false).encoded()).refusal()).isPresent();
    assertThat(Receipt.parse(receipt(-1, new Cbor.Whole(1), false).encoded()).refusal())
        .isPresent();
    assertThat(Receipt.parse(receipt(1, new Cbor.Whole(1), true).encoded()).refusal()).isPresent();
  }

  @Test
  void noBitCanBeChanged() {
    byte[] encoded = receipt(1, new Cbor.Whole(1), false).encoded();
    byte[] key = LOG.key().publicKey();
    for (int at = 0; at < encoded.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = encoded.clone();
        changed[at] ^= (byte) (1 << bit);
        assertThat(
                Receipt.parse(changed).found().map(read -> read.holds(key, entry(1))).orElse(false))
            .as("byte " + at + " bit " + bit)
            .isFalse();
      }
    }
  }
}
