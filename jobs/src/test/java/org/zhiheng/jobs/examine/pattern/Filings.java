package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.seeds.Seed;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// Made-up filings and portfolios.
final class Filings {

  static final PartyId SUBJECT = new PartyId(7);
  static final LocalDate AS_OF = LocalDate.of(2027, 6, 30);

  private static final List<String> SYLLABLES =
      List.of("ba", "do", "ki", "lu", "mo", "ne", "ra", "so", "ta", "ve", "zi", "po");

  private Filings() {}

  static Filing filing(long id, String name, String day, List<String> classes, Happening... after) {
    return new Filing(
        new RightId(id),
        name,
        new TreeSet<>(classes),
        new TreeSet<>(),
        day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
        Set.of(),
        Set.of(),
        List.of("甲示例公司"),
        List.of(after));
  }

  static Portfolio portfolio(List<Filing> filings) {
    return portfolio(filings, Set.of(), References.NONE);
  }

  static Portfolio portfolio(List<Filing> filings, Set<String> business, References references) {
    return new Portfolio(
        SUBJECT, "甲示例公司", AS_OF, filings, 0, List.of(), 0, new TreeSet<>(business), references);
  }

  static KnownMark known(String name, String holder, String since) {
    return new KnownMark(
        name,
        holder,
        Optional.empty(),
        since.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(since)));
  }

  /// A name of three to five syllables.
  static String name(Seed seed) {
    StringBuilder name = new StringBuilder();
    int syllables = seed.between(3, 6);
    for (int at = 0; at < syllables; at++) {
      name.append(seed.oneOf(SYLLABLES));
    }
    return name.toString();
  }

  /// A company that files now and then.
  static List<Filing> normal(Seed seed, int count) {
    List<Filing> filings = new ArrayList<>();
    for (int at = 1; at <= count; at++) {
      filings.add(
          filing(
              at,
              name(seed),
              LocalDate.of(2016, 1, 1).plusDays(seed.between(0, 4_000)).toString(),
              List.of(seed.chance(0.5) ? "28" : "25")));
    }
    return filings;
  }

  /// Numbered names, all filed on two days, over all classes.
  static List<Filing> bulk(Seed seed, int count) {
    List<Filing> filings = new ArrayList<>();
    String stem = name(seed);
    for (int at = 1; at <= count; at++) {
      filings.add(
          filing(
              at,
              stem + at,
              at % 2 == 0 ? "2024-05-06" : "2024-05-08",
              List.of(String.format(java.util.Locale.ROOT, "%02d", 1 + at % 45))));
    }
    return filings;
  }
}
