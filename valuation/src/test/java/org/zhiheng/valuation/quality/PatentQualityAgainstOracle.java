package org.zhiheng.valuation.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Maps and sets over seeded patents: slow and obvious.
final class PatentQualityAgainstOracle {

  private static final List<String> CLASSES = List.of("A61K", "B60L", "C07D", "G06F", "H04L");
  private static final LocalDate UNTIL = LocalDate.of(2020, 1, 1);

  @Seeds(60)
  void allMeasuresAreThoseOfMaps(Seed seed) {
    List<Patent> patents = new ArrayList<>();
    PatentTable.Builder builder = new PatentTable.Builder();
    int count = seed.between(1, 120);
    for (int at = 0; at < count; at++) {
      patents.add(patent(seed));
      builder.add(patents.getLast());
    }
    List<List<Integer>> cited = new ArrayList<>();
    List<List<Integer>> citing = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      cited.add(new ArrayList<>());
      citing.add(new ArrayList<>());
    }
    for (int at = seed.between(0, 400); at > 0; at--) {
      int from = seed.between(0, count);
      int to = seed.between(0, count);
      builder.cite(from, to);
      cited.get(from).add(to);
      citing.get(to).add(from);
    }

    PatentQuality quality = PatentQuality.of(builder.build(), UNTIL);

    for (int at = 0; at < count; at++) {
      Patent patent = patents.get(at);
      Set<String> own = new HashSet<>(patent.subclasses());
      int backward = patent.outsideCitations() + cited.get(at).size();
      same(quality, Measure.SCOPE, at, own.size());
      same(quality, Measure.BACKWARD, at, backward);
      same(
          quality,
          Measure.CLAIMS_PER_BACKWARD,
          at,
          backward == 0 ? Double.NaN : (double) patent.claims() / backward);
      same(quality, Measure.FORWARD_5, at, forward(patents, citing, at, 5));
      same(quality, Measure.FORWARD_7, at, forward(patents, citing, at, 7));
      same(quality, Measure.GENERALITY, at, spread(patents, citing.get(at)));
      same(quality, Measure.ORIGINALITY, at, spread(patents, cited.get(at)));
      List<String> met =
          cited.get(at).stream()
              .flatMap(other -> new HashSet<>(patents.get(other).subclasses()).stream())
              .toList();
      same(
          quality,
          Measure.RADICALNESS,
          at,
          met.isEmpty()
              ? Double.NaN
              : (double) met.stream().filter(one -> !own.contains(one)).count() / met.size());
      assertThat(quality.normal(Measure.CLAIMS, at))
          .isCloseTo(normalClaims(patents, patent), within(1e-15));
      same(quality, Measure.BREAKTHROUGH, at, breakthrough(quality, patents, at));
    }
  }

  private static void same(PatentQuality quality, Measure measure, int at, double expected) {
    double actual = quality.raw(measure, at);
    assertThat(Double.isNaN(actual)).as("%s of %d", measure, at).isEqualTo(Double.isNaN(expected));
    if (!Double.isNaN(expected)) {
      assertThat(actual).as("%s of %d", measure, at).isCloseTo(expected, within(1e-12));
    }
  }

  private static double forward(
      List<Patent> patents, List<List<Integer>> citing, int at, int years) {
    LocalDate end = patents.get(at).published().plusYears(years);
    return end.isAfter(UNTIL)
        ? Double.NaN
        : citing.get(at).stream()
            .filter(other -> patents.get(other).published().isBefore(end))
            .count();
  }

  private static double spread(List<Patent> patents, List<Integer> others) {
    Map<String, Double> shares = new HashMap<>();
    for (int other : others) {
      Set<String> classes = new HashSet<>(patents.get(other).subclasses());
      classes.forEach(one -> shares.merge(one, 1.0 / classes.size(), Double::sum));
    }
    double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    return shares.isEmpty()
        ? Double.NaN
        : 1 - shares.values().stream().mapToDouble(share -> share / all * (share / all)).sum();
  }

  private static boolean sameCohort(Patent one, Patent other) {
    return one.field() == other.field() && one.filed().getYear() == other.filed().getYear();
  }

  private static double normalClaims(List<Patent> patents, Patent patent) {
    List<Integer> claims =
        patents.stream()
            .filter(other -> sameCohort(patent, other))
            .map(Patent::claims)
            .sorted()
            .toList();
    int cut = claims.get((int) Math.ceil(0.98 * claims.size()) - 1);
    return patent.claims() == 0 ? 0 : patent.claims() >= cut ? 1 : (double) patent.claims() / cut;
  }

  private static double breakthrough(PatentQuality quality, List<Patent> patents, int at) {
    double own = quality.raw(Measure.FORWARD_5, at);
    if (Double.isNaN(own)) {
      return Double.NaN;
    }
    long better = 0;
    long known = 0;
    for (int other = 0; other < patents.size(); other++) {
      double figure = quality.raw(Measure.FORWARD_5, other);
      if (sameCohort(patents.get(at), patents.get(other)) && !Double.isNaN(figure)) {
        known++;
        better += figure > own ? 1 : 0;
      }
    }
    return own > 0 && better < Math.ceil(0.01 * known) ? 1 : 0;
  }

  private static Patent patent(Seed seed) {
    LocalDate filed = LocalDate.of(seed.between(2008, 2018), 1, 1).plusDays(seed.between(0, 365));
    List<String> classes = new ArrayList<>();
    for (int at = seed.between(0, 4); at > 0; at--) {
      classes.add(seed.oneOf(CLASSES));
    }
    return new Patent(
        seed.between(0, 3),
        filed,
        filed.plusDays(seed.between(0, 700)),
        seed.chance(0.6) ? Optional.of(filed.plusDays(seed.between(0, 2_000))) : Optional.empty(),
        seed.between(1, 9),
        seed.between(0, 40),
        seed.between(0, 3),
        seed.between(0, 5),
        classes,
        seed.chance(0.5) ? OptionalInt.of(seed.between(0, 20)) : OptionalInt.empty());
  }
}
