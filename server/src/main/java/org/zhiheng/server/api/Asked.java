package org.zhiheng.server.api;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Reads what is asked about a mark, from a query or from a body: the same names in both.
///
/// @param clock tells which day it is, where no law's day is given
record Asked(InstantSource clock) {

  /// The names of a body; those of a query are the same.
  static final Set<String> FIELDS =
      Set.of("name", "figure", "class", "group", "lawDate", "filedOn", "applicant", "top");

  /// Longest name that is read; the engine takes less.
  static final int NAME_LENGTH_MAX = 400;

  /// All 45 classes, or a page of groups.
  static final int SYMBOLS_LENGTH_MAX = 400;

  /// The office whose law is applied: its days are days in China.
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final int TOP = 20;
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");

  /// From a query, which is checked.
  Inquiry of(Query query) {
    Inquiry inquiry =
        new Inquiry(
            query.text("name", NAME_LENGTH_MAX),
            query.value("figure", Digest::parse),
            query.value("class", Asked::classes).orElse(Set.of()),
            query.value("group", Asked::groups).orElse(Set.of()),
            query.day("lawDate").orElseGet(this::today),
            query.day("filedOn"),
            query.text("applicant", NAME_LENGTH_MAX),
            query.value("top", Asked::top).orElse(TOP));
    query.check();
    return inquiry;
  }

  /// From a body, which is checked.
  Inquiry of(Body body) {
    Inquiry inquiry =
        new Inquiry(
            body.text("name", NAME_LENGTH_MAX),
            body.optional("figure", Digest::parse),
            body.optional("class", Asked::classes).orElse(Set.of()),
            body.optional("group", Asked::groups).orElse(Set.of()),
            body.optional("lawDate", Query::parseDay).orElseGet(this::today),
            body.optional("filedOn", Query::parseDay),
            body.text("applicant", NAME_LENGTH_MAX),
            body.optional("top", Asked::top).orElse(TOP));
    body.check();
    return inquiry;
  }

  /// `28` or `28,35`.
  static Parsed<Set<String>> classes(String text) {
    return symbols(ClassScheme.NICE, text);
  }

  private static Parsed<Set<String>> groups(String text) {
    return symbols(ClassScheme.SIMILAR_GROUP, text);
  }

  private static Parsed<Set<String>> symbols(ClassScheme scheme, String text) {
    if (text.length() > SYMBOLS_LENGTH_MAX) {
      return Parsed.refused(
          "too-long", text, "At most " + SYMBOLS_LENGTH_MAX + " characters are read.");
    }
    Set<String> symbols = new LinkedHashSet<>();
    for (String one : BETWEEN.split(text, -1)) {
      if (one.isEmpty()) {
        continue;
      }
      switch (Symbols.read(scheme, one)) {
        case Parsed.Ok<ClassSymbol>(ClassSymbol symbol) -> symbols.add(symbol.symbol());
        case Parsed.Refused<ClassSymbol>(Problem problem) -> {
          return new Parsed.Refused<>(problem);
        }
      }
    }
    return Parsed.ok(symbols);
  }

  private static Parsed<Integer> top(String text) {
    return text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= Inquiry.TOP_MAX
        ? Parsed.ok(Integer.parseInt(text))
        : Parsed.refused("top", text, "A top is a number from 1 to " + Inquiry.TOP_MAX + ".");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CHINA);
  }
}
