package org.zhiheng.ledger.anchor;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zhiheng.ledger.statement.Octets;

/// Blocks with an anchor in them, and validators of our own who seal them.
public final class SealedBlocks {

  /// The chain of all that is made here.
  public static final long CHAIN = 2026;

  /// The block of all that is made here.
  public static final long NUMBER = 41;

  /// How validators write themselves into a header.
  public enum Kind {
    /// Vanity, validators, vote, round 0, no seals.
    QBFT,
    /// Vanity, validators, vote.
    IBFT_2
  }

  private SealedBlocks() {}

  /// A key with this number.
  ///
  /// @param number from 1
  public static AccountKey key(int number) {
    byte[] secret = new byte[AccountKey.LENGTH_BYTES];
    secret[AccountKey.LENGTH_BYTES - 1] = (byte) number;
    secret[0] = 1;
    return AccountKey.of(secret);
  }

  /// Keys with the numbers from 1.
  public static List<AccountKey> keys(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(SealedBlocks::key).toList();
  }

  /// Their addresses.
  public static List<Octets> addresses(List<AccountKey> keys) {
    return keys.stream().map(AccountKey::address).toList();
  }

  /// What is known of them from outside, for every block.
  public static ChainFact.Validators known(List<AccountKey> keys) {
    return new ChainFact.Validators(CHAIN, 0, Optional.empty(), addresses(keys));
  }

  /// A round as that kind spells it: a number in QBFT, 4 bytes in IBFT 2.0.
  public static Octets round(Kind kind, int round) {
    return switch (kind) {
      case QBFT -> ((Rlp.Word) Rlp.number(round)).value();
      case IBFT_2 -> Octets.of(new byte[] {0, 0, (byte) (round >> 8), (byte) round});
    };
  }

  /// A receipt without seals: the anchor of these bytes is the second of three transactions.
  ///
  /// @param validators as they stand in the header
  public static ChainReceipt receipt(Kind kind, byte[] subject, List<AccountKey> validators) {
    AccountKey key = key(99);
    List<Octets> all = new ArrayList<>();
    for (int nonce = 0; nonce < 3; nonce++) {
      byte[] anchored = nonce == 1 ? subject : new byte[nonce];
      all.add(
          new LegacyTransaction(
                  CHAIN,
                  nonce,
                  BigInteger.ZERO,
                  100_000,
                  key.address(),
                  BigInteger.ZERO,
                  AnchorPayload.of(anchored).bytes())
              .signed(key));
    }
    List<Octets> path = TransactionTrie.path(all, 1).orElseThrow();
    Octets header = header(kind, Keccak.of(path.getFirst()), validators);
    return new ChainReceipt(
        "联盟链",
        CHAIN,
        all.get(1),
        NUMBER,
        Keccak.of(header),
        Optional.of(new ChainReceipt.InBlock(header, 1, path)));
  }

  private static Octets header(Kind kind, Octets root, List<AccountKey> validators) {
    List<Rlp> extra = new ArrayList<>();
    extra.add(Rlp.word(new byte[32]));
    extra.add(new Rlp.Items(addresses(validators).stream().<Rlp>map(Rlp.Word::new).toList()));
    switch (kind) {
      case QBFT -> extra.addAll(List.of(Rlp.items(), Rlp.number(0), Rlp.items()));
      case IBFT_2 -> extra.add(Rlp.word(new byte[0]));
    }
    List<Rlp> fields = new ArrayList<>();
    for (int field = 0; field < 15; field++) {
      fields.add(Rlp.word(new byte[field < 6 ? 32 : 0]));
    }
    fields.set(4, new Rlp.Word(root));
    fields.set(8, Rlp.number(NUMBER));
    fields.set(11, Rlp.number(1_796_025_600L));
    return Octets.of(new Rlp.Items(BlockHeader.with(fields, extra)).bytes());
  }

  /// The same with another header, whose hash it then names; the transaction still stands in it.
  ///
  /// @param field other than the root of the transactions and the number
  public static ChainReceipt altered(ChainReceipt receipt, int field, byte[] value) {
    ChainReceipt.InBlock way = receipt.inBlock().orElseThrow();
    List<Rlp> fields = new ArrayList<>(BlockHeader.parse(way.header()).orThrow().fields());
    fields.set(field, Rlp.word(value));
    Octets header = Octets.of(new Rlp.Items(fields).bytes());
    return new ChainReceipt(
        receipt.chain(),
        receipt.chainId(),
        receipt.transaction(),
        receipt.blockNumber(),
        Keccak.of(header),
        Optional.of(new ChainReceipt.InBlock(header, way.index(), way.path(), way.seals())));
  }

  /// Seals of these over a receipt's block.
  public static List<Octets> seals(ChainReceipt receipt, Octets round, List<AccountKey> by) {
    BlockHeader header = BlockHeader.parse(receipt.inBlock().orElseThrow().header()).orThrow();
    Octets digest = new Seals(round, List.of(Octets.of(new byte[65]))).digest(header).orElseThrow();
    return by.stream().map(key -> seal(digest, key)).toList();
  }

  /// r, s and the parity of R.
  private static Octets seal(Octets digest, AccountKey key) {
    AccountKey.Signature signature = key.sign(digest);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (BigInteger number : List.of(signature.r(), signature.s())) {
      byte[] bytes = number.toByteArray();
      byte[] padded = new byte[32];
      int length = Math.min(bytes.length, padded.length);
      System.arraycopy(bytes, bytes.length - length, padded, padded.length - length, length);
      out.writeBytes(padded);
    }
    out.write(signature.parity());
    return Octets.of(out.toByteArray());
  }

  /// The other signature that the same key may make of the same number: n - s, and the other point.
  public static Octets mirrored(Octets seal) {
    BigInteger n =
        new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    byte[] bytes = seal.bytes();
    byte[] s = n.subtract(new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64))).toByteArray();
    Arrays.fill(bytes, 32, 64, (byte) 0);
    int length = Math.min(s.length, 32);
    System.arraycopy(s, s.length - length, bytes, 64 - length, length);
    bytes[64] ^= 1;
    return Octets.of(bytes);
  }

  /// The same with these seals.
  public static ChainReceipt sealed(ChainReceipt receipt, Octets round, List<Octets> seals) {
    ChainReceipt.InBlock way = receipt.inBlock().orElseThrow();
    return new ChainReceipt(
        receipt.chain(),
        receipt.chainId(),
        receipt.transaction(),
        receipt.blockNumber(),
        receipt.blockHash(),
        Optional.of(
            new ChainReceipt.InBlock(
                way.header(), way.index(), way.path(), Optional.of(new Seals(round, seals)))));
  }
}
