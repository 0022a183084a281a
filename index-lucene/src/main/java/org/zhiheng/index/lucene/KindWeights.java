package org.zhiheng.index.lucene;

import java.util.Map;
import org.zhiheng.similarity.word.FeatureKind;

/// How much a shared feature of each kind promises, beside how rare it is: the one table to tune.
final class KindWeights {

  /// A kind that is not listed counts this much.
  private static final int OTHER = 4;

  private static final Map<String, Integer> BY_KIND = Map.of("FORM", 12, "GRAM", 4);

  private KindWeights() {}

  /// 1..16.
  static int of(FeatureKind kind) {
    return BY_KIND.getOrDefault(kind.name(), OTHER);
  }
}
