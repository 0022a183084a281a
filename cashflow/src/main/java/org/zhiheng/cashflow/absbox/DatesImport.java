package org.zhiheng.cashflow.absbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads the days of a deal of AbsBox.
///
/// What is paid on the day of the cut-off belongs to the deal there and not here: where an asset
/// pays on it, the cut-off is the day before.
final class DatesImport {

  private DatesImport() {}

  static DealDates dates(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    switch (tagged.tag()) {
      case "PreClosingDates" -> {
        List<YamlPlace> items = tagged.items(6);
        if (!items.isEmpty()) {
          return dates(items.get(0).date(), items.get(1).date(), items, 3);
        }
      }
      // a deal that is under way: it was collected and paid until these days
      case "CurrentDates" -> {
        List<YamlPlace> items = tagged.items(5);
        if (!items.isEmpty()) {
          List<YamlPlace> last = items.get(0).list();
          if (last.size() == 2) {
            return dates(last.get(0).date(), last.get(1).date(), items, 2);
          }
        }
      }
      case "GenericDates" -> {
        Optional<DealDates> generic = tagged.contents().flatMap(at -> generic(at.names()));
        if (generic.isPresent()) {
          return generic.get();
        }
      }
      default -> tagged.unknown("way to give dates");
    }
    place.refuse("absbox", tagged.tag(), "The dates are not complete.");
    return DealDates.NONE;
  }

  /// @param stated where the last date stands; the first collection and payment follow
  private static DealDates dates(
      LocalDate cutoff, LocalDate closing, List<YamlPlace> items, int stated) {
    List<YamlPlace> collect = Json.items(items.get(stated + 1), 2);
    List<YamlPlace> pay = Json.items(items.get(stated + 2), 2);
    if (collect.isEmpty() || pay.isEmpty()) {
      return DealDates.NONE;
    }
    LocalDate firstCollect = collect.get(0).date();
    LocalDate firstPay = pay.get(0).date();
    return new DealDates(
        cutoff,
        closing,
        Json.timing(collect.get(1), firstCollect),
        Optional.of(firstCollect),
        Json.timing(pay.get(1), firstPay),
        Optional.of(firstPay),
        items.get(stated).date());
  }

  private static Optional<DealDates> generic(YamlMap map) {
    Optional<LocalDate> cutoff = day(map, "CutoffDate", "LastCollectDate");
    Optional<LocalDate> closing = day(map, "ClosingDate", "LastPayDate");
    Optional<LocalDate> stated = day(map, "StatedMaturityDate", "StatedMaturityDate");
    Optional<LocalDate> firstPay = day(map, "FirstPayDate", "NextPayDate");
    Optional<YamlPlace> collect = map.find("CollectionDates");
    Optional<YamlPlace> pay = map.find("DistributionDates");
    if (cutoff.isEmpty()
        || closing.isEmpty()
        || stated.isEmpty()
        || firstPay.isEmpty()
        || collect.isEmpty()
        || pay.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DealDates(
            cutoff.get(),
            closing.get(),
            Json.timing(
                collect.get(),
                day(map, "FirstCollectDate", "NextCollectDate").orElse(cutoff.get())),
            day(map, "FirstCollectDate", "NextCollectDate"),
            Json.timing(pay.get(), firstPay.get()),
            firstPay,
            stated.get()));
  }

  private static Optional<LocalDate> day(YamlMap map, String key, String otherwise) {
    return map.find(key)
        .or(() -> map.find(otherwise))
        .filter(at -> !at.isNothing())
        .map(Json::tagged)
        .flatMap(Tagged::contents)
        .map(YamlPlace::date);
  }

  /// The same with the cut-off a day earlier.
  static DealDates dayBefore(DealDates dates) {
    return new DealDates(
        dates.cutoff().minusDays(1),
        dates.closing(),
        dates.collect(),
        dates.firstCollect(),
        dates.pay(),
        dates.firstPay(),
        dates.legal());
  }
}
