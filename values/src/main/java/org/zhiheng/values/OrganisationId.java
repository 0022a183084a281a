package org.zhiheng.values;

/// The id of an organisation: whoever keeps records here: printed `O` and a number (`O42`).
///
/// @param number from 1
public record OrganisationId(long number) implements Comparable<OrganisationId> {

  /// @throws IllegalArgumentException when the number is below 1
  public OrganisationId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `O42`, `o42` or `42`.
  public static Parsed<OrganisationId> parse(String text) {
    return Numbered.parse('O', text).map(OrganisationId::new);
  }

  @Override
  public int compareTo(OrganisationId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "O" + number;
  }
}
