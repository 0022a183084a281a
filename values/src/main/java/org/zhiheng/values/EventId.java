package org.zhiheng.values;

/// The id of an event: printed `E` and a number (`E42`).
///
/// @param number from 1
public record EventId(long number) implements Comparable<EventId> {

  /// @throws IllegalArgumentException when the number is below 1
  public EventId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `E42`, `e42` or `42`.
  public static Parsed<EventId> parse(String text) {
    return Numbered.parse('E', text).map(EventId::new);
  }

  @Override
  public int compareTo(EventId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "E" + number;
  }
}
