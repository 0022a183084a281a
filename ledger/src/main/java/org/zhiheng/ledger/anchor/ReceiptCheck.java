package org.zhiheng.ledger.anchor;

import java.time.Instant;
import java.util.Optional;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// What a receipt shows by itself about the bytes that were to be anchored.
///
/// Nobody's word is taken and nobody is asked: even the best of these says nothing about whether
/// the block is the chain's.
public sealed interface ReceiptCheck {

  /// The transaction carries the digests, and stands in the block with that hash.
  ///
  /// @param transactionHash its name on the chain
  /// @param header of the block; seals that the receipt keeps are over it, whosever they are
  /// @param blockTime by the clock of who made the block
  record Linked(Octets transactionHash, BlockHeader header, Instant blockTime)
      implements ReceiptCheck {}

  /// The transaction carries the digests; that it stands in the block is only said.
  ///
  /// @param transactionHash its name on the chain
  record Unlinked(Octets transactionHash) implements ReceiptCheck {}

  /// The receipt is false.
  ///
  /// @param reason one sentence
  record Refused(String reason) implements ReceiptCheck {}

  /// Looks at a receipt.
  ///
  /// @param subject the bytes whose digests must be anchored: the checkpoint with its signatures
  static ReceiptCheck of(ChainReceipt receipt, byte[] subject) {
    if (!(ChainTransaction.parse(receipt.transaction())
        instanceof Parsed.Ok<ChainTransaction>(ChainTransaction transaction))) {
      return new Refused("What it calls a transaction is none.");
    }
    if (transaction.chainId() != receipt.chainId()) {
      return new Refused(
          "The transaction was signed for chain "
              + transaction.chainId()
              + ", and not for chain "
              + receipt.chainId()
              + ".");
    }
    if (!transaction.data().equals(AnchorPayload.of(subject).bytes())) {
      return new Refused("The transaction does not carry the digests of this checkpoint.");
    }
    Optional<ChainReceipt.InBlock> way = receipt.inBlock();
    return way.isEmpty()
        ? new Unlinked(transaction.hash())
        : linked(receipt, transaction, way.get());
  }

  private static ReceiptCheck linked(
      ChainReceipt receipt, ChainTransaction transaction, ChainReceipt.InBlock way) {
    if (!(BlockHeader.parse(way.header()) instanceof Parsed.Ok<BlockHeader>(BlockHeader header))) {
      return new Refused("What it calls the header of a block is none.");
    }
    if (!header.hash().equals(receipt.blockHash()) || header.number() != receipt.blockNumber()) {
      return new Refused("The header is that of another block.");
    }
    Optional<Octets> stands =
        TransactionTrie.at(header.transactionsRoot(), way.index(), way.path());
    if (!stands.equals(Optional.of(transaction.raw()))) {
      return new Refused("The path does not lead from the block to the transaction.");
    }
    if (way.seals().filter(seals -> seals.digest(header).isEmpty()).isPresent()) {
      return new Refused("The header is not one of a chain whose validators seal it.");
    }
    return time(header.timeSeconds())
        .<ReceiptCheck>map(time -> new Linked(transaction.hash(), header, time))
        .orElse(new Refused("The block is of a time that no calendar has."));
  }

  private static Optional<Instant> time(long seconds) {
    return seconds > Instant.MAX.getEpochSecond()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds));
  }
}
