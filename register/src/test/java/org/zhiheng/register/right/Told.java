package org.zhiheng.register.right;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;

/// A right under test: events recorded one after the other, by day.
final class Told {

  static final String OWNER = "中兴通讯股份有限公司";
  static final String BANK = "中国银行";

  private static final RightNumber NUMBER =
      Numbers.publication(Office.CN, "CN102804797B").orThrow();

  private final RightKind kind;
  private final List<Event> events = new ArrayList<>();

  private Told(RightKind kind) {
    this.kind = kind;
  }

  static Told nothing(RightKind kind) {
    return new Told(kind);
  }

  /// A patent of one owner, filed 2010-01-01, granted 2012-01-01.
  static Told granted() {
    return nothing(RightKind.INVENTION_PATENT)
        .on("2010-01-01", filed(OWNER))
        .on("2012-01-01", grant());
  }

  static Fact filed(String... applicants) {
    List<Bibliography.Named> named = new ArrayList<>();
    for (String applicant : applicants) {
      named.add(Bibliography.Named.of(Bibliography.Role.APPLICANT, applicant));
    }
    return new Fact.Filed(
        List.of(),
        Bibliography.EMPTY.then(
            new Bibliography(
                List.of(),
                List.of(),
                named,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty())));
  }

  static Fact grant() {
    return new Fact.Granted(NUMBER, Bibliography.EMPTY);
  }

  static Fact pledge(String pledgor, String number) {
    return new Fact.Pledged(pledgor, BANK, number, Optional.empty(), "CNY 1000000.00");
  }

  static Fact assignment(String from, String... to) {
    List<Fact.Share> shares = new ArrayList<>();
    for (String name : to) {
      shares.add(new Fact.Share(name, 1));
    }
    return new Fact.Assigned(from, shares, "");
  }

  static Fact licence(Fact.LicenceKind kind, String licensor, String number, String until) {
    return new Fact.Licensed(
        kind,
        licensor,
        "licensee of " + number,
        number,
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)));
  }

  Told on(String day, Fact fact) {
    events.add(event(events.size() + 1, LocalDate.parse(day), fact));
    return this;
  }

  static Event event(long id, LocalDate on, Fact fact) {
    return new Event(new EventId(id), on, fact, Source.BY_HAND, Instant.EPOCH, "test");
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  Folded folded() {
    return Right.fold(kind, Office.CN, events, SameParty.BY_NAME);
  }

  Right right() {
    return folded().right();
  }

  List<String> objections() {
    return folded().objections().stream()
        .map(problem -> problem.path() + " " + problem.code())
        .toList();
  }

  Proposal proposal(String day, Fact fact) {
    return Right.propose(
        kind, Office.CN, events, new DatedFact(LocalDate.parse(day), fact), SameParty.BY_NAME);
  }

  /// `accepted`, `accepted with …` or the codes it was refused for.
  String weighed(String day, Fact fact) {
    return switch (proposal(day, fact)) {
      case Proposal.Accepted accepted ->
          accepted.cautions().isEmpty()
              ? "accepted"
              : "accepted with " + codes(accepted.cautions());
      case Proposal.Refused refused -> codes(refused.problems());
    };
  }

  private static String codes(List<Problem> problems) {
    return String.join(" ", problems.stream().map(Problem::code).toList());
  }
}
