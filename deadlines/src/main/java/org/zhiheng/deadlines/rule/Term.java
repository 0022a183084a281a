package org.zhiheng.deadlines.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhiheng.values.Parsed;

/// A length of time as the law says it: 4 months, 15 days, 3 working days.
///
/// @param amount 0 to [#AMOUNT_MAX]; 0 is the day itself
/// @param unit what is counted
public record Term(int amount, TermUnit unit) {

  /// No rule is longer, in any unit.
  public static final int AMOUNT_MAX = 1_000;

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,4}) ([a-z-]+)");

  /// @throws IllegalArgumentException when the amount is out of range
  public Term {
    if (amount < 0 || amount > AMOUNT_MAX) {
      throw new IllegalArgumentException("amount must be 0 to " + AMOUNT_MAX + ": " + amount);
    }
  }

  /// Reads `4 months`, `1 month`, `3 working-days`.
  public static Parsed<Term> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (matcher.matches() && Integer.parseInt(matcher.group(1)) <= AMOUNT_MAX) {
      Optional<TermUnit> unit = unit(matcher.group(2));
      if (unit.isPresent()) {
        return Parsed.ok(new Term(Integer.parseInt(matcher.group(1)), unit.get()));
      }
    }
    return Parsed.refused(
        "rule-value", text, "A term is a number of days, working-days, months or years.");
  }

  private static Optional<TermUnit> unit(String word) {
    for (TermUnit unit : TermUnit.values()) {
      String plural = unit.toString();
      if (word.equals(plural) || word.equals(plural.substring(0, plural.length() - 1))) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /// In Chinese, as the law writes it.
  public String zh() {
    return switch (unit) {
      case DAYS -> amount + "日";
      case WORKING_DAYS -> amount + "个工作日";
      case MONTHS -> amount + "个月";
      case YEARS -> amount + "年";
    };
  }

  /// `4 months`.
  @Override
  public String toString() {
    return Written.ALL.getOrDefault(unit, List.of()).get(amount);
  }

  /// Every term as it is written: answers are full of them.
  private static final class Written {

    static final Map<TermUnit, List<String>> ALL =
        Arrays.stream(TermUnit.values())
            .collect(Collectors.toUnmodifiableMap(unit -> unit, Written::amounts));

    private Written() {}

    private static List<String> amounts(TermUnit unit) {
      String plural = unit.toString();
      String one = "1 " + plural.substring(0, plural.length() - 1);
      return IntStream.rangeClosed(0, AMOUNT_MAX)
          .mapToObj(amount -> amount == 1 ? one : amount + " " + plural)
          .toList();
    }
  }
}
