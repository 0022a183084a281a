package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.BlockHeader;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.Keccak;
import org.zhiheng.ledger.anchor.LegacyTransaction;
import org.zhiheng.ledger.anchor.Rlp;
import org.zhiheng.ledger.anchor.TransactionTrie;
import org.zhiheng.ledger.bundle.Verdict.Result;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;

/// Blocks made here: whoever has a key can make them, which is why they alone show nothing.
final class AnchorJudgeTest {

  static final byte[] STAMPED = "a checkpoint".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SECRET = new byte[32];

  static {
    Arrays.fill(SECRET, (byte) 0x46);
  }

  private static Octets transaction(long chainId, byte[] subject) {
    AccountKey key = AccountKey.of(SECRET);
    return new LegacyTransaction(
            chainId,
            0,
            BigInteger.ZERO,
            100_000,
            key.address(),
            BigInteger.ZERO,
            AnchorPayload.of(subject).bytes())
        .signed(key);
  }

  private static Octets header(Octets root, long number) {
    List<Rlp> fields = new ArrayList<>();
    for (int field = 0; field < 15; field++) {
      fields.add(Rlp.word(new byte[field < 6 ? 32 : 0]));
    }
    fields.set(4, new Rlp.Word(root));
    fields.set(8, Rlp.number(number));
    // 2026-11-29T08:00:00Z: 20,786 days and 8 hours of seconds
    fields.set(11, Rlp.number((20_786L * 24 + 8) * 3_600));
    return Octets.of(new Rlp.Items(fields).bytes());
  }

  private static ChainReceipt receipt() {
    Octets ours = transaction(1337, STAMPED);
    List<Octets> all =
        List.of(transaction(1337, new byte[1]), ours, transaction(1337, new byte[2]));
    List<Octets> path = TransactionTrie.path(all, 1).orElseThrow();
    Octets header = header(Keccak.of(path.getFirst()), 7);
    return new ChainReceipt(
        "联盟链",
        1337,
        ours,
        7,
        Keccak.of(header),
        Optional.of(new ChainReceipt.InBlock(header, 1, path)));
  }

  static final ChainReceipt GOOD = receipt();

  private static Finding judge(List<ChainFact> facts, Octets... anchors) {
    return new AnchorJudge()
        .check(
            new AnchorCheck.Subject(
                Octets.of(STAMPED),
                List.of(anchors),
                new TreeMap<>(),
                Optional.of(new Trust(List.of(), List.of(), List.of(), List.of(), facts))));
  }

  private static Octets written(ChainReceipt receipt) {
    return Octets.of(receipt.json().bytes());
  }

  private static void judged(Finding finding, Result result, String reason) {
    assertThat(finding.result()).as(finding.reason()).isEqualTo(result);
    assertThat(finding.reason()).contains(reason);
  }

  private static ChainFact fact(String line) {
    return ChainFact.parse(line).orThrow();
  }

  private static final ChainFact BLOCK = new ChainFact.Block(1337, 7, GOOD.blockHash());

  @Test
  void passesOnlyWhereTheBlockOrTheTransactionIsKnownFromOutside() {
    judged(judge(List.of(), written(GOOD)), Result.ABSENT, "no node and no block of the chain");
    judged(judge(List.of(BLOCK), written(GOOD)), Result.PASSED, "made at 2026-11-29T08:00:00Z");
    judged(
        judge(List.of(fact("chain 1337 block 7 0x" + GOOD.blockHash().hex())), written(GOOD)),
        Result.PASSED,
        "vouched for from outside");
    judged(
        judge(
            List.of(fact("chain 1337 transaction 0x" + GOOD.transactionHash().hex())),
            written(GOOD)),
        Result.PASSED,
        "chain 1337 has it was vouched for from outside");
    judged(
        judge(
            List.of(
                new ChainFact.Block(1337, 8, GOOD.blockHash()),
                new ChainFact.Block(1, 7, GOOD.blockHash()),
                new ChainFact.Transaction(1, GOOD.transactionHash())),
            written(GOOD)),
        Result.ABSENT,
        "no node and no block of the chain");
  }

  @Test
  void failsWhereAnotherBlockIsKnown() {
    ChainFact other = new ChainFact.Block(1337, 7, Keccak.of(new byte[0]));
    judged(judge(List.of(other), written(GOOD)), Result.FAILED, "another block of that number");
    judged(judge(List.of(BLOCK, other), written(GOOD)), Result.FAILED, "another block");
  }

  private static ChainReceipt with(
      long chainId, Octets transaction, long number, Octets hash, ChainReceipt.InBlock way) {
    return new ChainReceipt("联盟链", chainId, transaction, number, hash, Optional.of(way));
  }

  @Test
  void failsWhereAPartIsFalseThoughTheBlockIsKnown() {
    ChainReceipt.InBlock way = GOOD.inBlock().orElseThrow();
    Octets other = transaction(1337, new byte[1]);
    Octets headless = header(Keccak.of(other), 7);
    List<ChainReceipt> lies =
        List.of(
            with(1337, other, 7, GOOD.blockHash(), way),
            with(1, transaction(1337, STAMPED), 7, GOOD.blockHash(), way),
            with(1, transaction(1, STAMPED), 7, GOOD.blockHash(), way),
            with(1337, GOOD.transaction(), 8, GOOD.blockHash(), way),
            with(1337, GOOD.transaction(), 7, Keccak.of(other), way),
            with(
                1337,
                GOOD.transaction(),
                7,
                GOOD.blockHash(),
                new ChainReceipt.InBlock(way.header(), 0, way.path())),
            with(
                1337,
                GOOD.transaction(),
                7,
                GOOD.blockHash(),
                new ChainReceipt.InBlock(way.header(), 1, List.of())),
            with(
                1337,
                GOOD.transaction(),
                7,
                Keccak.of(headless),
                new ChainReceipt.InBlock(headless, 1, way.path())),
            with(1337, Octets.of(new byte[0]), 7, GOOD.blockHash(), way));
    for (ChainReceipt lie : lies) {
      judged(judge(List.of(BLOCK), written(lie)), Result.FAILED, "is false");
    }
    judged(judge(List.of(BLOCK), written(GOOD), written(lies.getFirst())), Result.FAILED, "false");
  }

  @Test
  void saysThatATransactionAloneIsOnlySaidToStandInABlock() {
    ChainReceipt alone =
        new ChainReceipt("a", 1337, GOOD.transaction(), 7, GOOD.blockHash(), Optional.empty());
    judged(judge(List.of(BLOCK), written(alone)), Result.ABSENT, "is only said");
    judged(
        judge(List.of(new ChainFact.Transaction(1337, GOOD.transactionHash())), written(alone)),
        Result.PASSED,
        "vouched for");
  }

  @Test
  void readsWhatItWrote() {
    assertThat(ChainReceipt.of(Json.parse(GOOD.json().bytes()).orThrow()).orThrow())
        .isEqualTo(GOOD);
  }

  @Test
  void doesNotCountAFormItDoesNotKnowAndRefusesWhatDoesNotRead() {
    judged(
        judge(
            List.of(BLOCK), Octets.of("{\"form\":\"court/v9\"}".getBytes(StandardCharsets.UTF_8))),
        Result.ABSENT,
        "does not know");
    String good = GOOD.json().toText();
    for (String bad :
        List.of(
            "",
            "{",
            good.replace("\"index\":1,", ""),
            good.replace("\"index\":1,", "\"index\":-1,"),
            good.replace("\"index\":1,", "\"index\":9007199254740991,"),
            good.replace("\"index\":1,", "\"index\":\"1\","),
            good.replace("0x", "0X"),
            good.replace("\"chainId\":1337", "\"chainId\":0"),
            good.replace("\"chain\":\"联盟链\"", "\"chain\":\"\""),
            good.replace("\"path\":[", "\"path\":[[],"),
            good.replace("\"path\":[", "\"path\":[" + "\"0x\",".repeat(10)),
            good.replace("\"form\"", "\"extra\":1,\"form\""))) {
      judged(
          judge(List.of(BLOCK), Octets.of(bad.getBytes(StandardCharsets.UTF_8))),
          Result.FAILED,
          "does not read");
    }
  }

  @Test
  void neverThrowsOnBytesThatWereChanged() {
    byte[] good = GOOD.json().bytes();
    for (int at = 0; at < good.length; at++) {
      byte[] changed = good.clone();
      changed[at] ^= 1;
      Finding finding = judge(List.of(BLOCK), Octets.of(changed));
      // the chain's name vouches for nothing, and a changed form is one that nobody knows
      assertThat(finding.result())
          .as("byte %s: %s", at, finding.reason())
          .matches(result ->
              result == Result.FAILED
                  || finding.reason().contains("does not know")
                  || (result == Result.PASSED && finding.reason().contains("chain 1337 (")));
    }
  }

  /// Besu hashes blocks of QBFT without seals and with round 0, those of IBFT 2.0 without both.
  @Test
  void takesTheSealsOfValidatorsOutOfTheHeader() {
    Rlp sealed =
        Rlp.items(
            Rlp.word(new byte[32]),
            Rlp.items(Rlp.word(new byte[20])),
            Rlp.items(),
            Rlp.number(3),
            Rlp.items(Rlp.word(new byte[65])));
    Rlp round =
        Rlp.items(
            Rlp.word(new byte[32]),
            Rlp.items(Rlp.word(new byte[20])),
            Rlp.items(),
            Rlp.number(0),
            Rlp.items());
    Rlp none = Rlp.items(Rlp.word(new byte[32]), Rlp.items(Rlp.word(new byte[20])), Rlp.items());
    List<Rlp> fields = fields(sealed);
    for (Rlp kept : List.of(sealed, round, none)) {
      Octets rlp = Octets.of(new Rlp.Items(fields(kept)).bytes());
      assertThat(BlockHeader.hashing(fields, Keccak.of(rlp)).map(BlockHeader::rlp)).contains(rlp);
    }
    assertThat(BlockHeader.hashing(fields, Keccak.of(new byte[0]))).isEmpty();
  }

  private static List<Rlp> fields(Rlp extra) {
    Rlp read = Rlp.parse(header(Keccak.of(new byte[0]), 7).bytes()).orThrow();
    List<Rlp> fields = new ArrayList<>(((Rlp.Items) read).values());
    fields.set(12, Rlp.word(extra.bytes()));
    return fields;
  }

  @Test
  void readsWhatIsKnownOfChains() {
    String hash = "ab".repeat(32);
    Octets bytes = Octets.of(HexFormat.of().parseHex(hash));
    assertThat(fact("chain 5 block 0 0x" + hash)).isEqualTo(new ChainFact.Block(5, 0, bytes));
    assertThat(fact("chain  5 transaction 0x" + hash.toUpperCase(Locale.ROOT)))
        .isEqualTo(new ChainFact.Transaction(5, bytes));
    for (String bad :
        List.of(
            "",
            "chain 0 block 1 0x" + hash,
            "chain 9007199254740992 block 1 0x" + hash,
            "chain 5 block 1 " + hash,
            "chain 5 block 0x" + hash,
            "chain 5 transaction 1 0x" + hash,
            "chain 5 block -1 0x" + hash,
            "chain 5 block 1 0x" + hash + "ab")) {
      assertThat(ChainFact.parse(bad).refusal()).as(bad).isPresent();
    }
  }
}
