package org.zhiheng.register.right;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;

/// Folds the events of one right, and tries one more.
///
/// @param kind of the right
/// @param office of the right
/// @param same decides which names are one party's
record Folding(RightKind kind, Office office, SameParty same) {

  /// What the events come to.
  Folded fold(List<Event> events) {
    Corrections corrections = new Corrections(events);
    List<Event> applied = corrections.applied(events);
    Optional<LocalDate> filedOn =
        applied.stream()
            .filter(event -> event.fact() instanceof Fact.Filed)
            .map(Event::on)
            .min(Comparator.naturalOrder());
    Telling telling = new Telling(kind, office, same, filedOn);
    applied.forEach(telling::take);
    return telling.folded(corrections.objections());
  }

  /// Whether the fact may be recorded after these events.
  Proposal propose(List<Event> events, DatedFact proposed) {
    EventId id =
        new EventId(events.stream().mapToLong(event -> event.id().number()).max().orElse(0) + 1);
    Event event =
        new Event(id, proposed.on(), proposed.fact(), Source.BY_HAND, Instant.EPOCH, "proposed");
    List<Event> more = new ArrayList<>(events);
    more.add(event);
    Folded before = fold(events);
    Folded after = fold(more);
    List<Problem> objections = added(before.objections(), after.objections(), id);
    return objections.isEmpty()
        ? new Proposal.Accepted(after, added(before.cautions(), after.cautions(), id))
        : new Proposal.Refused(objections);
  }

  /// The holders, or where there are none the applicants, with equal parts.
  static List<Fact.Share> applicants(Bibliography bibliography) {
    List<Fact.Share> holders = named(bibliography, Bibliography.Role.HOLDER);
    return holders.isEmpty() ? named(bibliography, Bibliography.Role.APPLICANT) : holders;
  }

  private static List<Fact.Share> named(Bibliography bibliography, Bibliography.Role role) {
    return bibliography.named().stream()
        .filter(named -> named.role() == role && !named.name().isBlank())
        .map(named -> new Fact.Share(named.name(), 1))
        .distinct()
        .toList();
  }

  /// The problems of a code and an event that were not there before, whatever their words; those of
  /// the proposed event lose its id, which is not given yet.
  private static List<Problem> added(List<Problem> before, List<Problem> after, EventId proposed) {
    List<Problem> added = new ArrayList<>(after);
    for (Problem known : before) {
      added.stream().filter(problem -> alike(known, problem)).findFirst().ifPresent(added::remove);
    }
    return added.stream()
        .map(problem -> problem.path().equals(proposed.toString()) ? problem.at("") : problem)
        .toList();
  }

  private static boolean alike(Problem one, Problem other) {
    return one.code().equals(other.code()) && one.path().equals(other.path());
  }
}
