package org.zhiheng.similarity.score;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The scores of one comparison, apart from each other. An aspect that could not be compared is
/// absent: two word marks have no score for figures.
///
/// @param byAspect what was compared
public record Scores(Map<Aspect, Score> byAspect) {

  /// Copies the map.
  public Scores {
    EnumMap<Aspect, Score> copy = new EnumMap<>(Aspect.class);
    copy.putAll(byAspect);
    byAspect = java.util.Collections.unmodifiableMap(copy);
  }

  /// The score of this aspect, if it was compared.
  public Optional<Score> of(Aspect aspect) {
    return Optional.ofNullable(byAspect.get(aspect));
  }

  /// The value of this aspect; 0 where it was not compared.
  public double value(Aspect aspect) {
    Score score = byAspect.get(aspect);
    return score == null ? 0 : score.value();
  }

  /// The same scores and this one.
  public Scores with(Aspect aspect, Score score) {
    EnumMap<Aspect, Score> more = new EnumMap<>(Aspect.class);
    more.putAll(byAspect);
    more.put(aspect, score);
    return new Scores(more);
  }
}
