package org.zhiheng.jobs.prove.use;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// What is asked of a locker.
///
/// @param basis of what
/// @param asked the day the request was filed, or the suit brought
/// @param goods only these, as the register or the evidence words them; all where empty
public record UseQuestion(Basis basis, LocalDate asked, List<String> goods) {

  /// Copies the list.
  public UseQuestion {
    goods = List.copyOf(goods);
  }

  /// Of what is asked.
  public enum Basis {
    /// 撤销连续三年不使用申请: Trademark Law art. 49.
    NON_USE_REQUEST,
    /// 侵权诉讼中的未使用抗辩: Trademark Law art. 64.
    SUIT;

    /// `non-use-request`: the name in data.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// First day of the window.
  public LocalDate from() {
    return asked.minusMonths(UseWindow.MONTHS);
  }
}
