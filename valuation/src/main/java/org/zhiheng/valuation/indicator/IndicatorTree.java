package org.zhiheng.valuation.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.valuation.ModelReport;

/// Indicators with weights, and how facts score them. The tree that the product holds is a file,
/// meant to be edited; another is read from its text.
///
/// A leaf's range is the mean of what its facts say, a missing one saying 0..100; a person's
/// judgement counts alone. A branch's range is the weighted mean of its parts'.
///
/// Source: GB/T 42748-2023 for the 27 names, by way of a second text; recalled. Weights, scores and
/// the second level are ours.
///
/// @param version of the file
/// @param weightsBy whose weights they are
/// @param scenes for which it may be asked
/// @param roots the first level
public record IndicatorTree(
    String version, String weightsBy, List<String> scenes, List<Indicator> roots) {

  /// More facts and judgements than any right has.
  public static final int FACTS_MAX = 10_000;

  /// Copies what can change.
  public IndicatorTree {
    scenes = List.copyOf(scenes);
    roots = List.copyOf(roots);
  }

  /// The tree that the product holds. Reads a resource; keep what it gives.
  public static IndicatorTree load() {
    return TreeReader.read("indicator/tree.yaml", TreeReader.resource("tree.yaml"));
  }

  /// A tree of somebody's own.
  ///
  /// @param source the file's name, as problems give it
  /// @throws org.zhiheng.values.ProblemsException with all that is wrong, each with its line
  public static IndicatorTree read(String source, String yaml) {
    return TreeReader.read(source, yaml);
  }

  /// Scores a right.
  ///
  /// @param facts one of a name; a later one of the same name is refused
  /// @param judgements one of an indicator
  /// @param scene one of [#scenes]
  /// @throws IllegalArgumentException when the scene is unknown, there are too many, or one comes
  ///   twice
  public Assessment assess(List<Fact> facts, List<Judgement> judgements, String scene) {
    if (!scenes.contains(scene)) {
      throw new IllegalArgumentException("scene must be one of " + scenes + ": " + scene);
    }
    if (facts.size() > FACTS_MAX || judgements.size() > FACTS_MAX) {
      throw new IllegalArgumentException(
          "facts and judgements must be at most " + FACTS_MAX + ": " + facts.size());
    }
    Map<String, Fact> byName = new HashMap<>();
    for (Fact fact : facts) {
      if (byName.put(fact.name(), fact) != null) {
        throw new IllegalArgumentException("a fact comes twice: " + fact.name());
      }
    }
    Map<String, Judgement> byLeaf = new HashMap<>();
    for (Judgement judgement : judgements) {
      if (byLeaf.put(judgement.indicator(), judgement) != null) {
        throw new IllegalArgumentException("a judgement comes twice: " + judgement.indicator());
      }
    }
    Walk walk = new Walk(byName, byLeaf, scene, new HashSet<>());
    List<Scored> parts = walk.parts(roots, 1);
    Mean mean = Mean.of(parts);
    Set<String> unused = new TreeSet<>(byName.keySet());
    unused.addAll(byLeaf.keySet());
    unused.removeAll(walk.used);
    return new Assessment(
        ModelReport.NOTICE,
        version,
        weightsBy,
        scene,
        mean.low(),
        mean.high(),
        mean.known(),
        parts,
        List.copyOf(unused));
  }

  /// The mean of parts by their shares.
  private record Mean(double low, double high, double known) {

    static Mean of(List<Scored> parts) {
      double shares = 0;
      double low = 0;
      double high = 0;
      double known = 0;
      for (Scored part : parts) {
        shares += part.share();
        low += part.share() * part.low();
        high += part.share() * part.high();
        known += part.share() * part.known();
      }
      // parts that weigh nothing say nothing
      return shares == 0
          ? new Mean(0, 100, 0)
          : new Mean(low / shares, Math.max(low, high) / shares, known / shares);
    }
  }

  /// One way through the tree.
  private record Walk(
      Map<String, Fact> facts, Map<String, Judgement> judgements, String scene, Set<String> used) {

    List<Scored> parts(List<Indicator> indicators, double share) {
      double weights = indicators.stream().mapToDouble(one -> one.weightIn(scene)).sum();
      List<Scored> parts = new ArrayList<>();
      for (Indicator indicator : indicators) {
        double own = weights == 0 ? 0 : share * indicator.weightIn(scene) / weights;
        parts.add(indicator.parts().isEmpty() ? leaf(indicator, own) : branch(indicator, own));
      }
      return parts;
    }

    private Scored branch(Indicator indicator, double share) {
      List<Scored> parts = parts(indicator.parts(), share);
      Mean mean = Mean.of(parts);
      return new Scored(
          indicator.id(),
          indicator.zh(),
          indicator.en(),
          share,
          mean.low(),
          mean.high(),
          mean.known(),
          List.of(),
          List.of(),
          Optional.empty(),
          parts);
    }

    private Scored leaf(Indicator indicator, double share) {
      List<Scored.Evidence> evidence = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      double low = 0;
      double high = 0;
      for (Map.Entry<String, Scale> scale : new TreeMap<>(indicator.scales()).entrySet()) {
        Fact fact = facts.get(scale.getKey());
        if (fact == null) {
          missing.add(scale.getKey());
          high += 100;
          continue;
        }
        used.add(fact.name());
        Scale.Point says = scale.getValue().at(fact.figure());
        low += says.low();
        high += says.high();
        evidence.add(
            new Scored.Evidence(
                fact.name(), fact.figure(), says.low(), says.high(), fact.source()));
      }
      int count = indicator.scales().size();
      Optional<Judgement> judgement = Optional.ofNullable(judgements.get(indicator.id()));
      judgement.ifPresent(made -> used.add(made.indicator()));
      return new Scored(
          indicator.id(),
          indicator.zh(),
          indicator.en(),
          share,
          judgement.map(Judgement::low).orElse(count == 0 ? 0 : low / count),
          judgement.map(Judgement::high).orElse(count == 0 ? 100 : high / count),
          judgement.isPresent() ? 1 : count == 0 ? 0 : (double) evidence.size() / count,
          evidence,
          missing,
          judgement,
          List.of());
    }
  }
}
