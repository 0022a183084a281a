package org.zhiheng.links.chain;

import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.zhiheng.jobs.prove.ChainAnchor;
import org.zhiheng.ledger.anchor.AccountKey;
import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.BlockHeader;
import org.zhiheng.ledger.anchor.ChainReceipt;
import org.zhiheng.ledger.anchor.Keccak;
import org.zhiheng.ledger.anchor.LegacyTransaction;
import org.zhiheng.ledger.anchor.Rlp;
import org.zhiheng.ledger.anchor.Seals;
import org.zhiheng.ledger.anchor.TransactionTrie;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Problem;
import tools.jackson.databind.JsonNode;

/// A chain of Ethereum's family by one of its nodes: Hyperledger Besu, Quorum, and FISCO BCOS where
/// it offers Ethereum's JSON-RPC.
///
/// The digests are the data of a transaction from an account to itself that moves nothing. The node
/// is asked for the chain's id first, and refused when it is another one than was written down: a
/// key must not sign for a chain that nobody meant. What it tells about blocks is kept only as far
/// as hashes bear it out, and seals of validators as it tells them: whose they are, is judged
/// later.
public final class EthereumChain implements ChainAnchor {

  /// 21,000 for any transaction and at most 40 for each of 81 bytes (EIP-7623) make 24,240; chains
  /// with dearer data still have room.
  static final long GAS = 100_000;

  /// A node that asks for more is refused: 1,000 gwei, a tenth of a coin for one anchor.
  static final BigInteger GAS_PRICE_WEI_MAX = BigInteger.TEN.pow(12);

  private final String name;
  private final long chainId;
  private final Sender sender;
  private final Waits waits;
  private final JsonRpc node;

  /// Who signs.
  public sealed interface Sender {

    /// The node does, by an account that it holds.
    ///
    /// @param address 20 bytes
    record Held(Octets address) implements Sender {}

    /// We do.
    record Own(AccountKey key) implements Sender {}
  }

  /// How long is waited.
  ///
  /// @param exchange for one answer
  /// @param block until a block has the transaction
  /// @param pause between two questions whether one has
  public record Waits(Duration exchange, Duration block, Duration pause) {

    /// Blocks of consortium chains come every few seconds.
    public static final Waits USUAL =
        new Waits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMillis(500));
  }

  /// @param name for messages and records; at most [ChainReceipt#NAME_LENGTH_MAX] characters
  /// @param node `http` or `https`, with a host
  /// @param chainId that the node must have
  /// @param client follows no redirections; is closed by who made it
  /// @throws IllegalArgumentException when an argument is none of these
  public EthereumChain(
      String name, URI node, long chainId, Sender sender, Waits waits, HttpClient client) {
    if (name.isBlank() || name.length() > ChainReceipt.NAME_LENGTH_MAX || chainId < 1) {
      throw new IllegalArgumentException(
          "a chain has a name of at most "
              + ChainReceipt.NAME_LENGTH_MAX
              + " characters and an id from 1");
    }
    this.name = name;
    this.chainId = chainId;
    this.sender = sender;
    this.waits = waits;
    this.node = new JsonRpc(node, waits.exchange(), client);
  }

  @Override
  public String name() {
    return name;
  }

  /// Ends an exchange early, with what is then said.
  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1;
    private final boolean silent;

    Ended(boolean silent, String reason) {
      super(reason);
      this.silent = silent;
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  private JsonNode ask(String method, Object... parameters) throws Ended, InterruptedException {
    return switch (node.call(method, parameters)) {
      case JsonRpc.Reply.Result(JsonNode value) -> value;
      case JsonRpc.Reply.Refused(String reason) -> throw refused(reason + ".");
      case JsonRpc.Reply.Silent(String reason) -> throw new Ended(true, name + ": " + reason + ".");
    };
  }

  private Ended refused(String reason) {
    return new Ended(false, name + ": " + reason);
  }

  private BigInteger number(JsonNode value, String what) throws Ended {
    return NodeJson.quantity(value)
        .orElseThrow(() -> refused("the node gave no " + what + " that reads."));
  }

  private Octets hash(JsonNode value, String what) throws Ended {
    return NodeJson.hash(value)
        .orElseThrow(() -> refused("the node gave no " + what + " that reads."));
  }

  private void meant() throws Ended, InterruptedException {
    BigInteger told = number(ask("eth_chainId"), "chain id");
    if (!told.equals(BigInteger.valueOf(chainId))) {
      throw refused(
          "the node is of chain "
              + Problem.shown(told.toString())
              + ", and not of chain "
              + chainId
              + ".");
    }
  }

  private static String hex(Octets bytes) {
    return "0x" + bytes.hex();
  }

  @Override
  public Submission submit(AnchorPayload payload) {
    try {
      meant();
      Octets hash =
          switch (sender) {
            case Sender.Held(Octets address) ->
                hash(
                    ask(
                        "eth_sendTransaction",
                        Map.of(
                            "from", hex(address),
                            "to", hex(address),
                            "value", "0x0",
                            "gas", "0x" + Long.toHexString(GAS),
                            "data", hex(payload.bytes()))),
                    "hash of a transaction");
            case Sender.Own(AccountKey key) -> sent(key, payload);
          };
      return new Submission.Anchored(receipt(hash, mined(hash)));
    } catch (Ended ended) {
      return ended.silent
          ? new Submission.Silent(ended.reason())
          : new Submission.Refused(ended.reason());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Submission.Silent(name + " was not waited for.");
    }
  }

  private Octets sent(AccountKey key, AnchorPayload payload) throws Ended, InterruptedException {
    BigInteger nonce =
        number(ask("eth_getTransactionCount", hex(key.address()), "pending"), "number to sign");
    BigInteger price = number(ask("eth_gasPrice"), "price of gas");
    if (price.compareTo(GAS_PRICE_WEI_MAX) > 0 || nonce.bitLength() >= Long.SIZE) {
      throw refused("the node asks for a price of gas, or a number, that is not paid.");
    }
    Octets raw =
        new LegacyTransaction(
                chainId,
                nonce.longValueExact(),
                price,
                GAS,
                key.address(),
                BigInteger.ZERO,
                payload.bytes())
            .signed(key);
    ask("eth_sendRawTransaction", hex(raw));
    // its name follows from its bytes; what the node calls it does not matter
    return Keccak.of(raw);
  }

  /// Waits until a block has it.
  private JsonNode mined(Octets hash) throws Ended, InterruptedException {
    long until = System.nanoTime() + waits.block().toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      JsonNode receipt = ask("eth_getTransactionReceipt", hex(hash));
      if (receipt.isObject() && receipt.path("blockHash").isString()) {
        if (receipt.path("status").isString()
            && number(receipt.path("status"), "status").signum() == 0) {
          throw refused("the transaction " + hex(hash) + " failed.");
        }
        return receipt;
      }
      if (System.nanoTime() - until >= 0) {
        throw new Ended(
            true,
            name
                + ": no block had transaction "
                + hex(hash)
                + " within "
                + waits.block().toMillis()
                + " ms; it may still come.");
      }
      never.await(waits.pause().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private ChainReceipt receipt(Octets hash, JsonNode mined) throws Ended, InterruptedException {
    Octets blockHash = hash(mined.path("blockHash"), "hash of a block");
    BigInteger number = number(mined.path("blockNumber"), "number of a block");
    Octets raw =
        NodeJson.transaction(ask("eth_getTransactionByHash", hex(hash)))
            .filter(bytes -> Keccak.of(bytes).equals(hash))
            .orElseThrow(
                () -> refused("the transaction " + hex(hash) + " is not told as it was signed."));
    try {
      return new ChainReceipt(
          name,
          chainId,
          raw,
          number.longValueExact(),
          blockHash,
          inBlock(raw, ask("eth_getBlockByHash", hex(blockHash), true), blockHash));
    } catch (ArithmeticException | IllegalArgumentException not) {
      throw refused("the node gave no block that reads.");
    }
  }

  /// The way from the block to the transaction, where hashes bear out what the node tells, and the
  /// seals of validators, where it tells any.
  private static Optional<ChainReceipt.InBlock> inBlock(
      Octets raw, JsonNode block, Octets blockHash) {
    List<Rlp> fields = NodeJson.header(block).orElse(List.of());
    Optional<BlockHeader> hashed = BlockHeader.hashing(fields, blockHash);
    List<Octets> all = new ArrayList<>();
    for (JsonNode one : block.path("transactions")) {
      Optional<Octets> bytes = NodeJson.transaction(one);
      if (bytes.isEmpty() || all.size() == TransactionTrie.TRANSACTIONS_MAX) {
        return Optional.empty();
      }
      all.add(bytes.get());
    }
    int index = all.indexOf(raw);
    if (hashed.isEmpty() || index < 0) {
      return Optional.empty();
    }
    BlockHeader header = hashed.get();
    return TransactionTrie.path(all, index)
        .filter(path ->
            TransactionTrie.at(header.transactionsRoot(), index, path).equals(Optional.of(raw)))
        .map(path ->
            new ChainReceipt.InBlock(
                header.rlp(),
                index,
                path,
                Seals.in(fields).filter(seals -> seals.digest(header).isPresent())));
  }

  @Override
  public Standing verify(ChainReceipt receipt) {
    if (receipt.chainId() != chainId) {
      return new Standing.NotHeld("The receipt is of chain " + receipt.chainId() + ".");
    }
    try {
      meant();
      JsonNode block =
          ask("eth_getBlockByNumber", "0x" + Long.toHexString(receipt.blockNumber()), false);
      if (!NodeJson.hash(block.path("hash")).equals(Optional.of(receipt.blockHash()))) {
        return new Standing.NotHeld("The node has no such block, or another one of that number.");
      }
      JsonNode transaction = ask("eth_getTransactionByHash", hex(receipt.transactionHash()));
      return NodeJson.hash(transaction.path("blockHash")).equals(Optional.of(receipt.blockHash()))
          ? new Standing.Held()
          : new Standing.NotHeld("The node does not have the transaction in that block.");
    } catch (Ended ended) {
      return new Standing.Silent(ended.reason());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Standing.Silent(name + " was not waited for.");
    }
  }
}
