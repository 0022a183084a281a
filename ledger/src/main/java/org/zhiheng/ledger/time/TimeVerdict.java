package org.zhiheng.ledger.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a time stamp, or a record that keeps one alive, shows on the date of checking.
public sealed interface TimeVerdict {

  /// One sentence for a person, with the values that decided.
  String reason();

  /// It shows that the bytes existed at that time.
  ///
  /// @param at the time as the authority wrote it; of a record, its first time stamp's
  /// @param accuracy how far off it may be to either side by the authority's own word; empty where
  ///   the authority says nothing
  /// @param authority the subject of the certificate that it was signed with
  /// @param anchor the subject of the certificate, given from outside, that it was led back to
  /// @param policy the object identifier of the rules the authority says it worked by
  /// @param until the last moment at which it can be checked without a renewal: the earliest end of
  ///   a certificate on the way
  /// @param renewals how often it was renewed; 0 for a single time stamp
  record Stamped(
      Instant at,
      Optional<Duration> accuracy,
      String authority,
      String anchor,
      String policy,
      Instant until,
      int renewals)
      implements TimeVerdict {

    /// The latest time that it may have been, with what the authority says of its accuracy.
    public Instant latest() {
      return at.plus(accuracy.orElse(Duration.ZERO));
    }

    @Override
    public String reason() {
      return "The bytes existed on "
          + at
          + accuracy.map(off -> " (give or take " + words(off) + ")").orElse("")
          + ": so says "
          + authority
          + ", certified under "
          + anchor
          + (renewals == 0
              ? ""
              : "; renewed " + (renewals == 1 ? "once" : renewals + " times") + " since")
          + ". This can be checked until "
          + until
          + ".";
    }

    private static String words(Duration off) {
      return BigDecimal.valueOf(off.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
    }
  }

  /// It once showed that, and no longer does: a certificate ended before anything renewed it. A
  /// court may still weigh it; this check may not.
  ///
  /// @param at the time as the authority wrote it
  /// @param authority the subject of the certificate that it was signed with
  /// @param ended when the certificate that failed first ended
  record Lapsed(Instant at, String authority, Instant ended, String reason)
      implements TimeVerdict {}

  /// It does not show it, or not for these bytes.
  record Refused(String reason) implements TimeVerdict {}
}
