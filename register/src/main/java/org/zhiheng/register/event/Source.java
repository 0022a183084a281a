package org.zhiheng.register.event;

/// Where an event was read.
///
/// @param name the file's name, or `by hand`
/// @param position the line (`line 17`), the document (`document 3`) or empty
/// @param digest SHA-256 of the file, hexadecimal; empty where there is none
public record Source(String name, String position, String digest) {

  /// Typed in by a person.
  public static final Source BY_HAND = new Source("by hand", "", "");
}
