package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.Keccak;
import org.zhiheng.ledger.anchor.SealedBlocks;
import org.zhiheng.ledger.anchor.SealedBlocks.Kind;
import org.zhiheng.ledger.anchor.Seals;
import org.zhiheng.ledger.bundle.Verdict.Result;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Anchors in blocks that validators of our own sealed.
final class SealJudgeTest {

  static final byte[] STAMPED = "a checkpoint".getBytes(StandardCharsets.US_ASCII);
  private static final List<AccountKey> FOUR = SealedBlocks.keys(4);
  private static final AccountKey STRANGER = SealedBlocks.key(77);
  private static final Octets FIRST = SealedBlocks.round(Kind.QBFT, 0);

  /// Sealed by three of four, in the first round of QBFT.
  static final ChainReceipt GOOD =
      sealed(
          SealedBlocks.receipt(Kind.QBFT, STAMPED, FOUR),
          FIRST,
          List.of(FOUR.get(3), FOUR.get(0), FOUR.get(1)));

  private static ChainReceipt sealed(ChainReceipt receipt, Octets round, List<AccountKey> by) {
    return SealedBlocks.sealed(receipt, round, SealedBlocks.seals(receipt, round, by));
  }

  static Finding judge(List<? extends ChainFact> facts, Octets anchor) {
    return new AnchorJudge()
        .check(
            new AnchorCheck.Subject(
                Octets.of(STAMPED),
                List.of(anchor),
                new TreeMap<>(),
                Optional.of(
                    new Trust(List.of(), List.of(), List.of(), List.of(), List.copyOf(facts)))));
  }

  private static Finding judge(List<? extends ChainFact> facts, ChainReceipt receipt) {
    return judge(facts, Octets.of(receipt.json().bytes()));
  }

  private static void judged(Finding finding, Result result, String reason) {
    assertThat(finding.result()).as(finding.reason()).isEqualTo(result);
    assertThat(finding.reason()).contains(reason);
  }

  private static ChainFact.Validators known(long chain, long from, Optional<Long> before) {
    return new ChainFact.Validators(chain, from, before, SealedBlocks.addresses(FOUR));
  }

  private static final List<ChainFact.Validators> KNOWN = List.of(SealedBlocks.known(FOUR));

  @Test
  void passesWhereTwoThirdsOfTheKnownValidatorsSealedTheBlock() {
    judged(
        judge(KNOWN, GOOD),
        Result.PASSED,
        "stands in block 41 of chain 2026 (联盟链), which 3 of the 4 validators known from outside"
            + " sealed, where 3 are enough; made at 2026-11-30T08:00:00Z");
    judged(judge(List.of(), GOOD), Result.ABSENT, "no node and no block of the chain was trusted");
    judged(
        judge(
            List.of(
                ChainFact.parse(
                        "chain 2026 validators"
                            + String.join(
                                "",
                                SealedBlocks.addresses(FOUR).stream()
                                    .map(address -> " 0x" + address.hex())
                                    .toList()))
                    .orThrow()),
            GOOD),
        Result.PASSED,
        "3 of the 4 validators");
  }

  @Test
  void isAbsentWhereTheyAreThoseOfAnotherChainOrOfOtherBlocks() {
    for (ChainFact.Validators other :
        List.of(
            known(2025, 0, Optional.empty()),
            known(2026, 42, Optional.empty()),
            known(2026, 0, Optional.of(41L)))) {
      judged(judge(List.of(other), GOOD), Result.ABSENT, "no node and no block of the chain");
    }
    judged(judge(List.of(known(2026, 41, Optional.of(42L))), GOOD), Result.PASSED, "3 of the 4");
    // whoever knows two sets of one block knows one too many, and the stricter counts
    judged(
        judge(List.of(KNOWN.getFirst(), SealedBlocks.known(SealedBlocks.keys(6))), GOOD),
        Result.ABSENT,
        "only 3 of the 6 validators known from outside sealed it, and 4 are needed");
  }

  @Test
  void isAbsentWhereTooFewSealedOrNoSealsAreKept() {
    ChainReceipt plain = SealedBlocks.receipt(Kind.QBFT, STAMPED, FOUR);
    judged(judge(KNOWN, plain), Result.ABSENT, "only 0 of the 4 validators");
    judged(
        judge(KNOWN, sealed(plain, FIRST, FOUR.subList(0, 2))),
        Result.ABSENT,
        "only 2 of the 4 validators known from outside sealed it, and 3 are needed");
    // one of them twice, with a second signature that a stranger can make of the first
    List<Octets> two = SealedBlocks.seals(plain, FIRST, FOUR.subList(0, 2));
    judged(
        judge(
            KNOWN,
            SealedBlocks.sealed(
                plain,
                FIRST,
                List.of(two.get(0), two.get(1), two.get(1), SealedBlocks.mirrored(two.get(1))))),
        Result.ABSENT,
        "only 2 of the 4");
    judged(
        judge(KNOWN, sealed(plain, FIRST, List.of(FOUR.get(0), FOUR.get(1), STRANGER))),
        Result.ABSENT,
        "only 2 of the 4");
  }

  @Test
  void letsTheBlockOrTheTransactionThatIsKnownDecideFirst() {
    List<ChainFact> other = new ArrayList<>(KNOWN);
    other.add(new ChainFact.Block(2026, 41, Keccak.of(new byte[0])));
    judged(judge(other, GOOD), Result.FAILED, "another block of that number");
    ChainReceipt plain = SealedBlocks.receipt(Kind.IBFT_2, STAMPED, FOUR);
    List<ChainFact> same = new ArrayList<>(KNOWN);
    same.add(new ChainFact.Block(2026, 41, plain.blockHash()));
    judged(judge(same, plain), Result.PASSED, "vouched for from outside");
    List<ChainFact> transaction = new ArrayList<>(KNOWN);
    transaction.add(new ChainFact.Transaction(2026, plain.transactionHash()));
    judged(judge(transaction, plain), Result.PASSED, "vouched for from outside");
  }

  @Test
  void failsWhereAPartIsFalseThoughTheSealsAreGood() {
    ChainReceipt.InBlock way = GOOD.inBlock().orElseThrow();
    judged(
        judge(
            KNOWN,
            new ChainReceipt(
                "a",
                2026,
                GOOD.transaction(),
                41,
                GOOD.blockHash(),
                Optional.of(new ChainReceipt.InBlock(way.header(), 0, way.path(), way.seals())))),
        Result.FAILED,
        "does not lead from the block");
    judged(
        judge(KNOWN, SealedBlocks.altered(GOOD, 12, new byte[32])),
        Result.FAILED,
        "not one of a chain whose validators seal it");
    String good = GOOD.json().toText();
    String seal = way.seals().orElseThrow().seals().getFirst().hex();
    for (String bad :
        List.of(
            good.replace("\"round\":\"0x\",", ""),
            good.replace("\"round\":\"0x\",", "\"round\":\"0x0000000001\","),
            good.replace("\"round\":\"0x\",", "\"round\":0,"),
            good.replace("\"header\":", "\"headers\":"),
            good.replace("\"seals\":[", "\"seals\":[[],"),
            good.replace("\"seals\":[", "\"seals\":[\"0x\","),
            good.replace("\"seals\":[", "\"seals\":[" + ("\"0x" + seal + "\",").repeat(254)),
            good.replace(seal, seal.substring(2)),
            good.replace(seal, seal + "00"),
            good.replaceAll("\"seals\":\\[[^]]*]", "\"seals\":[]"),
            good.replaceAll("\"seals\":\\[[^]]*]", "\"seals\":\"0x\""),
            good.replaceAll(",\"seals\":\\[[^]]*]", ""),
            good.replace("ethereum-sealed/v1", "ethereum-transaction/v1"))) {
      assertThat(bad).isNotEqualTo(good);
      judged(
          judge(KNOWN, Octets.of(bad.getBytes(StandardCharsets.UTF_8))),
          Result.FAILED,
          "does not read");
    }
    judged(
        judge(
            KNOWN,
            Octets.of(
                good.replace("ethereum-sealed/v1", "ethereum-sealed/v2")
                    .getBytes(StandardCharsets.UTF_8))),
        Result.ABSENT,
        "does not know");
  }

  @Test
  void keepsTheFormOfReceiptsWithoutSealsAsItWas() {
    ChainReceipt plain = SealedBlocks.receipt(Kind.QBFT, STAMPED, FOUR);
    assertThat(plain.json().toText())
        .contains("\"form\":\"ethereum-transaction/v1\"")
        .doesNotContain("seals")
        .doesNotContain("round");
    assertThat(GOOD.json().toText()).contains("\"form\":\"ethereum-sealed/v1\"");
    for (ChainReceipt receipt : List.of(plain, GOOD)) {
      assertThat(ChainReceipt.of(Json.parse(receipt.json().bytes()).orThrow()).orThrow())
          .isEqualTo(receipt);
    }
  }

  /// By the share of whole numbers: k of n are enough where 3 k is at least 2 n.
  @Seeds(150)
  void countsEachKnownValidatorOnceAndNobodyElse(Seed seed) {
    Kind kind = seed.oneOf(List.of(Kind.values()));
    int n = seed.between(1, 11);
    List<AccountKey> validators = SealedBlocks.keys(n);
    Octets round = SealedBlocks.round(kind, seed.between(0, 300));
    ChainReceipt plain = SealedBlocks.receipt(kind, STAMPED, validators);
    List<AccountKey> shuffled = new ArrayList<>(validators);
    Collections.shuffle(shuffled, seed.random());
    int k = seed.between(0, n + 1);
    List<Octets> seals = new ArrayList<>(SealedBlocks.seals(plain, round, shuffled.subList(0, k)));
    for (int more = seed.between(0, 3); more > 0 && k > 0; more--) {
      Octets again = seals.get(seed.between(0, k));
      seals.add(seed.chance(0.5) ? again : SealedBlocks.mirrored(again));
    }
    if (k == 0 || seed.chance(0.5)) {
      seals.addAll(SealedBlocks.seals(plain, round, List.of(STRANGER)));
    }
    Collections.shuffle(seals, seed.random());
    Finding finding =
        judge(List.of(SealedBlocks.known(validators)), SealedBlocks.sealed(plain, round, seals));
    judged(
        finding,
        3 * k >= 2 * n ? Result.PASSED : Result.ABSENT,
        k + " of the " + n + " validators known from outside");
  }

  /// A seal is over one header, one round and one kind of chain.
  @Seeds(60)
  void takesNoSealForAnotherBlockOrRound(Seed seed) {
    Kind kind = seed.oneOf(List.of(Kind.values()));
    List<AccountKey> validators = SealedBlocks.keys(seed.between(1, 11));
    List<ChainFact.Validators> known = List.of(SealedBlocks.known(validators));
    int round = seed.between(0, 4);
    Octets spelled = SealedBlocks.round(kind, round);
    ChainReceipt plain = SealedBlocks.receipt(kind, STAMPED, validators);
    ChainReceipt good = sealed(plain, spelled, validators);
    judged(judge(known, good), Result.PASSED, "validators known from outside sealed");
    byte[] other = new byte[32];
    other[seed.between(0, 32)] = (byte) seed.between(1, 256);
    // parent, uncles, beneficiary, state, receipts; bloom; mix and nonce
    int field = seed.oneOf(List.of(0, 1, 2, 3, 5, 6, 13, 14));
    List<Octets> seals = good.inBlock().orElseThrow().seals().orElseThrow().seals();
    Kind otherKind = kind == Kind.QBFT ? Kind.IBFT_2 : Kind.QBFT;
    Stream.of(
            SealedBlocks.altered(good, field, other),
            SealedBlocks.sealed(plain, SealedBlocks.round(kind, round + 1), seals),
            SealedBlocks.sealed(plain, SealedBlocks.round(otherKind, round + 1), seals),
            SealedBlocks.sealed(
                SealedBlocks.receipt(otherKind, STAMPED, validators), spelled, seals))
        .forEach(
            lie -> judged(judge(known, lie), Result.ABSENT, "only 0 of the " + validators.size()));
  }

  @Test
  void needsTwoThirdsRoundedUp() {
    // Besu, BftHelpers: ceil(2 n / 3)
    List<Integer> quorums = List.of(1, 2, 2, 3, 4, 4, 5, 6, 6, 7);
    for (int n = 1; n <= quorums.size(); n++) {
      assertThat(SealedBlocks.known(SealedBlocks.keys(n)).quorum()).isEqualTo(quorums.get(n - 1));
    }
  }

  @Test
  void readsWhoIsKnownToHaveBeenAValidator() {
    Octets a = Octets.of(HexFormat.of().parseHex("ab".repeat(20)));
    Octets b = Octets.of(HexFormat.of().parseHex("cd".repeat(20)));
    String two = " 0x" + a.hex() + "  0xCD" + b.hex().substring(2);
    assertThat(ChainFact.parse("chain 5 validators" + two).orThrow())
        .isEqualTo(new ChainFact.Validators(5, 0, Optional.empty(), List.of(a, b)));
    assertThat(ChainFact.parse("chain 5 validators from 7 before 9" + two).orThrow())
        .isEqualTo(new ChainFact.Validators(5, 7, Optional.of(9L), List.of(a, b)));
    assertThat(ChainFact.parse("chain 5 validators before 9" + two).orThrow())
        .isEqualTo(new ChainFact.Validators(5, 0, Optional.of(9L), List.of(a, b)));
    StringBuilder many = new StringBuilder("chain 5 validators from 1");
    for (int validator = 0; validator < Seals.SEALS_MAX; validator++) {
      many.append(" 0x").append("00".repeat(16)).append(HexFormat.of().toHexDigits(validator));
    }
    assertThat(ChainFact.parse(many.toString()).found()).isPresent();
    for (String bad :
        List.of(
            "chain 5 validators",
            "chain 5 validators 0x" + a.hex() + a.hex(),
            "chain 5 validators 0x" + a.hex() + " 0x" + a.hex().substring(2),
            "chain 5 validators " + a.hex(),
            "chain 0 validators" + two,
            "chain 5 validators before 9 from 7" + two,
            "chain 5 validators from 9 before 9" + two,
            "chain 5 validators before 0" + two,
            "chain 5 validators from" + two,
            "chain 5 validators from -1" + two,
            "chain 5 validators" + two + two,
            "chain 5 validators" + two + " from 7",
            "chain 5 validator" + two,
            "chain 5 block 7" + two,
            many + " 0x" + a.hex())) {
      assertThat(ChainFact.parse(bad).refusal().orElseThrow().code())
          .as(bad)
          .isEqualTo("chain-fact");
    }
  }
}
