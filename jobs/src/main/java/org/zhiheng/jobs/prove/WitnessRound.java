package org.zhiheng.jobs.prove;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One time that witnesses were asked to sign a checkpoint.
///
/// @param at when they were asked, by this machine's clock
/// @param size of the checkpoint's tree
/// @param answered what each of them answered
public record WitnessRound(Instant at, long size, List<Answered> answered) {

  /// Copies the list.
  public WitnessRound {
    answered = List.copyOf(answered);
  }

  /// What one witness answered.
  ///
  /// @param address where it was asked
  /// @param answer of which kind
  /// @param size that it says it signed last, where it says one
  /// @param reason in words; empty where it signed
  public record Answered(String address, Answer answer, Optional<Long> size, String reason) {}

  /// Kinds of answers.
  public enum Answer {
    /// It signed, and its signature holds.
    COSIGNED,
    /// 409: it signed a smaller tree last, and keeps saying so.
    BEHIND,
    /// It signed a larger tree of this log, or another of this size: the log stops.
    AHEAD,
    /// 404: it does not watch this log.
    UNKNOWN_LOG,
    /// 403: it knows none of the log's keys.
    UNKNOWN_KEY,
    /// 422: it does not see that the log grew out of what it signed.
    NOT_CONSISTENT,
    /// It answered otherwise that it does not sign.
    REFUSED,
    /// It did not answer, or not in time.
    UNREACHABLE,
    /// What it sent is no signature of the key that the policy names.
    BAD_SIGNATURE;

    /// In lower case with hyphens, as it is printed and kept.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The kind with this word.
    public static Optional<Answer> of(String word) {
      return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
  }
}
