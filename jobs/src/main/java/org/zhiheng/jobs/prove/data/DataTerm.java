package org.zhiheng.jobs.prove.data;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.jobs.prove.use.Said;

/// When a data-IP registration ends, as far as it is known.
///
/// @param lastDay of validity; empty where it cannot be told
/// @param because how it was counted, or why it cannot be told
public record DataTerm(Optional<LocalDate> lastDay, Said because) {

  /// Counts it. The corresponding day of the last year is the last day of validity, as is usual; no
  /// text of a region that says otherwise was read.
  ///
  /// @param registeredOn the day of the registration notice
  /// @param contractEnd last day of the contract that data are held under, if there is one
  public static DataTerm of(
      DataRegion region, Optional<LocalDate> registeredOn, Optional<LocalDate> contractEnd) {
    if (region.validityYears().isEmpty()) {
      return unknown("该地登记的有效期未查明。", "How long a registration of this region lasts was not found.");
    }
    if (registeredOn.isEmpty()) {
      return unknown(
          "登记公告日未记载，有效期 " + region.validityYears().get() + " 年无从起算。",
          "The day of registration is not recorded; validity is "
              + region.validityYears().get()
              + " years.");
    }
    LocalDate end = registeredOn.get().plusYears(region.validityYears().get());
    boolean shorter = contractEnd.isPresent() && contractEnd.get().isBefore(end);
    boolean assumed = region.fromRegistration().isEmpty();
    return new DataTerm(
        Optional.of(shorter ? contractEnd.get() : end),
        new Said(
            (shorter ? "合同先到期，至合同期满。" : "自登记之日起 " + region.validityYears().get() + " 年。")
                + (assumed ? "起算日未查明，暂按登记之日。" : ""),
            (shorter
                    ? "To the end of the contract, which comes first."
                    : region.validityYears().get() + " years from registration.")
                + (assumed
                    ? " From which day it runs was not found: the day of registration is assumed."
                    : "")));
  }

  private static DataTerm unknown(String zh, String en) {
    return new DataTerm(Optional.empty(), new Said(zh, en));
  }
}
