package org.zhiheng.similarity.candidate;

import java.util.Set;

/// One mark as the index files it.
///
/// @param key what the caller knows it by; unique within a space
/// @param space whose marks these are; a search sees one space only. Not personal data.
/// @param name its words
/// @param classes Nice classes as two digits
/// @param groups similar groups, four digits
public record MarkEntry(
    String key, String space, String name, Set<String> classes, Set<String> groups) {

  /// Copies the sets.
  public MarkEntry {
    classes = Set.copyOf(classes);
    groups = Set.copyOf(groups);
  }
}
