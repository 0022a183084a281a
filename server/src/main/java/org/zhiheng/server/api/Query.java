package org.zhiheng.server.api;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhiheng.jobs.administer.Typed;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// The query of a request, read strictly: what is not known is refused with the nearest name that
/// is, and all problems come together.
final class Query {

  /// Rows of a page unless more or fewer are asked for.
  static final int LIMIT_USUAL = 50;

  private final ServerRequest request;
  private final List<Problem> problems = new ArrayList<>();

  /// Reads a request to this operation.
  Query(ServerRequest request, Operation operation) {
    this.request = request;
    for (String name : request.params().keySet()) {
      if (!operation.parameters().contains(name)) {
        problems.add(unknown(name, operation.parameters()));
      } else if (request.params().getOrDefault(name, List.of()).size() > 1) {
        problems.add(
            Problem.of("parameter-twice", name, name, "A parameter may be given once only."));
      }
    }
  }

  /// A text; empty when it is not given.
  String text(String name, int lengthMax) {
    String text = request.param(name).orElse("").strip();
    if (text.length() > lengthMax) {
      problems.add(
          Problem.of("too-long", name, text, "At most " + lengthMax + " characters are read."));
      return "";
    }
    return text;
  }

  /// A value, if it is given.
  <T> Optional<T> value(String name, Function<String, Parsed<T>> parser) {
    Optional<String> text = request.param(name).filter(given -> !given.isBlank());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Parsed<T> parsed = parser.apply(text.get());
    parsed.refusal().map(problem -> problem.at(name)).ifPresent(problems::add);
    return parsed.found();
  }

  /// A day, if it is given.
  Optional<LocalDate> day(String name) {
    return value(name, Query::parseDay);
  }

  /// Reads a number from `least` to `most`, each at most nine digits.
  static Parsed<Integer> number(String text, int least, int most) {
    return within(text, least, most)
        ? Parsed.ok(Integer.parseInt(text))
        : Parsed.refused("limit", text, "It is a number from " + least + " to " + most + ".");
  }

  /// Reads a number of days from 0 to `most`.
  static Parsed<Integer> days(String text, int most) {
    return within(text, 0, most)
        ? Parsed.ok(Integer.parseInt(text))
        : Parsed.refused("limit", text, "It is a number of days from 0 to " + most + ".");
  }

  private static boolean within(String text, int least, int most) {
    return text.matches("[0-9]{1,9}")
        && Integer.parseInt(text) >= least
        && Integer.parseInt(text) <= most;
  }

  /// Rows of a page.
  int limit(int max) {
    Optional<Integer> limit =
        value(
            "limit",
            text ->
                text.matches("[1-9][0-9]{0,8}") && Integer.parseInt(text) <= max
                    ? Parsed.ok(Integer.parseInt(text))
                    : Parsed.refused("limit", text, "A limit is a number from 1 to " + max + "."));
    return limit.orElse(LIMIT_USUAL);
  }

  /// Where the page before ended.
  <T> Optional<T> after(Function<String, Optional<T>> reader) {
    return value(
        "after",
        text ->
            opened(text)
                .flatMap(reader)
                .map(Parsed::ok)
                .orElseGet(() ->
                    Parsed.refused(
                        "cursor", text, "Take the value of `next` of the page before.")));
  }

  /// @throws ProblemsException when anything was refused
  void check() {
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
  }

  /// A place in a list as callers see it: text whose inside is none of their business.
  static String cursor(String inside) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(inside.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> opened(String cursor) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /// Reads `2026-11-22`.
  static Parsed<LocalDate> parseDay(String text) {
    return Typed.day(text);
  }

  private static Problem unknown(String name, List<String> known) {
    String accepted =
        known.isEmpty()
            ? "This takes no parameters."
            : known.stream()
                    .min(Comparator.comparingInt(one -> distance(name, one)))
                    .filter(one -> distance(name, one) <= Math.max(1, one.length() / 2))
                    .map(one -> "Did you mean " + one + "? ")
                    .orElse("")
                + "Known are "
                + String.join(", ", known)
                + ".";
    return Problem.of("parameter-unknown", name, name, accepted);
  }

  /// Levenshtein's distance, of the first 40 characters: names are shorter.
  static int distance(String one, String other) {
    String left = one.substring(0, Math.min(one.length(), 40));
    String right = other.substring(0, Math.min(other.length(), 40));
    int[] row = new int[right.length() + 1];
    for (int at = 0; at < row.length; at++) {
      row[at] = at;
    }
    for (int line = 1; line <= left.length(); line++) {
      int diagonal = row[0];
      row[0] = line;
      for (int at = 1; at < row.length; at++) {
        int change = left.charAt(line - 1) == right.charAt(at - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[at], row[at - 1]) + 1, diagonal + change);
        diagonal = row[at];
        row[at] = best;
      }
    }
    return row[right.length()];
  }
}
