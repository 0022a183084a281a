package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.Locale;

/// Something that happened to a filing and that a pattern may rest on.
///
/// @param kind what
/// @param on its legal date
/// @param text the record's words: a reason, or to whom it was assigned; may be empty
/// @param ties whether the other side of an assignment is known to belong together with the
///   applicant; [Ties#NOT_ASKED] of all else
public record Happening(Kind kind, LocalDate on, String text, Ties ties) {

  /// What happened.
  public enum Kind {
    /// 驳回
    REFUSED,
    /// 被异议
    OPPOSED,
    /// 宣告无效
    INVALIDATED,
    /// 撤销
    CANCELLED,
    /// 转让
    ASSIGNED,
    /// 撤回
    WITHDRAWN;

    /// `refused`: the name in data.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What ties the two sides of an assignment.
  public enum Ties {
    /// The same party, a co-applicant, or one with the same address.
    TIED,
    /// Nothing recorded ties them; they may be tied all the same.
    NONE_RECORDED,
    /// Not an assignment.
    NOT_ASKED
  }
}
