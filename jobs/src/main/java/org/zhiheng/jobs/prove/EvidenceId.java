package org.zhiheng.jobs.prove;

import org.zhiheng.values.Parsed;

/// The id of evidence: printed `EV` and a number (`EV7`), for an `E` is an event.
///
/// @param number from 1
public record EvidenceId(long number) implements Comparable<EvidenceId> {

  /// @throws IllegalArgumentException when the number is below 1
  public EvidenceId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `EV7` or `ev7`.
  public static Parsed<EvidenceId> parse(String text) {
    String trimmed = text.strip();
    return trimmed.matches("[Ee][Vv][1-9][0-9]{0,17}")
        ? Parsed.ok(new EvidenceId(Long.parseLong(trimmed.substring(2))))
        : Parsed.refused("id", text, "The id of evidence is written EV and a number, such as EV7.");
  }

  @Override
  public int compareTo(EvidenceId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "EV" + number;
  }
}
