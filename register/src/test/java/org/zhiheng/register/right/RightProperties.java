package org.zhiheng.register.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Fact.Share;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Digest;
import org.zhiheng.values.EventId;

final class RightProperties {

  private static final LocalDate START = LocalDate.of(2010, 1, 1);
  private static final List<String> NAMES = List.of("甲", "乙", "丙", "Acme", "ACME");

  @Seeds(300)
  void theOrderInTheListDoesNotMatter(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    List<Event> events = events(seed);
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed.number()));

    assertThat(fold(kind, shuffled)).isEqualTo(fold(kind, events));
  }

  /// Ids say when an event was recorded; where no two events share a day and a place in the order
  /// of a life, only the names of the events change with them.
  @Seeds(300)
  void whenAnEventWasRecordedDoesNotMatter(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    List<Event> events = new ArrayList<>();
    List<Event> backwards = new ArrayList<>();
    int count = seed.between(1, 12);
    for (int i = 0; i < count; i++) {
      Fact fact = fact(seed, 0);
      LocalDate on = START.plusDays(i);
      events.add(Told.event(i + 1, on, fact));
      backwards.add(Told.event(count - i, on, fact));
    }
    Right one = fold(kind, events).right();
    Right other = fold(kind, backwards).right();

    assertThat(other.life()).isEqualTo(one.life());
    assertThat(other.dates()).isEqualTo(one.dates());
    assertThat(other.owners()).isEqualTo(one.owners());
    assertThat(other.bibliography()).isEqualTo(one.bibliography());
    assertThat(other.interests().open()).hasSameSizeAs(one.interests().open());
  }

  @Seeds(300)
  void aLaterEventChangesNoEarlierDate(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    List<Event> events = events(seed);
    Right before = fold(kind, events).right();
    List<Event> more = new ArrayList<>(events);
    more.add(Told.event(events.size() + 1, START.plusYears(30), fact(seed, 0)));
    Right after = fold(kind, more).right();

    List<Function<Right.Dates, Optional<LocalDate>>> firsts =
        List.of(
            Right.Dates::filedOn,
            Right.Dates::publishedOn,
            Right.Dates::approvedOn,
            Right.Dates::grantedOn,
            Right.Dates::registeredOn);
    for (Function<Right.Dates, Optional<LocalDate>> first : firsts) {
      Optional<LocalDate> known = first.apply(before.dates());
      if (known.isPresent()) {
        assertThat(first.apply(after.dates())).isEqualTo(known);
      }
    }
  }

  @Seeds(300)
  void anEventCorrectedToItselfChangesNothing(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    List<Event> events = events(seed);
    Folded before = fold(kind, events);
    Event target = seed.oneOf(events);
    List<Event> more = new ArrayList<>(events);
    more.add(
        Told.event(
            events.size() + 1,
            START.plusYears(30),
            new Fact.Corrected(target.id(), Optional.of(target.fact()), "read again")));

    assertThat(fold(kind, more)).isEqualTo(before);
  }

  @Seeds(300)
  void anEventTakenBackWasNeverThere(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    List<Event> events = events(seed);
    Event extra = Told.event(events.size() + 1, START.plusDays(seed.between(0, 40)), fact(seed, 0));
    List<Event> more = new ArrayList<>(events);
    more.add(extra);
    more.add(
        Told.event(
            events.size() + 2,
            START.plusYears(30),
            new Fact.Corrected(extra.id(), Optional.empty(), "another right's")));

    assertThat(fold(kind, more)).isEqualTo(fold(kind, events));
  }

  @Seeds(300)
  void whatIsAcceptedBringsNoObjection(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      DatedFact next =
          new DatedFact(START.plusDays(seed.between(0, 400)), fact(seed, events.size()));
      Proposal proposal = Right.propose(kind, Office.CN, events, next, SameParty.BY_NAME);
      switch (proposal) {
        case Proposal.Accepted accepted -> {
          events.add(Told.event(events.size() + 1, next.on(), next.fact()));
          assertThat(fold(kind, events)).isEqualTo(accepted.folded());
        }
        case Proposal.Refused refused -> assertThat(refused.problems()).isNotEmpty();
      }
    }
    assertThat(fold(kind, events).objections()).isEmpty();
  }

  private static Folded fold(RightKind kind, List<Event> events) {
    return Right.fold(kind, Office.CN, events, SameParty.BY_NAME);
  }

  private static List<Event> events(Seed seed) {
    List<Event> events = new ArrayList<>();
    int count = seed.between(1, 15);
    for (int i = 0; i < count; i++) {
      events.add(Told.event(i + 1, START.plusDays(seed.between(0, 40)), fact(seed, 0)));
    }
    return events;
  }

  /// Any fact; corrections among them only where there are events to correct.
  private static Fact fact(Seed seed, int events) {
    String name = seed.oneOf(NAMES);
    String record = seed.oneOf(List.of("", "1", "2"));
    Optional<LocalDate> until =
        seed.chance(0.5) ? Optional.empty() : Optional.of(START.plusDays(seed.between(-5, 2_000)));
    return switch (seed.between(0, events > 0 ? 29 : 28)) {
      case 0 -> Told.filed(name, seed.oneOf(NAMES));
      case 1 ->
          new Fact.Published(
              Numbers.publication(Office.CN, "CN102804797A").orThrow(),
              Bibliography.EMPTY.withTitle("zh", name));
      case 2 -> new Fact.ExaminationBegun();
      case 3 -> new Fact.PreliminarilyApproved(List.of(), Bibliography.EMPTY);
      case 4 -> Told.grant();
      case 5 -> new Fact.Registered(List.of(), until, Bibliography.EMPTY);
      case 6 -> new Fact.Refused("");
      case 7 -> new Fact.Withdrawn();
      case 8 -> new Fact.DeemedWithdrawn("");
      case 9 -> new Fact.Abandoned();
      case 10 -> new Fact.Ceased("");
      case 11 -> new Fact.Expired();
      case 12 -> new Fact.Renewed(START.plusDays(seed.between(-5, 2_000)));
      case 13 -> new Fact.Restored();
      case 14 -> new Fact.Invalidated(seed.chance(0.5) ? List.of() : List.of(record + "c"));
      case 15 -> new Fact.Cancelled(seed.chance(0.5) ? List.of() : List.of(record + "g"), "");
      case 16 -> new Fact.Suspended("");
      case 17 -> new Fact.Resumed();
      case 18 -> new Fact.OwnersRecorded(List.of(new Share(name, seed.between(1, 9))));
      case 19 -> new Fact.Assigned(name, List.of(new Share(seed.oneOf(NAMES), 2)), record);
      case 20 -> new Fact.Pledged(name, "bank", record, until, "");
      case 21 -> new Fact.PledgeReleased(record);
      case 22 ->
          new Fact.Licensed(
              seed.oneOf(List.of(Fact.LicenceKind.values())),
              name,
              seed.oneOf(NAMES),
              record,
              until);
      case 23 -> new Fact.LicenceEnded(record);
      case 24 -> new Fact.Preserved("court", record, until);
      case 25 -> new Fact.PreservationLifted(record);
      case 26 -> new Fact.Described(List.of(), Bibliography.EMPTY.withTitle("en", name));
      case 27 ->
          seed.chance(0.5)
              ? new Fact.Noted("code", name)
              : new Fact.Attached(Digest.of(new byte[] {1}), name, "text/plain", 1);
      default -> new Fact.Corrected(new EventId(seed.between(1, events + 2)), Optional.empty(), "");
    };
  }
}
