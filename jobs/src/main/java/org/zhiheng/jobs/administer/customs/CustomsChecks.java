package org.zhiheng.jobs.administer.customs;

import java.time.LocalDate;
import java.util.List;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What the duty desk refuses of what was typed.
final class CustomsChecks {

  static final int TEXT_MAX = 2_000;

  private CustomsChecks() {}

  /// Whether two names are of one person. A program signs with a token of somebody's, whose mark
  /// stands behind the name: it is nobody else.
  static boolean samePerson(String one, String other) {
    return SameParty.BY_NAME.test(person(one), person(other));
  }

  private static String person(String name) {
    return name.replaceFirst(" \\(zht_[^)]*\\)$", "");
  }

  static void limited(String text) {
    if (text.length() > TEXT_MAX) {
      throw new ProblemsException(
          Problem.of(
              "limit", "text", text.length() + " characters", "At most " + TEXT_MAX + " of them."));
    }
  }

  static void filled(List<Problem> problems, String path, String text, int longest) {
    if (text.isBlank() || text.length() > longest) {
      problems.add(
          Problem.of("required", path, text, "This is given, in 1 to " + longest + " characters."));
    }
  }

  static void positive(List<Problem> problems, String path, Money amount) {
    if (amount.minor() <= 0) {
      problems.add(
          Problem.of(
              "customs-amount", path, amount.toString(), "An amount is of more than nothing."));
    }
  }

  /// A day that rules count from, or to.
  static void counted(List<Problem> problems, String path, LocalDate day) {
    if (day.isBefore(KnownLaw.EVENT_MIN) || day.isAfter(KnownLaw.EVENT_MAX)) {
      problems.add(
          Problem.of(
              "date-out-of-range",
              path,
              day.toString(),
              "Days from " + KnownLaw.EVENT_MIN + " to " + KnownLaw.EVENT_MAX + " are counted."));
    }
  }

  static Problem future(String path, LocalDate day, LocalDate today) {
    return Problem.of(
        "date-out-of-range",
        path,
        day.toString(),
        "What is kept happened today, " + today + ", or before.");
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  static void ended(Customs.Kept kept) {
    if (kept.signed().isPresent() || kept.declined().isPresent()) {
      throw done(kept);
    }
  }

  static ProblemsException done(Customs.Kept kept) {
    return new ProblemsException(
        Problem.of(
            "customs-done",
            "",
            kept.id().toString(),
            "This was done already: "
                + String.join(", ", kept.steps().stream().map(one -> one.step().code()).toList())
                + "."));
  }
}
