package org.zhiheng.jobs.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.EventId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

final class RegisterFactsTest {

  private static final LocalDate ON = LocalDate.of(2026, 9, 12);

  private final List<Event> events = new ArrayList<>();

  private RegisterFactsTest() {
    event("2023-09-12", new Fact.Filed(List.of(), Bibliography.EMPTY));
    event("2025-06-03", new Fact.Granted(number(Office.CN, "CN1"), Bibliography.EMPTY));
  }

  private static RightNumber number(Office office, String text) {
    return new RightNumber(office, NumberType.PUBLICATION, text, text);
  }

  private void event(String on, Fact fact) {
    events.add(
        new Event(
            new EventId(events.size() + 1L),
            LocalDate.parse(on),
            fact,
            Source.BY_HAND,
            Instant.EPOCH,
            "test"));
  }

  private void act(String on, Act act) {
    event(on, new Fact.Acted(act, Optional.empty(), Optional.empty(), "", ""));
  }

  private List<org.zhiheng.valuation.indicator.Fact> facts() {
    RightRecord kept =
        new RightRecord(
            new RightId(1),
            new OrganisationId(1),
            1,
            RightKind.INVENTION_PATENT,
            Office.CN,
            List.of(),
            References.NONE,
            events);
    return RegisterFacts.of(
        new RightFile(
            kept, Right.fold(RightKind.INVENTION_PATENT, Office.CN, events, SameParty.BY_NAME)),
        Optional.empty(),
        ON);
  }

  @Test
  void whatIsNotRecordedIsNoFact() {
    assertThat(facts())
        .extracting(org.zhiheng.valuation.indicator.Fact::name)
        .containsExactly("in-force");
  }

  @Test
  void countsWhatIsRecordedWithItsEvent() {
    Bibliography said =
        new Bibliography(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(number(Office.US, "US1"), number(Office.US, "US2"), number(Office.EP, "EP1")),
            List.of("1. 一种装置", "2. 根据权利要求1所述的装置"),
            Optional.empty());
    event("2025-07-01", new Fact.Described(List.of(), said));
    event(
        "2025-08-01",
        new Fact.Licensed(Fact.LicenceKind.ORDINARY, "甲", "乙", "X1", Optional.empty()));
    act("2025-09-01", Act.INVALIDATION_REQUESTED);
    act("2026-03-01", Act.INVALIDATION_DECISION);
    act("2026-05-01", Act.INVALIDATION_REQUESTED);
    act("2026-12-01", Act.INVALIDATION_DECISION);
    assertThat(facts())
        .extracting(
            org.zhiheng.valuation.indicator.Fact::name,
            org.zhiheng.valuation.indicator.Fact::figure,
            fact -> fact.source().what())
        .containsExactly(
            tuple("in-force", 1.0, "register: stage granted"),
            tuple("claims", 2.0, "register: claims as published"),
            tuple("family-offices", 3.0, "register: family US1 and 2 more"),
            tuple("licences", 1.0, "register: event E4"),
            tuple("invalidations-pending", 1.0, "register: event E7"),
            tuple("invalidations-survived", 1.0, "register: event E6"));
  }
}
