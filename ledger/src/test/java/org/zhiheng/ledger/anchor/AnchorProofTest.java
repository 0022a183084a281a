package org.zhiheng.ledger.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

final class AnchorProofTest {

  private static Octets hex(String digits) {
    return Octets.of(HexFormat.of().parseHex(digits));
  }

  private static AccountKey key(int filled) {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) filled);
    return AccountKey.of(secret);
  }

  /// Yellow Paper: KEC of nothing, and the root of an empty trie (KEC of the RLP of nothing).
  @Test
  void hashesAsEthereumDoes() {
    assertThat(Keccak.of(new byte[0]).hex())
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    assertThat(Keccak.of(Rlp.word(new byte[0]).bytes()).hex())
        .isEqualTo("56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");
  }

  /// The example of EIP-155: key 46…46, nonce 9, 20 gwei, 21,000 gas, 1 ether to 35…35, chain 1.
  @Test
  void signsTheExampleOfEip155() {
    LegacyTransaction example =
        new LegacyTransaction(
            1,
            9,
            BigInteger.valueOf(20_000_000_000L),
            21_000,
            hex("35".repeat(20)),
            BigInteger.TEN.pow(18),
            hex(""));
    Octets signed = example.signed(key(0x46));
    assertThat(signed.hex())
        .isEqualTo(
            "f86c098504a817c800825208943535353535353535353535353535353535353535880de0b6b3a7640000"
                + "8025a028ef61340bd939bc2195fe537567866003e1a15d3c71ff63e1590620aa636276"
                + "a067cbe9d8997f761aecb703304b3800ccf555c9f3dc64214b297fb1966a3b6d83");
    ChainTransaction read = ChainTransaction.parse(signed).orThrow();
    assertThat(read.chainId()).isEqualTo(1);
    assertThat(read.data().length()).isZero();
  }

  /// The account of the key 0x…01, as every wallet shows it.
  @Test
  void namesAccountsAsWalletsDo() {
    byte[] one = new byte[32];
    one[31] = 1;
    assertThat(AccountKey.of(one).address().hex())
        .isEqualTo("7e5f4552091a69125d5dfcb7b8c2659029395bdf");
  }

  /// Yellow Paper appendix B and the examples that ethereum.org gives for RLP.
  @Test
  void readsAndWritesRlp() {
    assertThat(hex("83646f67"))
        .isEqualTo(Octets.of(Rlp.word("dog".getBytes(StandardCharsets.US_ASCII)).bytes()));
    assertThat(HexFormat.of().formatHex(Rlp.number(1024).bytes())).isEqualTo("820400");
    assertThat(HexFormat.of().formatHex(Rlp.number(0).bytes())).isEqualTo("80");
    assertThat(HexFormat.of().formatHex(Rlp.number(15).bytes())).isEqualTo("0f");
    Rlp theory =
        Rlp.items(
            Rlp.items(), Rlp.items(Rlp.items()), Rlp.items(Rlp.items(), Rlp.items(Rlp.items())));
    assertThat(HexFormat.of().formatHex(theory.bytes())).isEqualTo("c7c0c1c0c3c0c1c0");
    for (Rlp one : List.of(theory, Rlp.word(new byte[56]), Rlp.word(new byte[70_000]))) {
      assertThat(Rlp.parse(one.bytes()).orThrow()).isEqualTo(one);
    }
  }

  @Test
  void refusesRlpThatIsNotSpelledTheShortestWayOrEndsEarly() {
    for (String bad :
        List.of(
            "",
            "8100",
            "81",
            "b800",
            "b83761",
            "b90037",
            "bfffffffffffffffff",
            "c1",
            "c28101",
            "f80161",
            "0001",
            "c0c0",
            "c0".repeat(2),
            "c1".repeat(20) + "c0",
            "ffffffffffffffffff")) {
      assertThat(Rlp.parse(hex(bad).bytes())).as(bad).isInstanceOf(Parsed.Refused.class);
    }
    byte[] deep = new byte[20];
    for (int at = 0; at < deep.length; at++) {
      deep[at] = (byte) (0xc0 + deep.length - 1 - at);
    }
    assertThat(Rlp.parse(deep)).isInstanceOf(Parsed.Refused.class);
  }

  private static List<Octets> transactions(int count) {
    AccountKey key = key(0x46);
    List<Octets> all = new ArrayList<>();
    for (int nonce = 0; nonce < count; nonce++) {
      all.add(
          new LegacyTransaction(
                  1337,
                  nonce,
                  BigInteger.valueOf(2_000_000_000L),
                  30_000,
                  key.address(),
                  BigInteger.ZERO,
                  hex("00".repeat(nonce % 3)))
              .signed(key));
    }
    return all;
  }

  @Test
  void leadsFromTheRootToEveryTransactionAndToNoOther() {
    for (int count : List.of(1, 2, 16, 17, 127, 128, 129, 300)) {
      List<Octets> all = transactions(count);
      Octets root = Keccak.of(TransactionTrie.path(all, 0).orElseThrow().getFirst());
      for (int index : IntStream.range(0, count).filter(at -> at % 7 == 0 || at > 120).toArray()) {
        List<Octets> path = TransactionTrie.path(all, index).orElseThrow();
        assertThat(TransactionTrie.at(root, index, path)).contains(all.get(index));
        assertThat(TransactionTrie.at(root, index + 1, path))
            .as("%s of %s", index, count)
            .isNotEqualTo(Optional.of(all.get(index)));
        assertThat(TransactionTrie.at(Keccak.of(root), index, path)).isEmpty();
        assertThat(TransactionTrie.at(root, index, path.subList(0, path.size() - 1)))
            .isNotEqualTo(Optional.of(all.get(index)));
        List<Octets> longer = new ArrayList<>(path);
        longer.add(path.getLast());
        assertThat(TransactionTrie.at(root, index, longer)).isEmpty();
      }
    }
  }
}
