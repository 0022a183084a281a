package org.zhiheng.jobs.examine;

import org.zhiheng.values.Parsed;

/// The id of a watch: printed `W` and a number (`W7`).
///
/// @param number from 1
public record WatchId(long number) implements Comparable<WatchId> {

  /// @throws IllegalArgumentException when the number is below 1
  public WatchId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `W7` or `w7`.
  public static Parsed<WatchId> parse(String text) {
    String trimmed = text.strip();
    return trimmed.matches("[Ww][1-9][0-9]{0,17}")
        ? Parsed.ok(new WatchId(Long.parseLong(trimmed.substring(1))))
        : Parsed.refused("id", text, "The id of a watch is written W and a number, such as W7.");
  }

  @Override
  public int compareTo(WatchId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "W" + number;
  }
}
