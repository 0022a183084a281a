package org.zhiheng.jobs.administer.customs;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;

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

  /// Reads a step by its code; of securing the amount is needed.
  ///
  /// @param text why; may be empty
  /// @return `customs-step` for another code, `required` for an amount that is not given
  static Parsed<Step> read(String code, LocalDate on, String text, Optional<Money> amount) {
    return switch (code) {
      case "propose" -> Parsed.ok(new Propose(on, text));
      case "secure" ->
          amount
              .map(given -> Parsed.<Step>ok(new Secure(on, given)))
              .orElseGet(() -> Parsed.refused("required", "", "Say how much security was given."));
      case "sign" -> Parsed.ok(new Sign(on, text));
      case "decline" -> Parsed.ok(new Decline(on, text));
      case "detained" -> Parsed.ok(new Detained(on));
      default ->
          Parsed.refused(
              "customs-step", code, "A step is one of propose, secure, sign, decline, detained.");
    };
  }

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
