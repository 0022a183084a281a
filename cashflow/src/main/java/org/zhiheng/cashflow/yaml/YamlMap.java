package org.zhiheng.cashflow.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The entries of a map in the order of the file, with what was asked for. Where a required one is
/// missing, that was noted.
///
/// @param place the map itself
/// @param entries by key
/// @param required the keys that must stand there
public record YamlMap(YamlPlace place, Map<String, YamlPlace> entries, Set<String> required) {

  /// Holds the collections unchangeable, in their order.
  public YamlMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    required = Set.copyOf(required);
  }

  /// Whether every required key is there.
  public boolean complete() {
    return entries.keySet().containsAll(required);
  }

  /// Whether the key is there.
  public boolean has(String key) {
    return entries.containsKey(key);
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

  /// The text of a key, or this one.
  public String text(String key, String otherwise) {
    return find(key).map(YamlPlace::text).orElse(otherwise);
  }

  /// The items of a list; none where the key is missing.
  public List<YamlPlace> items(String key) {
    return find(key).map(YamlPlace::list).orElse(List.of());
  }
}
