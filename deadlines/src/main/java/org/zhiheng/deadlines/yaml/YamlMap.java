package org.zhiheng.deadlines.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The entries of a map, with what was asked for. Where a required one is missing, that was noted.
///
/// @param entries by key
/// @param required the keys that must stand there
public record YamlMap(Map<String, YamlPlace> entries, Set<String> required) {

  /// Holds the collections unchangeable.
  public YamlMap {
    entries = Map.copyOf(entries);
    required = Set.copyOf(required);
  }

  /// Whether every required key is there.
  public boolean complete() {
    return entries.keySet().containsAll(required);
  }

  /// The value of a key that is there.
  ///
  /// @throws IllegalStateException when it is not; see [#complete]
  public YamlPlace get(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no key " + key));
  }

  /// The value of a key.
  public Optional<YamlPlace> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /// The items of a list; none where the key is missing.
  public List<YamlPlace> items(String key) {
    return find(key).map(YamlPlace::list).orElse(List.of());
  }
}
