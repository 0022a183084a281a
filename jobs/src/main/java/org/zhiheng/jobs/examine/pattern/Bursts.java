package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Filing bursts: the most filings within 1, 7 and 30 days.
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

  /// `filings-in-7-days-max`
  static String code(int lengthDays) {
    return "filings-in-" + lengthDays + "-days-max";
  }
}
