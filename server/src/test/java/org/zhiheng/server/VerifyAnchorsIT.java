package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.Keccak;
import org.zhiheng.ledger.anchor.LegacyTransaction;
import org.zhiheng.ledger.anchor.Rlp;
import org.zhiheng.ledger.anchor.TransactionTrie;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.server.BesideJava.Given;

/// The page judges answers of outside chains as the verifier does. The blocks are made here:
/// whoever has a key can make them, which is why they alone show nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyAnchorsIT {

  private static final Instant AS_OF = Instant.parse("2026-12-01T00:00:00Z");
  private static final long SEED = 20261130;
  private static final int CHANGES = 200;

  private static final BundleParts HELD = MadeBundles.held();
  private static final byte[] SUBJECT = HELD.entry().stamped().bytes();
  private static final ChainReceipt GOOD = receipt(3, 1);
  private static final String BLOCK = "chain 1337 block 7 0x" + GOOD.blockHash().hex() + "\n";
  private static final String SENT =
      "chain 1337 transaction 0x" + GOOD.transactionHash().hex() + "\n";
  private static final String OTHER = "chain 1337 block 7 0x" + "ab".repeat(32) + "\n";

  private Optional<BesideJava> beside = Optional.empty();

  @BeforeAll
  void open() {
    beside = BesideJava.open();
  }

  @AfterAll
  void close() {
    beside.ifPresent(BesideJava::close);
  }

  private static Octets transaction(long chainId, long nonce, byte[] subject) {
    byte[] secret = new byte[AccountKey.LENGTH_BYTES];
    Arrays.fill(secret, (byte) 0x46);
    AccountKey key = AccountKey.of(secret);
    return new LegacyTransaction(
            chainId,
            nonce,
            BigInteger.ZERO,
            100_000,
            key.address(),
            BigInteger.ZERO,
            AnchorPayload.of(subject).bytes())
        .signed(key);
  }

  /// A transaction of EIP-2930 (1) or EIP-1559 (2): its signature is not looked at.
  private static Octets typed(int type) {
    List<Rlp> fields = new ArrayList<>();
    fields.add(Rlp.number(1337));
    for (int field = 0; field < 3 + type; field++) {
      fields.add(Rlp.number(field));
    }
    fields.set(3 + type, Rlp.word(new byte[20]));
    fields.add(Rlp.number(0));
    fields.add(new Rlp.Word(AnchorPayload.of(SUBJECT).bytes()));
    fields.add(Rlp.items());
    fields.add(Rlp.number(1));
    fields.add(Rlp.word(new byte[] {1, 2}));
    fields.add(Rlp.word(new byte[] {3, 4}));
    byte[] list = new Rlp.Items(fields).bytes();
    byte[] raw = new byte[1 + list.length];
    raw[0] = (byte) type;
    System.arraycopy(list, 0, raw, 1, list.length);
    return Octets.of(raw);
  }

  private static Octets header(Octets root, long number, long seconds) {
    List<Rlp> fields = new ArrayList<>();
    for (int field = 0; field < 15; field++) {
      fields.add(Rlp.word(new byte[field < 6 ? 32 : 0]));
    }
    fields.set(4, new Rlp.Word(root));
    fields.set(8, Rlp.number(number));
    fields.set(11, Rlp.number(seconds));
    return Octets.of(new Rlp.Items(fields).bytes());
  }

  private static ChainReceipt receipt(Octets ours, int count, int index, long seconds) {
    List<Octets> all =
        IntStream.range(0, count)
            .mapToObj(at -> at == index ? ours : transaction(1337, at, new byte[1]))
            .toList();
    List<Octets> path = TransactionTrie.path(all, index).orElseThrow();
    Octets header = header(Keccak.of(path.getFirst()), 7, seconds);
    return new ChainReceipt(
        "联盟链",
        1337,
        ours,
        7,
        Keccak.of(header),
        Optional.of(new ChainReceipt.InBlock(header, index, path)));
  }

  private static ChainReceipt receipt(int count, int index) {
    return receipt(transaction(1337, index, SUBJECT), count, index, 1_795_939_200);
  }

  private static byte[] bundle(ChainReceipt... receipts) {
    return bundle(Arrays.stream(receipts).map(one -> one.json().toText()).toArray(String[]::new));
  }

  private static byte[] bundle(String... receipts) {
    return MadeBundles.written(
        MadeBundles.with(
            HELD,
            Arrays.stream(receipts)
                .map(one -> Octets.of(one.getBytes(StandardCharsets.UTF_8)))
                .toList()));
  }

  private static Given knowing(String... lines) {
    return new Given("", MadeBundles.trust(), AS_OF)
        .with("chain.txt", ("# known\n" + String.join("", lines)).getBytes(StandardCharsets.UTF_8));
  }

  private void each(String result, List<byte[]> bundles, Given given) {
    beside.ifPresent(one ->
        assertThat(one.same(bundles, given))
            .as(given.toString())
            .allMatch(said -> said.line().endsWith(result)));
  }

  @Test
  void passesOnlyWhereTheBlockOrTheTransactionIsKnownFromOutside() {
    List<byte[]> bundles = List.of(bundle(GOOD), bundle(GOOD, GOOD));
    each("absent", bundles, Given.nothing(AS_OF));
    each("absent", bundles, knowing());
    each("passed", bundles, knowing(BLOCK));
    each("passed", bundles, knowing(SENT));
    String spelled = "chain  1337\tblock 7 0x" + GOOD.blockHash().hex().toUpperCase(Locale.ROOT);
    each("passed", bundles, knowing(BLOCK, spelled + "\n"));
    each("failed", bundles, knowing(OTHER));
    each("failed", bundles, knowing(BLOCK, OTHER));
    each("failed", bundles, knowing(OTHER, SENT));
    each(
        "absent", bundles, knowing(BLOCK.replace("block 7", "block 8"), SENT.replace("1337", "1")));
    each("passed", bundles, knowing(BLOCK).asking(MadeBundles.policy() + "#require anchor\n"));
    each("absent", bundles, knowing().asking(MadeBundles.policy() + "#require anchor\n"));
  }

  @Test
  void followsTheTrieOfEverySize() {
    List<byte[]> bundles = new ArrayList<>();
    for (int count : List.of(1, 2, 16, 17, 128, 129, 300)) {
      for (int index : List.of(0, count / 2, count - 1)) {
        bundles.add(bundle(receipt(count, index)));
      }
    }
    for (int type : List.of(1, 2)) {
      bundles.add(bundle(receipt(typed(type), 3, 1, 1_795_939_200)));
    }
    each("absent", bundles, knowing());
    beside.ifPresent(one ->
        assertThat(one.page(bundles, knowing()))
            .allMatch(said -> said.why().contains("anchor.alone 0x")));
  }

  private static ChainReceipt with(
      long chainId, Octets transaction, long number, Octets hash, ChainReceipt.InBlock way) {
    return new ChainReceipt("联盟链", chainId, transaction, number, hash, Optional.of(way));
  }

  @Test
  void failsWhereAPartIsFalseThoughTheBlockIsKnown() {
    ChainReceipt.InBlock way = GOOD.inBlock().orElseThrow();
    Octets other = transaction(1337, 1, new byte[1]);
    List<Octets> longer = new ArrayList<>(way.path());
    longer.add(way.path().getLast());
    List<ChainReceipt> lies =
        List.of(
            with(1337, other, 7, GOOD.blockHash(), way),
            with(1, GOOD.transaction(), 7, GOOD.blockHash(), way),
            with(1, transaction(1, 1, SUBJECT), 7, GOOD.blockHash(), way),
            with(1337, GOOD.transaction(), 8, GOOD.blockHash(), way),
            with(1337, GOOD.transaction(), 7, Keccak.of(other), way),
            with(1337, Octets.of(new byte[0]), 7, GOOD.blockHash(), way),
            with(1337, Octets.of(new byte[] {3, 1}), 7, GOOD.blockHash(), way),
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
                GOOD.blockHash(),
                new ChainReceipt.InBlock(way.header(), 1, longer)),
            with(
                1337,
                GOOD.transaction(),
                7,
                GOOD.blockHash(),
                new ChainReceipt.InBlock(Octets.of(new byte[] {1}), 1, way.path())),
            // a time that no calendar has: 2^56 - 1 seconds
            receipt(GOOD.transaction(), 3, 1, (1L << 56) - 1));
    List<byte[]> bundles = new ArrayList<>();
    lies.forEach(lie -> bundles.add(bundle(lie)));
    bundles.add(bundle(GOOD, lies.getFirst()));
    each("failed", bundles, knowing(BLOCK));
  }

  @Test
  void doesNotCountAFormItDoesNotKnowAndRefusesWhatDoesNotRead() {
    ChainReceipt alone =
        new ChainReceipt("a", 1337, GOOD.transaction(), 7, GOOD.blockHash(), Optional.empty());
    each(
        "absent",
        List.of(bundle(alone), bundle("{\"form\":\"court/v9\"}", "{}", "1")),
        knowing(BLOCK));
    each("passed", List.of(bundle(alone), bundle(alone.json().toText(), "[]")), knowing(SENT));
    String good = GOOD.json().toText();
    List<byte[]> bundles = new ArrayList<>();
    for (String bad :
        List.of(
            "",
            "{",
            good + " ",
            good.replace("\"index\":1,", ""),
            good.replace("\"index\":1,", "\"index\":-1,"),
            good.replace("\"index\":1,", "\"index\":9007199254740991,"),
            good.replace("\"index\":1,", "\"index\":\"1\","),
            good.replace("0x", "0X"),
            good.replace("\"chainId\":1337", "\"chainId\":0"),
            good.replace("\"chain\":\"联盟链\"", "\"chain\":\"\""),
            good.replace("\"chain\":\"联盟链\"", "\"chain\":\"" + "a".repeat(65) + "\""),
            good.replace("\"path\":[", "\"path\":[[],"),
            good.replace("\"path\":[", "\"path\":[" + "\"0x\",".repeat(10)),
            good.replace("\"form\"", "\"extra\":1,\"form\""))) {
      bundles.add(bundle(bad));
    }
    each("failed", bundles, knowing(BLOCK));
  }

  /// The chain's name vouches for nothing, and a form that was changed is one that nobody knows.
  @Test
  void judgesChangedReceiptsAsTheVerifierDoes() {
    Random random = new Random(SEED);
    byte[] good = GOOD.json().bytes();
    List<byte[]> bundles = new ArrayList<>();
    for (int change = 0; change < CHANGES; change++) {
      byte[] bytes = good.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
      bundles.add(
          MadeBundles.written(
              MadeBundles.with(
                  HELD,
                  List.of(
                      Octets.of(
                          change % 5 == 0
                              ? Arrays.copyOf(good, random.nextInt(good.length))
                              : bytes)))));
    }
    beside.ifPresent(one ->
        assertThat(one.same(bundles, knowing(BLOCK)))
            .as("of seed " + SEED)
            .allMatch(said ->
                said.line().endsWith("failed")
                    || said.why().contains("anchor.unknown")
                    || (said.why().contains("1337 | ") && !said.why().contains("| 联盟链 |"))));
  }
}
