package org.zhiheng.valuation.indicator;

import java.util.List;
import java.util.Map;

/// A place in the tree.
///
/// @param id stable, unique in the tree
/// @param zh its name in Chinese
/// @param en its name in English
/// @param weight among its brothers, at least 0
/// @param weights other weights, by scene
/// @param parts what it is made of; none for a leaf
/// @param scales of a leaf: how each fact becomes a score; none if only a person can judge
public record Indicator(
    String id,
    String zh,
    String en,
    double weight,
    Map<String, Double> weights,
    List<Indicator> parts,
    Map<String, Scale> scales) {

  /// Copies what can change.
  public Indicator {
    weights = Map.copyOf(weights);
    parts = List.copyOf(parts);
    scales = Map.copyOf(scales);
  }

  /// Its weight in a scene.
  double weightIn(String scene) {
    return weights.getOrDefault(scene, weight);
  }
}
