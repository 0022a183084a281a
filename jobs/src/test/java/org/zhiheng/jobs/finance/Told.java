package org.zhiheng.jobs.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.jobs.administer.Docketing;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Digest;
import org.zhiheng.values.EventId;

/// The events of one right, told line by line, and what the gate says of it.
final class Told {

  static final String OWNER = "甲示例公司";
  static final String PARTNER = "丙示例公司";

  private static final Deadlines DEADLINES = Deadlines.load();
  private static final Docketing DOCKETING =
      Docketing.of(DEADLINES.book(), DEADLINES.calendar().zone());
  private static final RightNumber NUMBER =
      new RightNumber(Office.CN, NumberType.PUBLICATION, "CN1", "CN1");

  final RightKind kind;
  final List<DatedFact> facts = new ArrayList<>();
  Optional<Reservation> reservation = Optional.empty();
  boolean heldByOthers;
  List<Dossier.Twin> twins = List.of();
  String recorded = "2026-07-01";
  Office office = Office.CN;

  Told(RightKind kind) {
    this.kind = kind;
  }

  /// An invention of one owner, filed 2024-03-01, granted 2026-06-02, that owes nothing yet: the
  /// first annuity after the grant is that of year 4, due by 2027-03-01.
  static Told granted() {
    return new Told(RightKind.INVENTION_PATENT).filed("2024-03-01").granted("2026-06-02");
  }

  /// The same with all papers of 2026-11-16, and nothing in the way.
  static Told clean() {
    Told told = granted();
    for (TitlePaper paper : TitlePaper.values()) {
      told.paper("2026-11-16", paper);
    }
    return told;
  }

  Told event(String on, Fact fact) {
    facts.add(new DatedFact(LocalDate.parse(on), fact));
    return this;
  }

  private static Bibliography names() {
    return new Bibliography(
        List.of(new Bibliography.Text("zh", "一种装置")),
        List.of(),
        List.of(Bibliography.Named.of(Bibliography.Role.APPLICANT, OWNER)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  Told filed(String on) {
    return event(on, new Fact.Filed(List.of(), names()));
  }

  Told granted(String on) {
    return event(on, new Fact.Granted(NUMBER, names()));
  }

  Told paper(String on, TitlePaper paper) {
    Digest digest =
        Digest.of((paper.code() + on).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    event(on, new Fact.Attached(digest, paper.code() + ".pdf", "application/pdf", 9));
    return event(on, new Fact.Noted(paper.code(), "sha256:" + digest.hex()));
  }

  Told without(TitlePaper paper) {
    facts.removeIf(
        one -> one.fact() instanceof Fact.Noted noted && noted.code().equals(paper.code()));
    return this;
  }

  Told act(String on, Act act, String concerns) {
    return event(on, new Fact.Acted(act, Optional.empty(), Optional.empty(), concerns, ""));
  }

  Told pledged(String on) {
    return event(
        on,
        new Fact.Pledged(
            OWNER, "乙银行", "Y2026-1", Optional.of(LocalDate.of(2027, 11, 30)), "CNY 5000000.00"));
  }

  Told licensed(String on, Fact.LicenceKind licence) {
    return event(on, new Fact.Licensed(licence, OWNER, "丁示例公司", "X-" + licence, Optional.empty()));
  }

  /// What the gate says on 2026-11-22 of a debt until 2029-11-22.
  TitleCheck check() {
    return check(
        new TitleQuestion(
            List.of(), Optional.of(LocalDate.of(2029, 11, 22)), LocalDate.of(2026, 11, 22), 30));
  }

  TitleCheck check(TitleQuestion question) {
    return TitleGate.check(dossier(question, facts), question).orThrow();
  }

  /// The same, recorded in another order.
  TitleCheck shuffled(long seed) {
    List<DatedFact> mixed = new ArrayList<>(facts);
    Collections.shuffle(mixed, new Random(seed));
    TitleQuestion question =
        new TitleQuestion(
            List.of(), Optional.of(LocalDate.of(2029, 11, 22)), LocalDate.of(2026, 11, 22), 30);
    return TitleGate.check(dossier(question, mixed), question).orThrow();
  }

  Finding of(PledgeGround ground) {
    return check().of(ground);
  }

  Dossier dossier(TitleQuestion question, List<DatedFact> order) {
    List<Event> events =
        IntStream.range(0, order.size())
            .mapToObj(at ->
                new Event(
                    new EventId(at + 1L),
                    order.get(at).on(),
                    order.get(at).fact(),
                    Source.BY_HAND,
                    Instant.parse(recorded + "T04:00:00Z"),
                    "test"))
            .toList();
    return new Dossier(
        kind,
        office,
        events,
        SameParty.BY_NAME,
        DOCKETING.of(
            kind, office, events, DEADLINES.knownOn(question.on()), Map.of(), question.on()),
        reservation,
        heldByOthers,
        twins,
        events.stream().collect(Collectors.toMap(Event::id, event -> event.id().number() + 100)));
  }
}
