package org.zhiheng.jobs.administer.customs;

import java.time.LocalDate;
import org.zhiheng.values.Money;

/// What is done about a notice.
public sealed interface Step {

  /// `propose`: the name in data, CLI and pages.
  default String code() {
    return switch (this) {
      case Propose _ -> "propose";
      case Secure _ -> "secure";
      case Sign _ -> "sign";
      case Decline _ -> "decline";
      case Detained _ -> "detained";
    };
  }

  /// When.
  LocalDate on();

  /// 提议申请扣留
  ///
  /// @param text why; may be empty
  record Propose(LocalDate on, String text) implements Step {}

  /// 提供担保. How much customs asks is not known here, so any amount is taken as typed.
  record Secure(LocalDate on, Money amount) implements Step {}

  /// 复核签发: a second person signs, and the application goes out.
  ///
  /// @param on the day it reaches customs
  /// @param text why, where something warned; may be empty
  record Sign(LocalDate on, String text) implements Step {}

  /// 不申请
  ///
  /// @param text why
  record Decline(LocalDate on, String text) implements Step {}

  /// 海关扣留
  record Detained(LocalDate on) implements Step {}
}
