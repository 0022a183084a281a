package org.zhiheng.checks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The codes of problems: those that the sources name and those that the list explains.
final class ProblemCodes {

  private static final String CODE = "\"([a-z0-9]+(?:-[a-z0-9]+)*)\"";

  /// A code is the first argument of what makes a problem: `Problem.of("…"`, `new Problem("…"`, and
  /// a method called `refuse…` or `problem…`.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:Problem\\.of|new Problem|\\b(?:refused?|refusal|problem|object|caution))\\(\\s*"
              + CODE
              + "\\s*,");

  /// A row of the list: `| `code` | what it means |`.
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|.*\\S.*\\|$");

  private ProblemCodes() {}

  /// Each code that the sources name, and the first place that does.
  static SortedMap<String, String> named(Collection<SourceText> sources) {
    SortedMap<String, String> codes = new TreeMap<>();
    for (SourceText source : sources) {
      Matcher named = NAMED.matcher(source.whole());
      while (named.find()) {
        codes.putIfAbsent(named.group(1), source.place(named.start()));
      }
    }
    return codes;
  }

  /// Each code that the list explains, in its order.
  static List<String> listed(String list) {
    return ROW.matcher(list).results().map(row -> row.group(1)).toList();
  }

  /// What is wrong between the two: a code that is not explained, one that is explained and stands
  /// nowhere in the sources, one that is explained twice.
  static List<String> differences(Collection<SourceText> sources, String list) {
    Map<String, String> named = named(sources);
    List<String> listed = listed(list);
    List<String> wrong = new java.util.ArrayList<>();
    named.forEach((code, place) -> {
      if (!listed.contains(code)) {
        wrong.add("| `" + code + "` | … | is not explained; see " + place);
      }
    });
    for (String code : listed) {
      if (sources.stream().noneMatch(source -> source.whole().contains("\"" + code + "\""))) {
        wrong.add(code + " is explained and no source has it");
      }
      if (listed.indexOf(code) != listed.lastIndexOf(code)) {
        wrong.add(code + " is explained twice");
      }
    }
    return wrong.stream().distinct().toList();
  }
}
