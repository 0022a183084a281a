package org.zhiheng.index.lucene;

import java.util.Map;
import org.zhiheng.similarity.word.FeatureKind;

/// How much a shared feature of each kind promises, beside how rare it is: the one table to tune.
final class KindWeights {

  /// A kind that is not listed counts this much.
  private static final int OTHER = 4;

  private static final Map<String, Integer> BY_KIND =
      Map.ofEntries(
          Map.entry("FORM", 8),
          Map.entry("CORE", 8),
          Map.entry("TOKEN", 6),
          Map.entry("GRAM", 4),
          Map.entry("SOUND", 6),
          Map.entry("SOUND_GRAM", 3),
          Map.entry("HAN", 6),
          Map.entry("HAN_PAIR", 6),
          Map.entry("PINYIN", 5),
          Map.entry("PINYIN_PAIR", 6),
          Map.entry("BRIDGE", 8));

  private KindWeights() {}

  /// 1..16.
  static int of(FeatureKind kind) {
    return BY_KIND.getOrDefault(kind.name(), OTHER);
  }
}
