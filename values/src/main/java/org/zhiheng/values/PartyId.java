package org.zhiheng.values;

/// The id of a party: printed `P` and a number (`P42`).
///
/// @param number from 1
public record PartyId(long number) implements Comparable<PartyId> {

  /// @throws IllegalArgumentException when the number is below 1
  public PartyId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `P42`, `p42` or `42`.
  public static Parsed<PartyId> parse(String text) {
    return Numbered.parse('P', text).map(PartyId::new);
  }

  @Override
  public int compareTo(PartyId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "P" + number;
  }
}
