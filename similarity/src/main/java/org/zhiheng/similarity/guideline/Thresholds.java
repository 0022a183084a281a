package org.zhiheng.similarity.guideline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The figures by name.
final class Thresholds {

  static final Set<String> NAMES =
      Set.of(
          "sound-near",
          "sound-apart",
          "shape-near",
          "shape-apart",
          "meaning-hint",
          "meaning-near",
          "figure-near",
          "differing-share-max");

  private final Map<String, Double> values = new HashMap<>();

  Thresholds(List<Threshold> thresholds) {
    thresholds.forEach(threshold -> values.put(threshold.name(), threshold.value()));
  }

  double of(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no threshold of this name: " + name);
    }
    return value;
  }
}
