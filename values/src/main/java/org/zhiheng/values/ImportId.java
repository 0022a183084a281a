package org.zhiheng.values;

/// The id of an import run: printed `I` and a number (`I42`).
///
/// @param number from 1
public record ImportId(long number) implements Comparable<ImportId> {

  /// @throws IllegalArgumentException when the number is below 1
  public ImportId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `I42`, `i42` or `42`.
  public static Parsed<ImportId> parse(String text) {
    return Numbered.parse('I', text).map(ImportId::new);
  }

  @Override
  public int compareTo(ImportId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "I" + number;
  }
}
