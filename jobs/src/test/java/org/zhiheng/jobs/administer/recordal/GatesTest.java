package org.zhiheng.jobs.administer.recordal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.jobs.administer.recordal.Gate.Name;
import org.zhiheng.jobs.administer.recordal.Gate.Outcome;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.right.Right;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.EventId;
import org.zhiheng.values.RightId;

final class GatesTest {

  private static final RightId ID = new RightId(7);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final RightNumber NUMBER =
      new RightNumber(Office.CN, NumberType.PUBLICATION, "CN1", "CN1");
  private static final String OWNER = "甲公司";
  private static final String OTHER = "丙大学";

  private static Gates.Found found(RightKind kind, Fact... facts) {
    List<Event> events = new ArrayList<>();
    for (Fact fact : facts) {
      events.add(
          new Event(
              new EventId(events.size() + 1L),
              LocalDate.of(2025, 1, 2).plusDays(events.size()),
              fact,
              Source.BY_HAND,
              Instant.parse("2026-01-02T00:00:00Z"),
              "test"));
    }
    return new Gates.Found(ID, Right.fold(kind, Office.CN, events, SameParty.BY_NAME).right());
  }

  private static final Fact GRANTED = new Fact.Granted(NUMBER, Bibliography.EMPTY);
  private static final Fact OWNED = new Fact.OwnersRecorded(List.of(new Fact.Share(OWNER, 1)));
  private static final Fact OWNED_TOGETHER =
      new Fact.OwnersRecorded(List.of(new Fact.Share(OWNER, 1), new Fact.Share(OTHER, 1)));
  private static final Fact PRESERVED = new Fact.Preserved("北京知识产权法院", "P1", Optional.empty());

  private static Request request(RecordalKind kind, String to, List<String> signed) {
    return new Request(
        kind, List.of(ID), DAY, OWNER, to, "CN", "CN", signed, List.of(), false, Optional.empty());
  }

  private static Request plain(RecordalKind kind) {
    return request(kind, "乙公司", List.of(OWNER, "乙公司"));
  }

  private static Outcome outcome(Name name, Request request, Gates.Found found) {
    return Gates.of(request, List.of(found), Optional.empty()).stream()
        .filter(gate -> gate.name() == name)
        .map(Gate::outcome)
        .reduce((one, other) -> one.compareTo(other) >= 0 ? one : other)
        .orElseThrow(() -> new AssertionError("no gate " + name));
  }

  private static List<Name> names(Request request, Gates.Found found) {
    return Gates.of(request, List.of(found), Optional.empty()).stream().map(Gate::name).toList();
  }

  @Test
  void aPlainAssignmentPasses() {
    List<Gate> gates =
        Gates.of(
            plain(RecordalKind.ASSIGNMENT),
            List.of(found(RightKind.INVENTION_PATENT, GRANTED, OWNED)),
            Optional.empty());
    assertThat(gates)
        .extracting(Gate::name)
        .containsExactly(Name.SIGNATURES, Name.TITLE, Name.STANDING);
    assertThat(Gate.verdict(gates)).isEqualTo(Outcome.PASSED);
  }

  @Test
  void bothSidesSign() {
    Gates.Found found = found(RightKind.INVENTION_PATENT, GRANTED, OWNED);
    assertThat(
            outcome(
                Name.SIGNATURES, request(RecordalKind.ASSIGNMENT, "乙公司", List.of(OWNER)), found))
        .isEqualTo(Outcome.STOPPED);
    assertThat(
            outcome(Name.SIGNATURES, request(RecordalKind.ASSIGNMENT, "", List.of(OWNER)), found))
        .isEqualTo(Outcome.STOPPED);
    assertThat(outcome(Name.SIGNATURES, request(RecordalKind.CHANGE, "", List.of(OWNER)), found))
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void whatTheRegisterDoesNotTellIsNoPass() {
    Gates.Found nothing = found(RightKind.INVENTION_PATENT);
    assertThat(outcome(Name.TITLE, plain(RecordalKind.ASSIGNMENT), nothing))
        .isEqualTo(Outcome.NO_SOURCE);
    assertThat(outcome(Name.STANDING, plain(RecordalKind.ASSIGNMENT), nothing))
        .isEqualTo(Outcome.NO_SOURCE);
    assertThat(
            outcome(
                Name.CO_ASSIGNMENT, plain(RecordalKind.ASSIGNMENT), found(RightKind.MARK, OWNED)))
        .isEqualTo(Outcome.NO_SOURCE);
  }

  @Test
  void onlyTheOwnerOnRecordDisposes() {
    assertThat(
            outcome(
                Name.TITLE,
                plain(RecordalKind.ASSIGNMENT),
                found(
                    RightKind.INVENTION_PATENT,
                    GRANTED,
                    new Fact.OwnersRecorded(List.of(new Fact.Share(OTHER, 1))))))
        .isEqualTo(Outcome.STOPPED);
  }

  @Test
  void whatEndedOrIsHeldDoesNotMove() {
    for (Fact fact : List.of(new Fact.Ceased(""), new Fact.Suspended("权属纠纷"), PRESERVED)) {
      assertThat(
              outcome(
                  Name.STANDING,
                  plain(RecordalKind.ASSIGNMENT),
                  found(RightKind.INVENTION_PATENT, GRANTED, OWNED, fact)))
          .as(fact.toString())
          .isEqualTo(Outcome.STOPPED);
    }
    assertThat(
            outcome(
                Name.STANDING,
                plain(RecordalKind.PLEDGE),
                found(
                    RightKind.INVENTION_PATENT,
                    new Fact.Filed(List.of(NUMBER), Bibliography.EMPTY),
                    OWNED)))
        .isEqualTo(Outcome.STOPPED);
  }

  @Test
  void coOwnersAgree() {
    Gates.Found found = found(RightKind.INVENTION_PATENT, GRANTED, OWNED_TOGETHER);
    Request silent = plain(RecordalKind.ASSIGNMENT);
    assertThat(outcome(Name.CO_OWNERS, silent, found)).isEqualTo(Outcome.STOPPED);
    Request agreed =
        new Request(
            silent.kind(),
            silent.rights(),
            DAY,
            OWNER,
            silent.to(),
            "CN",
            "CN",
            silent.signed(),
            List.of(OTHER),
            false,
            Optional.empty());
    assertThat(outcome(Name.CO_OWNERS, agreed, found)).isEqualTo(Outcome.PASSED);
    assertThat(names(plain(RecordalKind.CHANGE), found)).doesNotContain(Name.CO_OWNERS);
  }

  @Test
  void whatIsPledgedMovesWithThePledgeeAndIsNotPledgedAgain() {
    Gates.Found found =
        found(
            RightKind.INVENTION_PATENT,
            GRANTED,
            OWNED,
            new Fact.Pledged(OWNER, "某银行", "Z1", Optional.empty(), ""));
    assertThat(outcome(Name.PLEDGEE, plain(RecordalKind.ASSIGNMENT), found))
        .isEqualTo(Outcome.STOPPED);
    assertThat(
            outcome(
                Name.PLEDGEE,
                request(RecordalKind.ASSIGNMENT, "乙公司", List.of(OWNER, "乙公司", "某银行")),
                found))
        .isEqualTo(Outcome.PASSED);
    assertThat(
            outcome(
                Name.PLEDGEE,
                request(RecordalKind.PLEDGE, "乙公司", List.of(OWNER, "乙公司", "某银行")),
                found))
        .isEqualTo(Outcome.STOPPED);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', STOPPED",
    "BARRED, 1, STOPPED",
    "LIMITED, '', STOPPED",
    "LIMITED, 许可7, PASSED",
    "FREE, '', STOPPED",
    "FREE, 登记7, PASSED",
  })
  void technologyLeavesWithItsPaper(String technology, String number, Outcome expected) {
    assertThat(
            outcome(
                Name.EXPORT,
                leaving("NL", technology, number),
                found(RightKind.UTILITY_MODEL, GRANTED, OWNED)))
        .isEqualTo(expected);
  }

  private static Request leaving(String country, String technology, String number) {
    return new Request(
        RecordalKind.ASSIGNMENT,
        List.of(ID),
        DAY,
        OWNER,
        "Beta B.V.",
        "CN",
        country,
        List.of(OWNER, "Beta B.V."),
        List.of(),
        false,
        technology.isEmpty()
            ? Optional.empty()
            : Optional.of(new Request.Export(Request.Technology.valueOf(technology), number)));
  }

  @Test
  void onlyTechnologyThatLeavesIsAskedFor() {
    assertThat(names(leaving("NL", "", ""), found(RightKind.DESIGN, GRANTED, OWNED)))
        .doesNotContain(Name.EXPORT);
    assertThat(names(leaving("CN", "", ""), found(RightKind.INVENTION_PATENT, GRANTED, OWNED)))
        .doesNotContain(Name.EXPORT);
  }

  /// What holds a right back never makes a request better, and one more signature or consent never
  /// makes it worse.
  @Seeds(300)
  void burdensOnlyHoldBackAndConsentsOnlyHelp(Seed seed) {
    List<Fact> facts = new ArrayList<>();
    if (seed.chance(.8)) {
      facts.add(GRANTED);
    }
    if (seed.chance(.8)) {
      facts.add(seed.chance(.5) ? OWNED : OWNED_TOGETHER);
    }
    RightKind kind = seed.oneOf(List.of(RightKind.INVENTION_PATENT, RightKind.DESIGN));
    RecordalKind what = seed.oneOf(Arrays.asList(RecordalKind.values()));
    List<String> signed = new ArrayList<>();
    for (String name : List.of(OWNER, "乙公司", OTHER)) {
      if (seed.chance(.5)) {
        signed.add(name);
      }
    }
    Outcome before = verdict(request(what, "乙公司", signed), kind, facts);
    List<Fact> burdened = new ArrayList<>(facts);
    burdened.add(seed.oneOf(List.of(PRESERVED, new Fact.Ceased(""))));
    assertThat(verdict(request(what, "乙公司", signed), kind, burdened))
        .isGreaterThanOrEqualTo(before);
    List<String> more = new ArrayList<>(signed);
    more.add(seed.oneOf(List.of(OWNER, "乙公司", OTHER)));
    assertThat(verdict(request(what, "乙公司", more), kind, facts)).isLessThanOrEqualTo(before);
  }

  private static Outcome verdict(Request request, RightKind kind, List<Fact> facts) {
    return Gate.verdict(
        Gates.of(request, List.of(found(kind, facts.toArray(Fact[]::new))), Optional.empty()));
  }
}
