package org.zhiheng.deadlines.fee;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;

/// All fees, by the day from which they are asked. Holds nothing that changes.
///
/// Source: 专利法实施细则（2023修订）第一百一十五条 for the surcharge; each amount names its own.
public final class FeeBook {

  private static final String REMEDY = "cn.patent.restoration";

  private final FeeReader.Read read;

  private FeeBook(FeeReader.Read read) {
    this.read = read;
  }

  /// The fees that the product holds. Reads a resource; keep what it gives.
  public static FeeBook load() {
    return read("fee/cn.yaml", YamlReader.resource(FeeBook.class, "cn.yaml"));
  }

  /// @throws org.zhiheng.values.ProblemsException with all that is wrong in the text
  static FeeBook read(String source, String yaml) {
    return new FeeBook(FeeReader.read(source, yaml));
  }

  /// An annual fee for some years of a kind of right.
  record Band(
      PatentKind right,
      LocalDate from,
      int firstYear,
      int lastYear,
      Money amount,
      Citation citation) {}

  /// How the surcharge grows.
  record Surcharge(
      LocalDate from, int months, int freeMonths, int percentEach, Citation citation) {}

  /// How much less is asked, and for how many annual fees from the grant on; 0 is without end.
  record Reduction(Ground ground, LocalDate from, int percent, int years, Citation citation) {}

  /// A fee that is paid once.
  ///
  /// @param id `cn.mark.renewal`
  /// @param payer who pays
  /// @param filing how it must be filed to cost that
  /// @param from the first day it is asked
  public record Once(
      String id,
      String titleZh,
      String titleEn,
      String payer,
      Filing filing,
      LocalDate from,
      Money amount,
      Citation citation) {}

  /// What the annual fee comes to, or why nobody knows.
  public Parsed<Annuity> annuity(AnnuityQuestion asked) {
    // paid after the last day of the grace, the right has ended, whatever the fee would have been
    if (asked.paidOn().isAfter(asked.graceDue())) {
      return Parsed.ok(new Annuity.Ended(asked.end(), REMEDY));
    }
    Optional<Band> band =
        read.bands().stream()
            .filter(one -> one.right() == asked.kind() && !one.from().isAfter(asked.end()))
            .filter(one -> one.firstYear() <= asked.year() && asked.year() <= one.lastYear())
            .max(Comparator.comparing(Band::from));
    if (band.isEmpty()) {
      return Parsed.refused(
          "fee-unknown",
          Integer.toString(asked.year()),
          "No annual fee is known of this year of the right on " + asked.end() + ".");
    }
    Set<Citation> citations = new LinkedHashSet<>();
    citations.add(band.get().citation());
    Money full = band.get().amount();
    Money nothing = Money.zero(full.currency());
    // of several reductions the larger applies alone
    Optional<Reduction> reduction = reduction(asked);
    reduction.ifPresent(one -> citations.add(one.citation()));
    int months = monthsOver(asked);
    Money surcharge = nothing;
    if (months > 0) {
      Optional<Surcharge> rule =
          read.surcharges().stream()
              .filter(one -> !one.from().isAfter(asked.end()))
              .max(Comparator.comparing(Surcharge::from));
      if (rule.isEmpty()) {
        return Parsed.refused(
            "fee-unknown", asked.end().toString(), "No surcharge is known of that day.");
      }
      citations.add(rule.get().citation());
      // a grace whose last day moved does not open a seventh month
      int charged = Math.min(months, rule.get().months()) - rule.get().freeMonths();
      surcharge = percent(full, Math.max(0, charged) * rule.get().percentEach());
    }
    return Parsed.ok(
        new Annuity.Payable(
            full,
            reduction.map(one -> percent(full, one.percent())).orElse(nothing),
            reduction.map(Reduction::ground),
            surcharge,
            months,
            List.copyOf(citations),
            citations.stream()
                .map(Citation::confidence)
                .max(Comparator.naturalOrder())
                .orElse(Confidence.UNKNOWN)));
  }

  /// A fee that is paid once, as it is asked on a day.
  public Parsed<Once> once(String id, Filing filing, LocalDate on) {
    return read.once().stream()
        .filter(one -> one.id().equals(id) && !one.from().isAfter(on))
        .filter(one -> one.filing() == Filing.ANY || one.filing() == filing)
        .max(Comparator.comparing(Once::from))
        .map(Parsed::ok)
        .orElseGet(() -> Parsed.refused("fee-unknown", id, "No such fee is known of " + on + "."));
  }

  /// All fees that are paid once.
  public List<Once> all() {
    return read.once();
  }

  private Optional<Reduction> reduction(AnnuityQuestion asked) {
    List<Reduction> apply = new ArrayList<>();
    for (Ground ground : asked.grounds()) {
      read.reductions().stream()
          .filter(one -> one.ground() == ground && !one.from().isAfter(asked.end()))
          .max(Comparator.comparing(Reduction::from))
          .filter(one -> one.years() == 0 || within(asked, one.years()))
          .ifPresent(apply::add);
    }
    return apply.stream()
        .max(Comparator.comparingInt(Reduction::percent).thenComparing(Reduction::ground));
  }

  private static boolean within(AnnuityQuestion asked, int years) {
    return asked.year() >= asked.grantYear() && asked.year() < asked.grantYear() + years;
  }

  /// 0 in time; else how many months were begun since the end. The corresponding day still belongs
  /// to the month it closes.
  ///
  /// Months run from the end before it moved. Whether they run from the moved day is not said by
  /// the sources here; this reading never asks less.
  private static int monthsOver(AnnuityQuestion asked) {
    if (!asked.paidOn().isAfter(asked.due())) {
      return 0;
    }
    int months = 1;
    while (asked.paidOn().isAfter(asked.end().plusMonths(months))) {
      months++;
    }
    return months;
  }

  private static Money percent(Money full, int percent) {
    // amounts are whole yuan, so a whole percent of them is a whole number of fen
    return full.times(percent, 100, RoundingMode.HALF_UP);
  }
}
