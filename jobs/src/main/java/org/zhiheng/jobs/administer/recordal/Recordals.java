package org.zhiheng.jobs.administer.recordal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;

/// The requests of the change desk. Only ever appended to. Safe for many threads and processes.
public interface Recordals {

  /// Keeps a request.
  ///
  /// @param found what the gates found, as JSON
  /// @param replaces the one that it mends
  Kept keep(
      OrganisationId organisation,
      Request request,
      Gate.Outcome verdict,
      String found,
      Optional<Id> replaces,
      String by,
      Instant at);

  /// Its clock starts.
  ///
  /// @param reason why a person let it pass; empty where every gate did
  /// @return whether it had not started before
  boolean start(OrganisationId organisation, Id id, String reason, String by, Instant at);

  /// One request.
  Optional<Kept> find(OrganisationId organisation, Id id);

  /// Those that nothing replaced, the newest first.
  ///
  /// @param before only older ones
  List<Kept> page(OrganisationId organisation, Optional<Id> before, int limit);

  /// `C7`
  record Id(long number) implements Comparable<Id> {

    /// @throws IllegalArgumentException when the number is below 1
    public Id {
      if (number < 1) {
        throw new IllegalArgumentException("number must be >= 1: " + number);
      }
    }

    /// Reads `C7`, `c7` or `7`.
    public static Parsed<Id> parse(String text) {
      String digits = text.strip().replaceFirst("^[Cc]", "");
      return digits.matches("[1-9][0-9]{0,17}")
          ? Parsed.ok(new Id(Long.parseLong(digits)))
          : Parsed.refused("recordal-id", text, "A request is named like C7.");
    }

    @Override
    public int compareTo(Id other) {
      return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
      return "C" + number;
    }
  }

  /// A request as kept.
  ///
  /// @param verdict what the gates came to when it was filed
  /// @param found what each found then, as JSON
  /// @param started when its clock was started
  record Kept(
      Id id,
      Request request,
      Gate.Outcome verdict,
      String found,
      Optional<Id> replaces,
      String by,
      Instant at,
      Optional<Started> started) {}

  /// That the clock was started.
  ///
  /// @param reason why a person let it pass; may be empty
  record Started(String reason, String by, Instant at) {}
}
