package org.zhiheng.ledger.time;

/// One time authority that can be asked.
///
/// Contract: asks once, and waits no longer than it was made to wait; it is the caller who tries
/// again, or asks another. What is given answers the question (the same hash, nonce and policy);
/// whether its signature holds, and whether the authority is believed, the caller checks. Nothing
/// is kept. Safe for many threads.
public interface TimeAuthority {

  /// By what people call it, for messages and records; not what its certificate says.
  String name();

  /// Asks for a time stamp.
  Answer ask(TimeStampQuery query);

  /// What came back.
  sealed interface Answer {

    /// A token that answers the question.
    record Given(TimeStamp stamp) implements Answer {}

    /// An answer that is no use: the authority refused, or its answer does not read or answers
    /// another question.
    ///
    /// @param reason one sentence for a person
    record Refused(String reason) implements Answer {}

    /// No answer, for now: not reached, too slow, or out of order.
    ///
    /// @param reason one sentence for a person
    record Silent(String reason) implements Answer {}
  }
}
