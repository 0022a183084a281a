package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.BlockHeader;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.Keccak;
import org.zhiheng.ledger.anchor.LegacyTransaction;
import org.zhiheng.ledger.anchor.Rlp;
import org.zhiheng.ledger.anchor.Seals;
import org.zhiheng.ledger.anchor.TransactionTrie;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.server.BesideJava.Given;

/// The page judges the seals of validators as the verifier does. The validators are made here; the
/// verifier's own tests hold its hashing against blocks that others published.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifySealsIT {

  private static final Instant AS_OF = Instant.parse("2026-12-01T00:00:00Z");
  private static final long SEED = 20261130;
  private static final int CHANGES = 150;
  private static final X9ECParameters CURVE = SECNamedCurves.getByName("secp256k1");
  private static final BundleParts HELD = MadeBundles.held();
  private static final byte[] SUBJECT = HELD.entry().stamped().bytes();

  private enum Kind {
    QBFT,
    IBFT_2
  }

  private Optional<BesideJava> beside = Optional.empty();

  @BeforeAll
  void open() {
    beside = BesideJava.open();
  }

  @AfterAll
  void close() {
    beside.ifPresent(BesideJava::close);
  }

  private static byte[] secret(int number) {
    byte[] secret = new byte[AccountKey.LENGTH_BYTES];
    secret[0] = 1;
    secret[AccountKey.LENGTH_BYTES - 1] = (byte) number;
    return secret;
  }

  private static Octets address(int number) {
    return AccountKey.of(secret(number)).address();
  }

  /// An anchor without seals in block 7 of chain 1337, in whose header validators from 1 to 4
  /// stand.
  private static ChainReceipt receipt(Kind kind) {
    AccountKey key = AccountKey.of(secret(99));
    Octets ours =
        new LegacyTransaction(
                1337,
                1,
                BigInteger.ZERO,
                100_000,
                key.address(),
                BigInteger.ZERO,
                AnchorPayload.of(SUBJECT).bytes())
            .signed(key);
    List<Octets> path = TransactionTrie.path(List.of(ours), 0).orElseThrow();
    List<Rlp> extra = new ArrayList<>();
    extra.add(Rlp.word(new byte[32]));
    extra.add(
        new Rlp.Items(
            IntStream.rangeClosed(1, 4).<Rlp>mapToObj(n -> new Rlp.Word(address(n))).toList()));
    switch (kind) {
      case QBFT -> extra.addAll(List.of(Rlp.items(), Rlp.number(0), Rlp.items()));
      case IBFT_2 -> extra.add(Rlp.word(new byte[0]));
    }
    List<Rlp> fields = new ArrayList<>();
    for (int field = 0; field < 15; field++) {
      fields.add(Rlp.word(new byte[field < 6 ? 32 : 0]));
    }
    fields.set(4, new Rlp.Word(Keccak.of(path.getFirst())));
    fields.set(8, Rlp.number(7));
    fields.set(11, Rlp.number(1_795_939_200));
    fields.set(12, Rlp.word(new Rlp.Items(extra).bytes()));
    Octets header = Octets.of(new Rlp.Items(fields).bytes());
    return new ChainReceipt(
        "联盟链",
        1337,
        ours,
        7,
        Keccak.of(header),
        Optional.of(new ChainReceipt.InBlock(header, 0, path)));
  }

  private static ChainReceipt with(ChainReceipt receipt, Seals seals) {
    ChainReceipt.InBlock way = receipt.inBlock().orElseThrow();
    return new ChainReceipt(
        receipt.chain(),
        receipt.chainId(),
        receipt.transaction(),
        receipt.blockNumber(),
        receipt.blockHash(),
        Optional.of(
            new ChainReceipt.InBlock(way.header(), way.index(), way.path(), Optional.of(seals))));
  }

  private static Octets round(Kind kind, int round) {
    return switch (kind) {
      case QBFT -> round == 0 ? Octets.of(new byte[0]) : Octets.of(new byte[] {(byte) round});
      case IBFT_2 -> Octets.of(new byte[] {0, 0, 0, (byte) round});
    };
  }

  private static ChainReceipt sealed(Kind kind, int round, Integer... by) {
    ChainReceipt bare = receipt(kind);
    Octets spelled = round(kind, round);
    return with(
        bare,
        new Seals(spelled, Arrays.stream(by).map(number -> seal(bare, spelled, number)).toList()));
  }

  private static Octets seal(ChainReceipt receipt, Octets round, int by) {
    BlockHeader header = BlockHeader.parse(receipt.inBlock().orElseThrow().header()).orThrow();
    Octets digest = new Seals(round, List.of(Octets.of(new byte[65]))).digest(header).orElseThrow();
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(
        true,
        new ECPrivateKeyParameters(new BigInteger(1, secret(by)), new ECDomainParameters(CURVE)));
    BigInteger[] pair = signer.generateSignature(digest.bytes());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (BigInteger number : pair) {
      byte[] bytes = number.toByteArray();
      byte[] padded = new byte[32];
      int length = Math.min(bytes.length, padded.length);
      System.arraycopy(bytes, bytes.length - length, padded, padded.length - length, length);
      out.writeBytes(padded);
    }
    // which of the two points it was is found by whose key follows
    for (int parity = 0; parity < 2; parity++) {
      byte[] seal = Arrays.copyOf(out.toByteArray(), 65);
      seal[64] = (byte) parity;
      if (new Seals(round, List.of(Octets.of(seal))).signers(header).equals(Set.of(address(by)))) {
        return Octets.of(seal);
      }
    }
    throw new IllegalStateException("a seal of nobody");
  }

  private static byte[] bundle(String... receipts) {
    return MadeBundles.written(
        MadeBundles.with(
            HELD,
            Arrays.stream(receipts)
                .map(one -> Octets.of(one.getBytes(StandardCharsets.UTF_8)))
                .toList()));
  }

  private static List<byte[]> bundles(ChainReceipt... receipts) {
    return Arrays.stream(receipts).map(one -> bundle(one.json().toText())).toList();
  }

  private static String validators(String span, Integer... numbers) {
    StringBuilder line = new StringBuilder("chain 1337 validators").append(span);
    for (int number : numbers) {
      line.append(" 0x").append(address(number).hex());
    }
    return line.append("\n").toString();
  }

  private static Given knowing(String... lines) {
    return new Given("", MadeBundles.trust(), AS_OF)
        .with("chain.txt", String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }

  private void each(String result, List<byte[]> bundles, Given given) {
    beside.ifPresent(one ->
        assertThat(one.same(bundles, given))
            .as(given.toString())
            .allMatch(said -> said.line().endsWith(result)));
  }

  @Test
  void passesWhereTwoThirdsOfTheKnownValidatorsSealed() {
    List<byte[]> three = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      for (int round : List.of(0, 1, 127)) {
        three.addAll(bundles(sealed(kind, round, 1, 2, 3), sealed(kind, round, 3, 3, 9, 1, 2)));
      }
    }
    String four = validators("", 1, 2, 3, 4);
    each("absent", three, knowing());
    each("passed", three, knowing(four));
    each("passed", three, knowing(validators(" from 7 before 8", 4, 3, 2, 1)));
    each("absent", three, knowing(validators(" from 8", 1, 2, 3, 4)));
    each("absent", three, knowing(validators(" before 7", 1, 2, 3, 4)));
    each("absent", three, knowing(validators("", 1, 2, 3, 4, 5)));
    each("absent", three, knowing(four, validators("", 5, 6, 7)));
    each("absent", three, knowing(four.replace("1337", "1338")));
    each(
        "passed",
        three,
        knowing(
            four.toUpperCase(Locale.ROOT)
                .replace("CHAIN", "chain")
                .replace("VALIDATORS", "validators")
                .replace("0X", "0x")));
    each("passed", three, knowing(four).asking(MadeBundles.policy() + "#require anchor\n"));
    each("failed", three, knowing(four, "chain 1337 block 7 0x" + "ab".repeat(32) + "\n"));
    List<byte[]> two = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      two.addAll(
          bundles(sealed(kind, 0, 1, 2), sealed(kind, 2, 1, 2, 2, 2), sealed(kind, 1, 1, 2, 9)));
    }
    each("absent", two, knowing(four));
    each("passed", two, knowing(validators("", 1, 2)));
  }

  @Test
  void refusesSealsOfAnotherKindAndLinesThatDoNotRead() {
    ChainReceipt good = sealed(Kind.QBFT, 1, 1, 2, 3);
    String text = good.json().toText();
    String seal =
        "\"0x" + good.inBlock().orElseThrow().seals().orElseThrow().seals().getFirst().hex() + "\"";
    List<byte[]> bad = new ArrayList<>();
    for (String one :
        List.of(
            text.replace(",\"round\":\"0x01\"", ""),
            text.replace("\"round\":\"0x01\"", "\"round\":\"0x0000000001\""),
            text.replace("\"round\":\"0x01\"", "\"round\":1"),
            text.replace(seal, seal.substring(0, seal.length() - 3) + "\""),
            text.replace("\"seals\":[", "\"seals\":[" + (seal + ",").repeat(254)),
            text.replaceAll("\"seals\":\\[[^]]*]", "\"seals\":[]"),
            text.replace("ethereum-sealed/v1", "ethereum-transaction/v1"))) {
      bad.add(bundle(one));
    }
    each("failed", bad, knowing(validators("", 1, 2, 3, 4)));
    beside.ifPresent(one -> {
      for (String line :
          List.of(
              validators(" from 7 before 7", 1),
              validators("", 1, 1),
              validators(" from x", 1),
              "chain 1337 validators\n",
              validators("", 1).replace("chain 1337", "chain 0"),
              validators("", 1).strip() + "00\n")) {
        assertThat(ChainFact.parse(line.strip()).found()).as(line).isEmpty();
        assertThatThrownBy(() -> one.page(bundles(good), knowing(line)))
            .as(line)
            .hasMessageContaining("fact");
      }
    });
  }

  /// Whatever is changed, both say the same, and no seal of a stranger counts.
  @Test
  void judgesChangedSealsAsTheVerifierDoes() {
    Random random = new Random(SEED);
    List<byte[]> bundles = new ArrayList<>();
    for (int change = 0; change < CHANGES; change++) {
      Kind kind = change % 2 == 0 ? Kind.QBFT : Kind.IBFT_2;
      ChainReceipt good = sealed(kind, change % 3, 1, 2, 3);
      Seals seals = good.inBlock().orElseThrow().seals().orElseThrow();
      List<Octets> changed = new ArrayList<>(seals.seals());
      byte[] one = changed.get(random.nextInt(3)).bytes();
      int at = changed.indexOf(Octets.of(one));
      one[random.nextInt(one.length)] ^= (byte) (1 << random.nextInt(8));
      changed.set(at, Octets.of(one));
      bundles.addAll(bundles(with(good, new Seals(seals.round(), changed))));
    }
    each("absent", bundles, knowing(validators("", 1, 2, 3, 4)));
  }
}
