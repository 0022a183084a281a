package org.zhiheng.jobs.examine;

import java.time.LocalDate;
import java.util.Optional;

/// Whether an earlier mark can stand in the way at all, before anybody compares signs.
///
/// @param state what it is to the new mark
/// @param on the day that decides it, if one does
/// @param article of the Trademark Law of China (2019) that says so; empty where none is needed
/// @param provision provisional under the law of 1 January 2027, whose article numbers are not
///   confirmed
public record Standing(State state, Optional<LocalDate> on, String article, Provision provision) {

  /// What an earlier mark is to the new one.
  public enum State {
    /// 可引证: earlier, and alive or pending.
    CITABLE,
    /// 同一权利人，不引证: the same holder.
    SAME_HOLDER,
    /// 同日申请: filed on the same day.
    SAME_DAY,
    /// 在后申请: filed later; it does not stand in the way, the new one may stand in its.
    LATER,
    /// 一年内隔离期: ended less than a year ago.
    ENDED_WITHIN_YEAR,
    /// 已失效: ended a year ago or longer, or never came to registration.
    ENDED,
    /// 状态不明: the register does not say; to be looked up.
    UNKNOWN;

    /// `same-holder`: the name in data, CLI and REST.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// Whether it may be cited as it stands.
    public boolean standsInTheWay() {
      return switch (this) {
        case CITABLE, SAME_DAY, ENDED_WITHIN_YEAR, UNKNOWN -> true;
        case SAME_HOLDER, LATER, ENDED -> false;
      };
    }
  }

  /// How firm the law behind it is.
  public enum Provision {
    /// The law of that day was read.
    CERTAIN,
    /// The law of that day is adopted; its articles are not confirmed.
    PROVISIONAL
  }
}
