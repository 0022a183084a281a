package org.zhiheng.jobs.examine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.similarity.word.Words;

/// Laws of the factors over generated portfolios, and a slow count beside the quick one.
final class PatternEngineProperties {

  private static final PatternEngine ENGINE = new PatternEngine(Words.load());

  private static List<KnownMark> known(Seed seed, List<Filing> filings) {
    List<KnownMark> known = new ArrayList<>();
    for (int at = 0; at < 20; at++) {
      known.add(Filings.known(Filings.name(seed), "他人" + at % 5, "2015-01-01"));
    }
    filings.stream()
        .filter(_ -> seed.chance(0.2))
        .forEach(filing -> known.add(Filings.known(filing.name(), "他人", "2015-01-01")));
    return known;
  }

  private static Pattern pattern(List<Filing> filings, List<KnownMark> known) throws IOException {
    return ENGINE.pattern(
        Filings.portfolio(filings),
        new ListedMarks(known),
        Pattern.Purpose.OTHERS,
        Pattern.Settings.USUAL);
  }

  private static List<Filing> drawn(Seed seed) {
    int count = seed.between(1, 40);
    return seed.chance(0.5) ? Filings.normal(seed, count) : Filings.bulk(seed, count);
  }

  private static long count(Pattern pattern, Factor.Kind kind, String code) {
    return switch (pattern.factor(kind).figure(code).amount()) {
      case Amount.Count(long count) -> count;
      case Amount.Share(long part, long _) -> part;
    };
  }

  @Seeds(100)
  void countsBurstsAndClassesAsTheObviousWayDoes(Seed seed) throws IOException {
    List<Filing> filings = drawn(seed);
    Pattern pattern = pattern(filings, List.of());

    for (int length : List.of(1, 7, 30)) {
      long most = 0;
      for (Filing first : filings) {
        LocalDate from = first.filedOn().orElseThrow();
        most =
            Math.max(
                most,
                filings.stream()
                    .map(filing -> filing.filedOn().orElseThrow())
                    .filter(on -> !on.isBefore(from) && on.isBefore(from.plusDays(length)))
                    .count());
      }
      assertThat(count(pattern, Factor.Kind.BURST, "filings-in-" + length + "-days-max"))
          .as("seed %s, %s days", seed, length)
          .isEqualTo(most);
    }
    TreeSet<String> classes = new TreeSet<>();
    filings.forEach(filing -> classes.addAll(filing.classes()));
    assertThat(count(pattern, Factor.Kind.CLASS_SPREAD, "classes")).isEqualTo(classes.size());
  }

  @Seeds(50)
  void doesNotMindTheOrderOfTheFilings(Seed seed) throws IOException {
    List<Filing> filings = drawn(seed);
    List<KnownMark> known = known(seed, filings);
    List<Filing> mixed = new ArrayList<>(filings);
    Collections.shuffle(mixed, new Random(seed.number()));

    assertThat(PatternJson.content(pattern(mixed, known), List.of()))
        .as("seed %s", seed)
        .isEqualTo(PatternJson.content(pattern(filings, known), List.of()));
  }

  @Seeds(50)
  void resemblesNoMoreForAFilingThatIsLikeNothing(Seed seed) throws IOException {
    List<Filing> filings = drawn(seed);
    List<KnownMark> known = known(seed, filings);
    List<Filing> more = new ArrayList<>(filings);
    more.add(Filings.filing(1_000, "静候云起", "2024-01-01", List.of("30")));

    assertThat(count(pattern(more, known), Factor.Kind.RESEMBLANCE, "filings-resembling-known"))
        .as("seed %s", seed)
        .isEqualTo(
            count(pattern(filings, known), Factor.Kind.RESEMBLANCE, "filings-resembling-known"));
  }

  @Seeds(50)
  void seesEveryNumberedNameOfABulkSeries(Seed seed) throws IOException {
    int size = seed.between(3, 60);

    assertThat(
            count(
                pattern(Filings.bulk(seed, size), List.of()),
                Factor.Kind.SERIES,
                "names-by-counter"))
        .as("seed %s", seed)
        .isEqualTo(size);
  }
}
