package org.zhiheng.jobs.examine;

import org.zhiheng.values.Parsed;

/// The id of a kept examination: printed `X` and a number (`X7`).
///
/// @param number from 1
public record ExaminationId(long number) implements Comparable<ExaminationId> {

  /// @throws IllegalArgumentException when the number is below 1
  public ExaminationId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `X7` or `x7`.
  public static Parsed<ExaminationId> parse(String text) {
    String trimmed = text.strip();
    return trimmed.matches("[Xx][1-9][0-9]{0,17}")
        ? Parsed.ok(new ExaminationId(Long.parseLong(trimmed.substring(1))))
        : Parsed.refused(
            "id", text, "The id of an examination is written X and a number, such as X7.");
  }

  @Override
  public int compareTo(ExaminationId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "X" + number;
  }
}
