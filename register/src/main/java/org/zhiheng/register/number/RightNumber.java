package org.zhiheng.register.number;

/// A number under which a right is known.
///
/// @param office who gave it
/// @param type what it counts
/// @param text as printed, canonical (`CN110007813A`, `201830514079.9`)
/// @param key what two spellings of numbers of *the same right* share, unique across offices and
///   types: `CN:A:2018305140799` for an application, `CN:P:110007813` for a Chinese publication of
///   nine digits, whose application (A) and grant (B) share the number; other publications keep
///   their kind letter when the number alone could name another right
public record RightNumber(Office office, NumberType type, String text, String key) {

  /// Longest text of a number that is kept.
  public static final int LENGTH_MAX = 64;

  /// @throws IllegalArgumentException when the text or the key is blank or too long
  public RightNumber {
    if (text.isBlank() || text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("text must be 1.." + LENGTH_MAX + " characters: " + text);
    }
    if (key.isBlank() || key.length() > LENGTH_MAX + 8) {
      throw new IllegalArgumentException(
          "key must be 1.." + (LENGTH_MAX + 8) + " characters: " + key);
    }
  }
}
