package org.zhiheng.jobs.finance.deal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.zhiheng.jobs.finance.Finding;

/// Something that stands against a deal's pool.
///
/// @param asset which; empty for the pool as a whole
/// @param right as the deal names it; empty where it is about the asset
/// @param code the ground, `pledge-gone`, or `condition`
/// @param on the date of the newest entry that says so; none where it rests on no entry
/// @param sinceIssue whether it came after the issue; none where that cannot be told
/// @param why in one sentence
public record Alert(
    String asset,
    String right,
    String code,
    Optional<LocalDate> on,
    Optional<Boolean> sinceIssue,
    String why) {

  static Alert of(
      String asset, PoolCheck.OfRight right, Finding finding, Optional<LocalDate> issued) {
    Optional<LocalDate> on =
        finding.entries().stream().map(Finding.Entry::on).max(Comparator.naturalOrder());
    return new Alert(
        asset,
        right.typed(),
        finding.ground().code(),
        on,
        issued.flatMap(day -> on.map(one -> one.isAfter(day))),
        finding.reason());
  }

  static Alert of(String asset, PoolCheck.Met met) {
    return new Alert(
        asset, "", "condition", Optional.empty(), Optional.empty(), met.text() + ": " + met.why());
  }
}
