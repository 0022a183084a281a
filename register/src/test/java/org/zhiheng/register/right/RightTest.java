package org.zhiheng.register.right;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Digest;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;

final class RightTest {

  private static final RightNumber A = Numbers.publication(Office.CN, "CN102804797A").orThrow();
  private static final RightNumber B = Numbers.publication(Office.CN, "CN102804797B").orThrow();
  private static final RightNumber APPLICATION =
      Numbers.application(Office.CN, "201010298420.4").orThrow();

  @Test
  void laysOneNoticeOverTheOther() {
    Right right =
        Told.nothing(RightKind.INVENTION_PATENT)
            .on(
                "2010-10-02",
                new Fact.Filed(
                    List.of(APPLICATION), Bibliography.EMPTY.withTitle("zh", "working title")))
            .on("2011-01-12", new Fact.Published(A, Bibliography.EMPTY.withTitle("zh", "耳机")))
            .on("2019-08-02", new Fact.Granted(B, Bibliography.EMPTY))
            .right();

    assertThat(right.numbers()).containsExactly(APPLICATION, A, B);
    assertThat(right.bibliography().titles()).containsExactly(new Bibliography.Text("zh", "耳机"));
    assertThat(right.stage()).isEqualTo(LifeStage.GRANTED);
    assertThat(right.dates())
        .isEqualTo(
            new Right.Dates(
                Optional.of(LocalDate.of(2010, 10, 2)),
                Optional.of(LocalDate.of(2011, 1, 12)),
                Optional.empty(),
                Optional.of(LocalDate.of(2019, 8, 2)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void takesEventsByTheirDatesAndNotAsRecorded() {
    Told told =
        Told.nothing(RightKind.INVENTION_PATENT)
            .on("2019-01-01", new Fact.Ceased("annuity"))
            .on("2012-01-01", Told.grant())
            .on("2010-01-01", Told.filed(Told.OWNER));

    assertThat(told.objections()).isEmpty();
    assertThat(told.right().stage()).isEqualTo(LifeStage.CEASED);
    assertThat(told.right().dates().endedOn()).contains(LocalDate.of(2019, 1, 1));
  }

  @Test
  void takesEventsOfOneDayInTheOrderOfALife() {
    Told told =
        Told.nothing(RightKind.UTILITY_MODEL)
            .on("2019-07-12", Told.pledge(Told.OWNER, "Y1"))
            .on("2019-07-12", Told.grant())
            .on("2019-07-12", Told.filed(Told.OWNER));

    assertThat(told.objections()).isEmpty();
  }

  @Test
  void anIllegalMoveIsReportedAndLeavesTheLife() {
    Told told = Told.granted().on("2013-01-01", new Fact.Renewed(LocalDate.of(2040, 1, 1)));

    assertThat(told.objections()).containsExactly("E3 illegal-move");
    assertThat(told.right().stage()).isEqualTo(LifeStage.GRANTED);
    assertThat(told.right().dates().until()).isEmpty();
  }

  @Test
  void nothingHappensBeforeFiling() {
    assertThat(Told.granted().weighed("2009-12-31", Told.pledge(Told.OWNER, "Y1")))
        .contains("before-filing");
    assertThat(Told.granted().weighed("2011-01-01", Told.filed(Told.OWNER)))
        .isEqualTo("filed-twice");
    // what describes may be older
    assertThat(Told.granted().weighed("2009-12-31", new Fact.Noted("priority", "")))
        .isEqualTo("accepted");
  }

  @Test
  void aTermDoesNotEndBeforeTheFiling() {
    Told mark = Told.nothing(RightKind.MARK).on("2015-01-01", Told.filed(Told.OWNER));

    assertThat(
            mark.weighed(
                "2016-01-01",
                new Fact.Registered(
                    List.of(), Optional.of(LocalDate.of(2014, 1, 1)), Bibliography.EMPTY)))
        .isEqualTo("term-before-start");
  }

  @Test
  void aCorrectionReplacesOrRemovesAtItsOwnDate() {
    Told told =
        Told.granted()
            .on("2013-01-01", new Fact.Ceased("annuity"))
            .on(
                "2014-01-01",
                new Fact.Corrected(new EventId(3), Optional.of(new Fact.Expired()), "misread"));

    assertThat(told.right().stage()).isEqualTo(LifeStage.EXPIRED);
    assertThat(told.right().dates().endedOn()).contains(LocalDate.of(2013, 1, 1));

    told.on("2014-02-01", new Fact.Corrected(new EventId(3), Optional.empty(), "another patent"));
    assertThat(told.right().stage()).isEqualTo(LifeStage.GRANTED);
    assertThat(told.right().dates().endedOn()).isEmpty();
  }

  @Test
  void aCorrectionThatCorrectsNothingIsRefused() {
    Fact none = new Fact.Corrected(new EventId(9), Optional.empty(), "");
    Fact first = new Fact.Corrected(new EventId(2), Optional.of(Told.grant()), "");
    Told told = Told.granted().on("2014-01-01", first);

    assertThat(told.weighed("2014-01-02", none)).isEqualTo("correction-unknown");
    assertThat(told.weighed("2014-01-02", new Fact.Corrected(new EventId(3), Optional.empty(), "")))
        .isEqualTo("correction-of-correction");
    assertThat(
            told.weighed("2014-01-02", new Fact.Corrected(new EventId(2), Optional.of(first), "")))
        .isEqualTo("correction-nested");
  }

  @Test
  void aProposalIsWeighedAgainstWhatHappenedLaterToo() {
    Told told = Told.granted().on("2015-01-01", Told.pledge(Told.OWNER, "Y1"));

    assertThat(told.proposal("2014-01-01", new Fact.Ceased("annuity")))
        .isInstanceOfSatisfying(
            Proposal.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::path, Problem::code)
                    .containsExactly(
                        org.assertj.core.api.Assertions.tuple("E3", "right-not-in-force")));
  }

  @Test
  void whatWasObjectedToBeforeDoesNotHinderTheNextEvent() {
    Told told = Told.granted().on("2013-01-01", new Fact.Renewed(LocalDate.of(2040, 1, 1)));

    assertThat(told.weighed("2014-01-01", new Fact.Ceased("annuity"))).isEqualTo("accepted");
  }

  /// The objection to the second pledge names the first one's pledgee, so its words change.
  @Test
  void aCorrectionThatOnlyChangesTheWordsOfAnObjectionIsAccepted() {
    Told told =
        Told.granted()
            .on("2013-01-01", Told.pledge(Told.OWNER, "Y1"))
            .on("2014-01-01", Told.pledge(Told.OWNER, "Y2"));
    Fact otherPledgee = new Fact.Pledged(Told.OWNER, "工商银行", "Y1", Optional.empty(), "");

    assertThat(
            told.weighed(
                "2015-01-01",
                new Fact.Corrected(new EventId(3), Optional.of(otherPledgee), "misread")))
        .isEqualTo("accepted");
  }

  @Test
  void keepsDocumentsAndNotes() {
    Fact.Attached letter =
        new Fact.Attached(Digest.of(new byte[] {1}), "notice.pdf", "application/pdf", 1);
    Fact.Noted note = new Fact.Noted("PGFP", "annual fee paid");

    Right right = Told.granted().on("2013-01-01", letter).on("2013-01-02", note).right();

    assertThat(right.documents())
        .containsExactly(new Right.Document(new EventId(3), LocalDate.of(2013, 1, 1), letter));
    assertThat(right.notes())
        .containsExactly(new Right.Note(new EventId(4), LocalDate.of(2013, 1, 2), note));
  }
}
