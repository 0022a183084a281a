package org.zhiheng.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.ledger.anchor.BlockHeader;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.ChainTransaction;
import org.zhiheng.ledger.anchor.Rlp;
import org.zhiheng.ledger.anchor.SealedBlocks;
import org.zhiheng.ledger.anchor.Seals;
import org.zhiheng.ledger.anchor.TransactionTrie;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Parsed;

/// Receipts of chains and what they are made of, spoilt. Exceptions that may come out: none. A
/// receipt that was changed is not passed.
final class AnchorFuzz {

  private static final ChainReceipt GOOD = AnchorJudgeTest.GOOD;
  private static final ChainReceipt.InBlock WAY = GOOD.inBlock().orElseThrow();

  private static final Seals SEALS =
      SealJudgeTest.GOOD.inBlock().orElseThrow().seals().orElseThrow();

  private static void refused(Parsed<?> parsed) {
    if (parsed instanceof Parsed.Refused<?>(org.zhiheng.values.Problem problem)) {
      assertThat(problem.code()).isNotBlank();
      assertThat(problem.line().length()).isLessThan(1_000);
    }
  }

  private static Octets spoilt(Seed seed, Octets sound) {
    return Octets.of(Spoilt.bytes(seed, sound.bytes()));
  }

  @Seeds(300)
  void transactionsAndHeadersAreReadOrRefused(Seed seed) {
    Octets transaction = spoilt(seed, GOOD.transaction());
    Parsed<ChainTransaction> parsed = ChainTransaction.parse(transaction);
    refused(parsed);
    parsed.found().ifPresent(read -> assertThat(read.raw()).isEqualTo(transaction));
    refused(BlockHeader.parse(spoilt(seed, WAY.header())));
    Octets sealed = spoilt(seed, SealJudgeTest.GOOD.inBlock().orElseThrow().header());
    BlockHeader.parse(sealed)
        .found()
        .ifPresent(header -> assertThat(SEALS.signers(header)).hasSizeLessThan(4));
    if (Rlp.parse(sealed.bytes()).found().orElse(Rlp.items())
        instanceof Rlp.Items(List<Rlp> fields)) {
      Seals.in(fields).ifPresent(read -> assertThat(read.seals()).isNotEmpty());
    }
  }

  @Seeds(300)
  void noChangedPathLeadsToTheTransaction(Seed seed) {
    Octets root = BlockHeader.parse(WAY.header()).orThrow().transactionsRoot();
    List<Octets> path = new ArrayList<>(WAY.path());
    int at = seed.between(0, path.size());
    path.set(at, spoilt(seed, path.get(at)));
    int index = seed.oneOf(List.of(WAY.index(), 0, 2, 127, 128, Integer.MAX_VALUE));
    Optional<Octets> found = TransactionTrie.at(root, index, path);
    if (!path.equals(WAY.path()) || index != WAY.index()) {
      assertThat(found).isNotEqualTo(Optional.of(GOOD.transaction()));
    }
  }

  @Seeds(300)
  void noChangedReceiptPasses(Seed seed) {
    byte[] spoilt =
        Spoilt.json(seed, new String(GOOD.json().bytes(), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    Json.parse(spoilt).found().ifPresent(json -> refused(ChainReceipt.of(json)));
    Finding finding =
        new AnchorJudge()
            .check(
                new AnchorCheck.Subject(
                    Octets.of(AnchorJudgeTest.STAMPED),
                    List.of(Octets.of(spoilt)),
                    new TreeMap<>(),
                    Optional.of(
                        new Trust(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(
                                new ChainFact.Block(
                                    GOOD.chainId(), GOOD.blockNumber(), GOOD.blockHash()))))));
    if (finding.result() == Verdict.Result.PASSED) {
      // a name of the chain is no part of what is shown
      ChainReceipt read = ChainReceipt.of(Json.parse(spoilt).orThrow()).orThrow();
      assertThat(read.transaction()).isEqualTo(GOOD.transaction());
      assertThat(read.blockHash()).isEqualTo(GOOD.blockHash());
    }
  }

  /// Three of four sealed it, which is just enough: every seal is needed.
  @Seeds(300)
  void noChangedReceiptWithSealsPasses(Seed seed) {
    ChainReceipt good = SealJudgeTest.GOOD;
    byte[] spoilt =
        Spoilt.json(seed, new String(good.json().bytes(), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    Json.parse(spoilt).found().ifPresent(json -> refused(ChainReceipt.of(json)));
    Finding finding =
        SealJudgeTest.judge(List.of(SealedBlocks.known(SealedBlocks.keys(4))), Octets.of(spoilt));
    if (finding.result() == Verdict.Result.PASSED) {
      // nor are a fourth seal and the order of the three
      ChainReceipt read = ChainReceipt.of(Json.parse(spoilt).orThrow()).orThrow();
      assertThat(read.transaction()).isEqualTo(good.transaction());
      assertThat(read.blockHash()).isEqualTo(good.blockHash());
      assertThat(read.inBlock().orElseThrow().seals().orElseThrow().seals())
          .containsAll(good.inBlock().orElseThrow().seals().orElseThrow().seals());
    }
  }

  @Seeds(300)
  void factsAreReadOrRefused(Seed seed) {
    String line =
        seed.oneOf(
            List.of(
                "chain 1337 block 7 0x" + GOOD.blockHash().hex(),
                "chain 1337 transaction 0x" + GOOD.transactionHash().hex(),
                "chain 1337 validators from 7 before 9 0x"
                    + "ab".repeat(20)
                    + " 0x"
                    + "cd".repeat(20)));
    refused(ChainFact.parse(Spoilt.text(seed, line)));
  }
}
