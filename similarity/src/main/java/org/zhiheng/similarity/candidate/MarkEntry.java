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

  /// A longer key or space is nobody's number.
  public static final int KEY_LENGTH_MAX = 200;

  /// A longer name is refused; one too long to be read is filed, but never found.
  public static final int NAME_LENGTH_MAX = 20_000;

  /// More classes or groups than there are in the goods table.
  public static final int GROUPS_MAX = 1_000;

  /// Copies the sets.
  ///
  /// @throws IllegalArgumentException when something is longer than the limits above, or the key is
  ///   empty
  public MarkEntry {
    if (key.isEmpty() || key.length() > KEY_LENGTH_MAX || space.length() > KEY_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "key must have 1.." + KEY_LENGTH_MAX + " characters, space at most as many");
    }
    if (name.length() > NAME_LENGTH_MAX) {
      throw new IllegalArgumentException(
          "name must have at most " + NAME_LENGTH_MAX + " characters: " + name.length());
    }
    if (classes.size() > GROUPS_MAX || groups.size() > GROUPS_MAX) {
      throw new IllegalArgumentException("at most " + GROUPS_MAX + " classes and groups");
    }
    classes = Set.copyOf(classes);
    groups = Set.copyOf(groups);
  }
}
