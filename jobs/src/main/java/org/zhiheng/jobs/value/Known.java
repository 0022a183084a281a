package org.zhiheng.jobs.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.valuation.indicator.Fact;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;

/// What the register and the docket tell of a patent on a day.
///
/// @param on the day
/// @param facts for indicators
/// @param term if it is known
/// @param fees of all patent years from the grant on; none without a term
/// @param owing on the day
record Known(LocalDate on, List<Fact> facts, Optional<Term> term, YearFees fees, FeesDue owing) {

  Known {
    facts = List.copyOf(facts);
  }

  /// Years until the term ends, as a figure without a range.
  Optional<Input> yearsLeft() {
    return term.map(known -> Input.known("life", Unit.YEARS, known.yearsLeft(), known.source()));
  }

  /// How long it brings something when nobody tells: anything from nothing to the whole term; the
  /// methods reckon with the whole.
  Optional<Input> untoldLife() {
    return term.map(known ->
        new Input(
            "life",
            Unit.YEARS,
            0,
            known.yearsLeft(),
            known.yearsLeft(),
            new Source(
                "register: term left; the economic life is not told, so from nothing to all of it",
                on,
                Confidence.UNKNOWN)));
  }

  /// The fees of the years from the grant on, and how many of them were paid: those of years that
  /// have begun, less those that are owing.
  List<Input> feesFromGrant() {
    return fees.fees().stream().map(this::fee).toList();
  }

  Input kept() {
    long begun = fees.fees().stream().filter(fee -> !fee.begins().isAfter(on)).count();
    long late = owing.fees().stream().filter(this::late).count();
    return Input.known(
        "kept",
        Unit.COUNT,
        (double) Math.max(0, begun - late),
        new Source("register: grant, in force; fees owing on the day", on, Confidence.RECALLED));
  }

  /// A fee for each year that is left: the current one's is paid unless it is owing.
  List<Input> feesAhead() {
    Input now =
        Input.known(
            "owing now",
            Unit.MONEY,
            owing.fees().stream()
                .filter(this::late)
                .map(FeeDue::total)
                .mapToDouble(Known::units)
                .sum(),
            new Source("docket: fees owing on the day", on, Confidence.RECALLED));
    return Stream.concat(Stream.of(now), fees.after(on).stream().map(this::fee)).toList();
  }

  private boolean late(FeeDue fee) {
    return fee.patentYear().isPresent() && fee.due().isBefore(on);
  }

  private Input fee(YearFee fee) {
    return Input.known(
        "fee of year " + fee.patentYear(),
        Unit.MONEY,
        units(fee.amount()),
        new Source("tariff: " + fee.source(), on, fee.confidence()));
  }

  private static double units(Money money) {
    return BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits())
        .doubleValue();
  }
}
