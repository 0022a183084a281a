package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the gate says of one right.
///
/// @param on the day that was asked from
/// @param verdict of all findings together
/// @param extract the newest register extract of that day or before, however old
/// @param elsewhereAsOf the day up to which it is known whether the right is pledged elsewhere;
///   empty where nothing tells
/// @param findings one for each ground, in their order
public record TitleCheck(
    LocalDate on,
    Verdict verdict,
    Optional<Finding.Entry> extract,
    Optional<LocalDate> elsewhereAsOf,
    List<Finding> findings) {

  /// Copies the list.
  public TitleCheck {
    findings = List.copyOf(findings);
  }

  /// What it comes to.
  public enum Verdict {
    /// 已确认: every ground that can be shown is shown clear, or acknowledged.
    CONFIRMED,
    /// 未确认: nothing blocks, and something is not shown.
    UNCONFIRMED,
    /// 有妨碍
    BLOCKED;

    /// `unconfirmed`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The findings that keep it from being confirmed.
  public List<Finding> open() {
    return findings.stream().filter(Finding::open).toList();
  }

  /// The finding of one ground.
  public Finding of(PledgeGround ground) {
    return findings.stream().filter(one -> one.ground() == ground).findFirst().orElseThrow();
  }
}
