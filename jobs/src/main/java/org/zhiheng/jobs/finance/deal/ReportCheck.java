package org.zhiheng.jobs.finance.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.cashflow.report.ReportJson;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Whether a report is what comes out when it is reckoned again from the files it rests on. Pure:
/// needs no workspace, so an investor does it with a bundle alone.
///
/// @param deal its name
/// @param period from 1
/// @param until the payment date
/// @param difference the first line that differs, as it was reported and as it is reckoned; none
///   where all is the same
public record ReportCheck(
    String deal, int period, LocalDate until, Optional<Difference> difference) {

  /// The files that a report is made of, by name.
  public static final List<String> FILES =
      List.of("report.json", "deal.json", "assume.json", "known.json", "collected.csv");

  private static final Pattern UNTIL = Pattern.compile(",\"until\":\"(\\d{4}-\\d{2}-\\d{2})\"");

  /// Where two texts part.
  public record Difference(int line, String reported, String reckoned) {}

  /// Reckons again.
  ///
  /// @param files texts by name; others than [#FILES] are left alone
  /// @throws ProblemsException with `deal-report` when one is missing or no report; what the deal
  ///   and its files are refused with
  public static ReportCheck of(Map<String, String> files) {
    for (String name : FILES) {
      if (!files.containsKey(name)) {
        throw refused(name, "A report rests on " + String.join(", ", FILES) + ".");
      }
    }
    String reported = files.getOrDefault("report.json", "");
    Matcher until = UNTIL.matcher(reported);
    if (!until.find()) {
      throw refused("report.json", "It does not say until when it reports.");
    }
    Reckoned again =
        Reckoned.of(
            files.getOrDefault("deal.json", ""),
            files.getOrDefault("assume.json", ""),
            Optional.of(files.getOrDefault("known.json", "")),
            files.getOrDefault("collected.csv", ""),
            LocalDate.parse(until.group(1)));
    return new ReportCheck(
        again.report().deal().name(),
        again.report().pay(),
        again.report().until(),
        difference(reported, ReportJson.of(again.report())));
  }

  private static Optional<Difference> difference(String reported, String reckoned) {
    if (reported.equals(reckoned)) {
      return Optional.empty();
    }
    List<String> one = reported.lines().toList();
    List<String> other = reckoned.lines().toList();
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      String left = i < one.size() ? one.get(i) : "";
      String right = i < other.size() ? other.get(i) : "";
      if (!left.equals(right)) {
        return Optional.of(new Difference(i + 1, left, right));
      }
    }
    return Optional.of(new Difference(one.size(), "the ends of lines", "the ends of lines"));
  }

  private static ProblemsException refused(String file, String reason) {
    return new ProblemsException(Problem.of("deal-report", file, "", reason));
  }
}
