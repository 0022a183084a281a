package org.zhiheng.jobs.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.right.Right;
import org.zhiheng.valuation.indicator.Fact;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.values.Confidence;

/// What the register says of a patent, as facts that score indicators.
///
/// That something is not recorded is no fact: no licence, pledge, family member or invalidation in
/// the register says nothing, and the indicator stays as wide as it was.
final class RegisterFacts {

  private final RightFile file;
  private final Right right;
  private final LocalDate on;
  private final List<Fact> facts = new ArrayList<>();

  private RegisterFacts(RightFile file, LocalDate on) {
    this.file = file;
    right = file.right();
    this.on = on;
  }

  static List<Fact> of(RightFile file, Optional<Term> term, LocalDate on) {
    RegisterFacts all = new RegisterFacts(file, on);
    all.life(term);
    all.bibliography();
    all.interests();
    all.proceedings();
    return List.copyOf(all.facts);
  }

  private void life(Optional<Term> term) {
    if (right.life().inForce() || right.stage().ended()) {
      boolean lives = right.life().inForce();
      add("in-force", lives ? 1 : 0, "stage " + right.stage().code(), Confidence.SEEN);
    }
    term.ifPresent(
        known -> facts.add(new Fact("term-left-years", known.yearsLeft(), known.source())));
  }

  private void bibliography() {
    Bibliography said = right.bibliography();
    if (!said.claims().isEmpty()) {
      add("claims", said.claims().size(), "claims as published", Confidence.SEEN);
    }
    if (!said.family().isEmpty()) {
      Set<Office> offices = new HashSet<>();
      offices.add(right.office());
      said.family().forEach(number -> offices.add(number.office()));
      add("family-offices", offices.size(), "family " + first(said), Confidence.SEEN);
    }
    long subclasses =
        said.classes().stream()
            .filter(symbol -> symbol.scheme() == ClassScheme.IPC)
            .map(symbol -> symbol.symbol().substring(0, Math.min(4, symbol.symbol().length())))
            .distinct()
            .count();
    if (subclasses > 0) {
      add("ipc-subclasses", Math.toIntExact(subclasses), "classes as published", Confidence.SEEN);
    }
  }

  private static String first(Bibliography said) {
    int more = said.family().size() - 1;
    return said.family().getFirst().text() + (more == 0 ? "" : " and " + more + " more");
  }

  private void interests() {
    List<Interest> standing = right.interests().standingOn(on);
    List<Interest> licences =
        standing.stream().filter(one -> one instanceof Interest.Licence).toList();
    List<Interest> pledges =
        standing.stream().filter(one -> one instanceof Interest.Pledge).toList();
    if (!licences.isEmpty()) {
      add("licences", licences.size(), "event " + licences.getFirst().event(), Confidence.SEEN);
    }
    if (!pledges.isEmpty()) {
      add("pledges", pledges.size(), "event " + pledges.getFirst().event(), Confidence.SEEN);
    }
  }

  /// Requests to declare invalid: each is pending until a decision of a later or the same day.
  private void proceedings() {
    List<Event> requests = acts(Act.INVALIDATION_REQUESTED);
    List<Event> decisions = acts(Act.INVALIDATION_DECISION);
    if (requests.isEmpty()) {
      return;
    }
    int pending = Math.max(0, requests.size() - decisions.size());
    int survived = right.life().inForce() ? Math.min(requests.size(), decisions.size()) : 0;
    add("invalidations-pending", pending, "event " + requests.getLast().id(), Confidence.SEEN);
    if (survived > 0) {
      add("invalidations-survived", survived, "event " + decisions.getLast().id(), Confidence.SEEN);
    }
  }

  private List<Event> acts(Act act) {
    return Right.corrected(file.record().events()).stream()
        .filter(event -> !event.on().isAfter(on))
        .filter(event ->
            event.fact() instanceof org.zhiheng.register.event.Fact.Acted acted
                && acted.act() == act)
        .toList();
  }

  private void add(String name, double figure, String what, Confidence confidence) {
    facts.add(new Fact(name, figure, new Source("register: " + what, on, confidence)));
  }
}
