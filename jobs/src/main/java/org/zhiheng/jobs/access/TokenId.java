package org.zhiheng.jobs.access;

import org.zhiheng.values.Parsed;

/// The id of an API token: printed `K` and a number (`K42`).
///
/// @param number from 1
public record TokenId(long number) implements Comparable<TokenId> {

  /// @throws IllegalArgumentException when the number is below 1
  public TokenId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `K42` or `k42`.
  public static Parsed<TokenId> parse(String text) {
    String trimmed = text.strip();
    return trimmed.matches("[Kk][1-9][0-9]{0,17}")
        ? Parsed.ok(new TokenId(Long.parseLong(trimmed.substring(1))))
        : Parsed.refused("id", text, "The id of a token is written K and a number, such as K42.");
  }

  @Override
  public int compareTo(TokenId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "K" + number;
  }
}
