package org.zhiheng.jobs.administer.customs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// What the customs duty desk keeps. Only ever appended to; what a call returned from is durable.
/// Safe for many threads and processes.
public interface Customs {

  /// Writes a recordal down; of one number the newest counts.
  Recorded record(OrganisationId organisation, Recordal recordal, String by, Instant at);

  /// The newest of a number.
  Optional<Recorded> recordal(OrganisationId organisation, String number);

  /// The newest of each number that names the right, by number.
  List<Recorded> recordals(OrganisationId organisation, RightId right);

  /// The newest of each number, by number.
  ///
  /// @param limit 1 or more
  List<Recorded> recordals(OrganisationId organisation, int limit);

  /// Keeps a notice.
  Kept keep(OrganisationId organisation, Notice notice, String by, Instant at);

  /// Adds a step to a notice. Of proposing there is one, of signing and declining one together, of
  /// detention one; security may be given again and again. Atomic: of two at once one is taken.
  ///
  /// @return whether it was taken
  boolean step(OrganisationId organisation, Id id, Step step, String by, Instant at);

  /// One notice.
  Optional<Kept> find(OrganisationId organisation, Id id);

  /// The newest first.
  ///
  /// @param before only older ones
  List<Kept> page(OrganisationId organisation, Optional<Id> before, int limit);

  /// `N7`
  record Id(long number) implements Comparable<Id> {

    /// @throws IllegalArgumentException when the number is below 1
    public Id {
      if (number < 1) {
        throw new IllegalArgumentException("number must be >= 1: " + number);
      }
    }

    /// Reads `N7`, `n7` or `7`.
    public static Parsed<Id> parse(String text) {
      String digits = text.strip().replaceFirst("^[Nn]", "");
      return digits.matches("[1-9][0-9]{0,17}")
          ? Parsed.ok(new Id(Long.parseLong(digits)))
          : Parsed.refused("customs-id", text, "A notice of customs is named like N7.");
    }

    @Override
    public int compareTo(Id other) {
      return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
      return "N" + number;
    }
  }

  /// A recordal as written down.
  record Recorded(Recordal recordal, String by, Instant at) {}

  /// A notice with the steps that were taken, oldest first.
  record Kept(Id id, Notice notice, String by, Instant at, List<Taken> steps) {

    /// Copies the list.
    public Kept {
      steps = List.copyOf(steps);
    }

    /// The first step that is such a one.
    public Optional<Taken> taken(Predicate<Step> such) {
      return steps.stream().filter(taken -> such.test(taken.step())).findFirst();
    }

    /// Who proposed to apply.
    public Optional<Taken> proposed() {
      return taken(Step.Propose.class::isInstance);
    }

    /// Who signed.
    public Optional<Taken> signed() {
      return taken(Step.Sign.class::isInstance);
    }

    /// Who declined.
    public Optional<Taken> declined() {
      return taken(Step.Decline.class::isInstance);
    }

    /// That customs holds the goods.
    public Optional<Taken> detained() {
      return taken(Step.Detained.class::isInstance);
    }
  }

  /// A step as taken.
  record Taken(Step step, String by, Instant at) {}
}
