package org.zhiheng.jobs.prove;

import org.zhiheng.ledger.anchor.AnchorPayload;
import org.zhiheng.ledger.anchor.ChainReceipt;

/// A chain that digests are put on: submit one and get a receipt, or ask whether a receipt still
/// holds.
///
/// Contract: never throws because of what the chain's node does. Waits no longer than it was set up
/// to. A submission that was not seen in a block in time may still get there; submitting anew then
/// puts the same digests there twice, which does no harm. Safe for many threads.
public interface ChainAnchor {

  /// For messages and records.
  String name();

  /// Puts digests on the chain and waits until a block has them.
  Submission submit(AnchorPayload payload);

  /// Asks a node whether the chain has the block and the transaction of a receipt.
  Standing verify(ChainReceipt receipt);

  /// What became of a submission.
  sealed interface Submission {

    /// A block has it, as the node says.
    record Anchored(ChainReceipt receipt) implements Submission {}

    /// It was not taken, or what was answered cannot be.
    ///
    /// @param reason sentences for a person
    record Refused(String reason) implements Submission {}

    /// Nobody answered, or no block had it in time.
    ///
    /// @param reason sentences for a person
    record Silent(String reason) implements Submission {}
  }

  /// What a node says about a receipt.
  sealed interface Standing {

    /// The chain has both.
    record Held() implements Standing {}

    /// The chain has another block there, or not the transaction.
    ///
    /// @param reason sentences for a person
    record NotHeld(String reason) implements Standing {}

    /// Nobody answered.
    ///
    /// @param reason sentences for a person
    record Silent(String reason) implements Standing {}
  }
}
