package org.zhiheng.jobs.prove;

import java.time.Instant;
import java.util.List;
import org.zhiheng.values.Bytes;

/// What others said about whole checkpoints of the log: time stamps, answers of chains.
///
/// Contract: what [#keep] returned from is durable; nothing is ever changed. Safe for many threads
/// and processes.
public interface CheckpointProofs {

  /// Keeps one.
  void keep(Proof proof);

  /// Those over the smallest checkpoint that covers this entry and has any of this kind; empty when
  /// none has.
  List<Proof> covering(long index, What what);

  /// Time stamps and the records that renew them, of the next checkpoints in the order of their
  /// size: all of each checkpoint, oldest first.
  ///
  /// @param size only checkpoints of a larger log
  /// @param limit of checkpoints
  List<Proof> timesAfter(long size, int limit);

  /// Newest of this kind first.
  List<Proof> newest(What what, int limit);

  /// What was said.
  enum What {
    /// A token of RFC 3161.
    TIME,
    /// A record of RFC 4998 over the checkpoint, in DER: its time stamps, renewed. The newest of a
    /// checkpoint holds all that the older ones hold.
    RECORD,
    /// What a chain answered, as JSON.
    CHAIN
  }

  /// One proof.
  ///
  /// @param size of the log at the checkpoint
  /// @param note the signed checkpoint, as it was stamped
  /// @param source the authority, or the chain
  /// @param at when it was asked for, by this machine's clock: no evidence of time
  /// @param bytes a token or JSON
  record Proof(long size, String note, What what, String source, Instant at, Bytes bytes) {}
}
