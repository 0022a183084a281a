package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Term;

/// What is asked of a rule.
///
/// @param rule its id
/// @param event the day the act is dated or issued
/// @param service how the document goes; empty when nobody said
/// @param entered the proved day on which it reached the party
/// @param facts special cases that hold, such as `design`
/// @param extension by how much the term was extended
public record Question(
    String rule,
    LocalDate event,
    Optional<Service> service,
    Optional<LocalDate> entered,
    Set<String> facts,
    Optional<Term> extension) {

  /// Holds the set unchangeable.
  public Question {
    facts = Set.copyOf(facts);
  }

  /// Nothing told but rule and event.
  public static Question of(String rule, LocalDate event) {
    return new Question(
        rule, event, Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
  }

  /// The same, served this way.
  public Question served(Service way) {
    return new Question(rule, event, Optional.of(way), entered, facts, extension);
  }

  /// The same, with the proved day of arrival.
  public Question enteredOn(LocalDate day) {
    return new Question(rule, event, service, Optional.of(day), facts, extension);
  }

  /// The same, in this special case.
  public Question in(Set<String> cases) {
    return new Question(rule, event, service, entered, cases, extension);
  }

  /// The same, extended.
  public Question extendedBy(Term term) {
    return new Question(rule, event, service, entered, facts, Optional.of(term));
  }
}
