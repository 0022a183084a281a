package org.zhiheng.jobs.prove.data;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// When a certificate ends, for whoever keeps deadlines.
///
/// @param expires the day of the end; nothing where validity or registration is not known
/// @param confidence how sure that day is: UNKNOWN where what starts the term was not found and the
///   registration was taken for it
/// @param said in words
/// @param source of the validity
public record DataTerm(
    Optional<LocalDate> expires, Confidence confidence, Said said, Citation source) {

  /// Counts.
  ///
  /// @param region where it is registered
  /// @param registered the day of the notice of registration, or of the certificate
  /// @param contractEnds the end of the licence or contract that the data are held by, if one ends
  public static DataTerm of(
      Region region, Optional<LocalDate> registered, Optional<LocalDate> contractEnds) {
    Region.Term validity = region.validity();
    if (validity.length().isEmpty()) {
      return new DataTerm(Optional.empty(), Confidence.UNKNOWN, validity.said(), validity.source());
    }
    if (registered.isEmpty()) {
      return new DataTerm(
          Optional.empty(),
          Confidence.UNKNOWN,
          new Said(
              "登记日未知，到期日无从计算。" + validity.said().zh(),
              "The day of registration is not known, so no end can be told. "
                  + validity.said().en()),
          validity.source());
    }
    LocalDate full = registered.get().plus(validity.length().get());
    LocalDate end =
        contractEnds.isPresent() && contractEnds.get().isBefore(full) ? contractEnds.get() : full;
    Confidence confidence =
        validity.starts().equals("unknown") ? Confidence.UNKNOWN : validity.source().confidence();
    return new DataTerm(Optional.of(end), confidence, validity.said(), validity.source());
  }
}
