package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.EventId;

/// What became of a deadline. Every one has a state; none is ever dropped.
public sealed interface State {

  /// `running`: the name in data, CLI, REST and pages.
  default String code() {
    return switch (this) {
      case Running _ -> "running";
      case Met _ -> "met";
      case Missed _ -> "missed";
      case Over _ -> "over";
      case Settled _ -> "settled";
      case Ended _ -> "ended";
      case Closed _ -> "closed";
    };
  }

  /// 进行中: the clock runs.
  ///
  /// @param daysLeft to the safe date, or to the warning where that is unknown; negative when only
  ///   a later date can still be argued
  record Running(long daysLeft) implements State {}

  /// 已办: the act is on record.
  ///
  /// @param on the day of the act
  /// @param by the event that records it
  /// @param beyondSafe whether it came after the safe date, so that its timeliness must be argued
  record Met(LocalDate on, EventId by, boolean beyondSafe) implements State {}

  /// 逾期: no act is on record, or it came too late.
  ///
  /// @param since the first day after the latest arguable date
  /// @param doneOn the late act
  /// @param opens the rules of the remedies that it opens
  record Missed(LocalDate since, Optional<LocalDate> doneOn, List<String> opens) implements State {
    public Missed {
      opens = List.copyOf(opens);
    }
  }

  /// 届满: a window, an office's time or a term passed; nobody missed it.
  ///
  /// @param since the first day after it
  record Over(LocalDate since) implements State {}

  /// 推定已办: no act is on record, but a later event cannot be without it.
  ///
  /// @param by that event
  record Settled(EventId by) implements State {}

  /// 终止: the right or the proceeding ended while the clock ran.
  ///
  /// @param on when
  /// @param by the event that ended it
  record Ended(LocalDate on, EventId by) implements State {}

  /// 人工关闭
  record Closed(Closing closing) implements State {}
}
