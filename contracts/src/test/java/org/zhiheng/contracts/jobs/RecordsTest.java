package org.zhiheng.contracts.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.party.Party;
import org.zhiheng.register.record.References;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// What is recorded, what is refused, and with which reason.
final class RecordsTest {

  private static final int THREADS = 64;

  private final Room room = new Room();

  private static Map<String, String> pledge(String pledgor, String number) {
    return Map.of("pledgor", pledgor, "pledgee", "示例银行", "record-number", number);
  }

  private static void assertRefused(Recording recording, String code) {
    assertThat(recording)
        .isInstanceOfSatisfying(
            Recording.Refused.class,
            refused -> assertThat(refused.problems()).extracting(Problem::code).contains(code));
  }

  @Test
  void recordsWhatAPersonTypedAndKeepsWhoDidIt() {
    RightId id = room.patent();

    assertThat(room.record(id, FactKind.PLEDGED, "2021-01-05", pledge("甲示例公司", "Y1")))
        .isEqualTo(new Recording.Done(id, 3, List.of()));
    assertThat(room.file(id).right().interests().all()).hasSize(1);
    AuditTrail.Entry kept =
        room.stores.trail().page(Room.ORGANISATION, Optional.empty(), 1).getFirst().entry();
    assertThat(kept)
        .isEqualTo(
            new AuditTrail.Entry(
                Room.NOW, Room.ORGANISATION, "manager", "event", "R1", "pledged 2021-01-05"));
  }

  @Test
  void changesNothingWhenTheSameIsRecordedAgain() {
    RightId id = room.patent();
    room.record(id, FactKind.PLEDGED, "2021-01-05", pledge("甲示例公司", "Y1"));

    assertThat(room.record(id, FactKind.PLEDGED, "2021-01-05", pledge("甲示例公司", "Y1")))
        .isEqualTo(new Recording.Unchanged(id));
    assertThat(room.file(id).record().version()).isEqualTo(3);
  }

  @Test
  void refusesASecondPledgeWhileOneStands() {
    RightId id = room.patent();
    room.record(id, FactKind.PLEDGED, "2021-01-05", pledge("甲示例公司", "Y1"));

    assertRefused(
        room.record(id, FactKind.PLEDGED, "2021-06-05", pledge("甲示例公司", "Y2")), "pledge-stands");
    room.record(id, FactKind.PLEDGE_RELEASED, "2021-05-01", Map.of("record-number", "Y1"));
    assertThat(room.record(id, FactKind.PLEDGED, "2021-06-05", pledge("甲示例公司", "Y2")))
        .isInstanceOf(Recording.Done.class);
  }

  @Test
  void refusesAnAssignmentByWhoDoesNotOwnIt() {
    assertRefused(
        room.record(
            room.patent(), FactKind.ASSIGNED, "2021-02-01", Map.of("from", "路人", "to", "乙示例公司")),
        "not-owner");
  }

  @Test
  void refusesAnOpenLicenceWhileAnExclusiveOneRuns() {
    RightId id = room.patent();
    room.record(
        id,
        FactKind.LICENSED,
        "2021-01-05",
        Map.of(
            "licence",
            "exclusive",
            "licensor",
            "甲示例公司",
            "licensee",
            "乙示例公司",
            "record-number",
            "X1"));

    Recording open =
        room.record(
            id,
            FactKind.LICENSED,
            "2021-03-05",
            Map.of("licence", "open", "licensor", "甲示例公司", "record-number", "X2"));

    assertThat(open)
        .isInstanceOfSatisfying(
            Recording.Refused.class,
            refused -> assertThat(refused.problems().getFirst().reason()).isNotBlank());
    assertThat(room.file(id).right().interests().all()).hasSize(1);
  }

  @Test
  void refusesWhatHappenedBeforeFilingOrHasNotHappenedYet() {
    RightId id = room.patent();

    assertRefused(
        room.record(id, FactKind.PLEDGED, "2018-09-11", pledge("甲示例公司", "Y1")), "before-filing");
    // 14 hours ahead of UTC it is the 22nd still: 08:00 plus 14 is 22:00
    assertRefused(
        room.record(id, FactKind.PLEDGED, "2026-11-23", pledge("甲示例公司", "Y1")),
        "date-out-of-range");
    assertThat(room.record(id, FactKind.PLEDGED, "2026-11-22", pledge("甲示例公司", "Y1")))
        .isInstanceOf(Recording.Done.class);
  }

  @Test
  void refusesWhenTheRightChangedSinceItWasSeen() throws IOException {
    RightId id = room.patent();
    long seen = room.file(id).record().version();
    room.record(id, FactKind.NOTED, "2021-01-05", Map.of("code", "one"));

    Recording late =
        room.records.record(
            room.manager,
            id,
            FactKind.NOTED,
            LocalDate.of(2021, 1, 6),
            Map.of("code", "two"),
            Optional.of(seen),
            Optional.empty());

    assertThat(late).isEqualTo(new Recording.Stale(seen + 1));
  }

  @Test
  void takesMergedPartiesForOneOwner() {
    RightId id = room.patent();
    Map<String, String> byFormerName = Map.of("from", "旧名公司", "to", "乙示例公司");
    assertRefused(room.record(id, FactKind.ASSIGNED, "2021-02-01", byFormerName), "not-owner");

    PartyId owner = room.party("甲示例公司");
    room.parties.addName(room.manager, owner, new Party.Name("旧名公司", Party.Form.FORMER));

    assertThat(room.record(id, FactKind.ASSIGNED, "2021-02-01", byFormerName))
        .isInstanceOf(Recording.Done.class);
    assertThat(room.file(id).right().owners()).containsExactly(new Fact.Share("乙示例公司", 1));
  }

  @Test
  void keepsADocumentWithTheEventAndBelievesItsBytesAlone() throws IOException {
    RightId id = room.patent();
    byte[] pdf = "%PDF-1.4\nend".getBytes(StandardCharsets.US_ASCII);

    // the version is the one with the document, which is an event of its own
    assertThat(room.attach(id, FactKind.CEASED, "2022-09-12", Map.of("reason", "annuity"), pdf))
        .isEqualTo(new Recording.Done(id, 4, List.of()));
    room.attach(
        id,
        FactKind.NOTED,
        "2022-09-13",
        Map.of("code", "letter"),
        "<script>".getBytes(StandardCharsets.US_ASCII));

    List<Right.Document> documents = room.file(id).right().documents();
    assertThat(documents)
        .extracting(document -> document.attached().mediaType())
        .containsExactly("application/pdf", "application/octet-stream");
    Fact.Attached first = documents.getFirst().attached();
    assertThat(first.bytes()).isEqualTo(pdf.length);
    try (java.io.InputStream content =
        room.records.document(room.viewer, id, first.digest()).orElseThrow().content()) {
      assertThat(content.readAllBytes()).isEqualTo(pdf);
    }
  }

  @Test
  void keepsNoDocumentOfAnEventThatWasRefused() throws IOException {
    RightId id = room.patent();

    assertRefused(
        room.attach(
            id, FactKind.ASSIGNED, "2021-02-01", Map.of("from", "路人", "to", "乙"), new byte[] {1}),
        "not-owner");
    assertThat(room.file(id).right().documents()).isEmpty();
  }

  @Test
  void recordsOneOfManyPledgesThatComeAtOnce() throws Exception {
    RightId id = room.patent();
    List<Callable<Recording>> calls = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String number = "Y" + i;
      calls.add(() -> room.record(id, FactKind.PLEDGED, "2021-01-05", pledge("甲示例公司", number)));
    }
    List<Recording> came = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Recording> one : threads.invokeAll(calls)) {
        came.add(one.get());
      }
    }

    assertThat(came).filteredOn(Recording.Done.class::isInstance).hasSize(1);
    assertThat(came).filteredOn(Recording.Refused.class::isInstance).hasSize(THREADS - 1);
    assertThat(room.file(id).right().interests().all()).hasSize(1);
  }

  @Test
  void findsARightThatIsEnteredTwiceUnchanged() {
    RightId id = room.patent();
    Recording again =
        room.records.enter(
            room.manager,
            RightKind.INVENTION_PATENT,
            Office.CN,
            Map.of(
                "title",
                "一种样例",
                "application-number",
                "CN201830514079.9",
                "filing-date",
                "2018-09-12",
                "applicants",
                "甲示例公司"),
            References.NONE);

    assertThat(again).isEqualTo(new Recording.Unchanged(id));
    assertThat(room.rights()).isEqualTo(1);
  }

  @Test
  void tellsAllThatAnEntryLacksAtOnce() {
    Recording entered =
        room.records.enter(
            room.manager, RightKind.MARK, Office.CN, Map.of("colour", "red"), References.NONE);

    assertThat(entered)
        .isInstanceOfSatisfying(
            Recording.Refused.class,
            refused -> {
              assertThat(refused.problems())
                  .extracting(Problem::path)
                  .containsExactly("colour", "title", "number", "filing-date", "holders");
              assertThat(refused.problems().getFirst().reason())
                  .startsWith("This kind of right has the fields title, number,");
            });
  }

  @Test
  void letsOnlyThoseRecordWhoMay() {
    RightId id = room.patent();

    assertThatThrownBy(() ->
            room.records.record(
                room.viewer,
                id,
                FactKind.NOTED,
                LocalDate.of(2021, 1, 6),
                Map.of("code", "x"),
                Optional.empty(),
                Optional.empty()))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::code)
                    .containsExactly("forbidden"));
  }

  @Test
  void showsAnotherOrganisationOnlyWhatIsShared() {
    RightId id = room.patent();
    OrganisationId other = new OrganisationId(2);
    org.zhiheng.jobs.access.Acting theirs =
        org.zhiheng.jobs.access.Acting.as(other, "somebody", org.zhiheng.jobs.access.Role.MANAGER);

    assertThat(room.records.show(theirs, id)).isEmpty();
    assertThat(room.records.meant(theirs, "CN110007813B")).isEmpty();
    room.records.share(room.manager, id, other);
    assertThat(room.records.show(theirs, id)).isPresent();
    assertThat(room.records.refer(theirs, id, References.NONE)).isFalse();
    room.records.unshare(room.manager, id, other);
    assertThat(room.records.show(theirs, id)).isEmpty();
  }
}
