package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Filing bursts: the most filings within 1, 7 and 30 days, and the most different names.
///
/// Names beside filings, since one house mark filed in all classes on a day is as many filings as a
/// hoarder's burst, and one name. On invented applicants (`bench quality-pattern`) the filings of a
/// week tell one hoarder in five from such groups; what the names tell stands there too.
final class Bursts {

  /// The lengths that are counted, in days; ours, no text names any.
  static final List<Integer> LENGTHS_DAYS = List.of(1, 7, 30);

  private Bursts() {}

  /// The fullest window of so many days over days in ascending order, the earliest of equals.
  ///
  /// @return first index and the index after the last; empty without days
  static Optional<Span> fullest(List<LocalDate> days, int lengthDays) {
    Optional<Span> best = Optional.empty();
    int end = 0;
    for (int start = 0; start < days.size(); start++) {
      LocalDate after = days.get(start).plusDays(lengthDays);
      while (end < days.size() && days.get(end).isBefore(after)) {
        end++;
      }
      if (best.isEmpty() || end - start > best.get().size()) {
        best = Optional.of(new Span(start, end));
      }
    }
    return best;
  }

  /// A run of filings.
  ///
  /// @param start index of the first
  /// @param end index after the last
  record Span(int start, int end) {
    int size() {
      return end - start;
    }
  }

  static Factor of(Factors factors) {
    List<Filing> dated =
        factors.filings().stream()
            .filter(filing -> filing.filedOn().isPresent())
            .sorted(Factors.BY_DAY)
            .toList();
    List<LocalDate> days = dated.stream().map(filing -> filing.filedOn().orElseThrow()).toList();
    List<Figure> figures = new ArrayList<>();
    List<Evidence> windows = new ArrayList<>();
    figures.add(
        factors.count(
            "filings",
            factors.count(),
            "filings",
            new Said("申请总数", "all filings"),
            Factors.ids(factors.filings())));
    for (int length : LENGTHS_DAYS) {
      Optional<Span> span = fullest(days, length);
      List<Filing> within =
          span.map(found -> dated.subList(found.start(), found.end())).orElse(List.of());
      figures.add(
          factors.count(
              code(length),
              within.size(),
              "filings",
              new Said(
                  length + " 日内最多申请件数",
                  "most filings within " + length + (length == 1 ? " day" : " days")),
              Factors.ids(within)));
      span.ifPresent(found ->
          windows.add(
              new Evidence.Window(
                  days.get(found.start()), days.get(found.end() - 1), Factors.ids(within))));
    }
    for (int length : LENGTHS_DAYS) {
      List<Filing> within = mostNames(dated, length);
      figures.add(
          factors.count(
              names(length),
              within.stream().map(Bursts::name).distinct().count(),
              "names",
              new Said(
                  length + " 日内最多的不同名称数",
                  "most different names filed within " + length + (length == 1 ? " day" : " days")),
              Factors.ids(within)));
    }
    return factors.of(
        Factor.Kind.BURST,
        figures,
        windows,
        dated.isEmpty() ? Factor.Confidence.THIN : Factor.Confidence.RECORDED,
        new Said(
            "按登记的申请日计算，" + (factors.count() - dated.size()) + " 件无申请日未计入窗口。",
            "By recorded filing dates; "
                + (factors.count() - dated.size())
                + " filings without one stand in no window."));
  }

  /// The named filings of the window of so many days that has the most different names, the
  /// earliest of equals.
  static List<Filing> mostNames(List<Filing> byDay, int lengthDays) {
    List<Filing> named = byDay.stream().filter(filing -> !name(filing).isEmpty()).toList();
    Map<String, Integer> within = new HashMap<>();
    int most = 0;
    int bestStart = 0;
    int bestEnd = 0;
    int end = 0;
    for (int start = 0; start < named.size(); start++) {
      LocalDate after = named.get(start).filedOn().orElseThrow().plusDays(lengthDays);
      while (end < named.size() && named.get(end).filedOn().orElseThrow().isBefore(after)) {
        within.merge(name(named.get(end++)), 1, Integer::sum);
      }
      if (within.size() > most) {
        most = within.size();
        bestStart = start;
        bestEnd = end;
      }
      within.computeIfPresent(name(named.get(start)), (_, count) -> count == 1 ? null : count - 1);
    }
    return named.subList(bestStart, bestEnd);
  }

  private static String name(Filing filing) {
    return filing.name().strip().toLowerCase(Locale.ROOT);
  }

  /// `names-in-7-days-max`
  static String names(int lengthDays) {
    return "names-in-" + lengthDays + "-days-max";
  }

  /// `filings-in-7-days-max`
  static String code(int lengthDays) {
    return "filings-in-" + lengthDays + "-days-max";
  }
}
