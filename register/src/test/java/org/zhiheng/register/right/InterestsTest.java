package org.zhiheng.register.right;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiheng.register.event.Fact.LicenceKind.EXCLUSIVE;
import static org.zhiheng.register.event.Fact.LicenceKind.OPEN;
import static org.zhiheng.register.event.Fact.LicenceKind.ORDINARY;
import static org.zhiheng.register.event.Fact.LicenceKind.SOLE;
import static org.zhiheng.register.right.Told.OWNER;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Fact.Share;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.kind.RightKind;

final class InterestsTest {

  private static final String BUYER = "华为技术有限公司";

  @Test
  void theApplicantsOwnInEqualPartsUntilOwnersAreRecorded() {
    Told told =
        Told.nothing(RightKind.DESIGN)
            .on("2010-01-01", Told.filed("甲", "乙"))
            .on("2011-01-01", Told.grant());
    assertThat(told.right().owners()).containsExactly(new Share("甲", 1), new Share("乙", 1));

    told.on("2012-01-01", new Fact.OwnersRecorded(List.of(new Share("甲", 3), new Share("丙", 1))));
    assertThat(told.right().owners()).containsExactly(new Share("甲", 3), new Share("丙", 1));
  }

  /// A holds 3 of 4 and passes it on to C and D in equal parts: 3/8 each, B keeps 1/4 = 2/8.
  @Test
  void anAssignmentPassesOnTheShareOfWhoAssigns() {
    Told told =
        Told.granted()
            .on(
                "2012-02-01",
                new Fact.OwnersRecorded(List.of(new Share("A", 3), new Share("B", 1))))
            .on("2013-01-01", Told.assignment("a", "C", "D"));

    assertThat(told.right().owners())
        .containsExactly(new Share("B", 2), new Share("C", 3), new Share("D", 3));
    assertThat(told.right().interests().all())
        .extracting(Interest::from, Interest::endedOn)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                LocalDate.of(2012, 2, 1), Optional.of(LocalDate.of(2013, 1, 1))),
            org.assertj.core.api.Assertions.tuple(LocalDate.of(2013, 1, 1), Optional.empty()));
  }

  @Test
  void onlyAnOwnerAssignsPledgesAndLicenses() {
    assertThat(Told.granted().weighed("2013-01-01", Told.assignment(BUYER, "C")))
        .isEqualTo("not-owner");
    assertThat(Told.granted().weighed("2013-01-01", Told.pledge(BUYER, "Y1")))
        .isEqualTo("not-owner");
    assertThat(Told.granted().weighed("2013-01-01", Told.licence(ORDINARY, BUYER, "L1", "")))
        .isEqualTo("not-owner");
  }

  @Test
  void whereNoOwnerIsKnownNobodyIsRefused() {
    Told told = Told.nothing(RightKind.INVENTION_PATENT).on("2012-01-01", Told.grant());

    assertThat(told.weighed("2013-01-01", Told.assignment(BUYER, "C"))).isEqualTo("accepted");
  }

  @Test
  void aNameInAnotherWidthIsTheSameParty() {
    Told told =
        Told.nothing(RightKind.DESIGN)
            .on("2010-01-01", Told.filed("Ａｃｍｅ  Ltd"))
            .on("2011-01-01", Told.grant());

    assertThat(told.weighed("2013-01-01", Told.assignment(" ACME LTD ", "C")))
        .isEqualTo("accepted");
  }

  @Test
  void aSecondPledgeWaitsForTheRelease() {
    Told told = Told.granted().on("2013-01-01", Told.pledge(OWNER, "Y1"));
    assertThat(told.weighed("2014-01-01", Told.pledge(OWNER, "Y2"))).isEqualTo("pledge-stands");

    told.on("2014-01-01", new Fact.PledgeReleased("Y1"));
    assertThat(told.weighed("2014-01-01", Told.pledge(OWNER, "Y2"))).isEqualTo("accepted");
  }

  @Test
  void aSecondNoticeOfOnePledgeIsTheSamePledge() {
    Told told =
        Told.granted()
            .on("2013-01-01", Told.pledge(OWNER, "Y1"))
            .on("2013-01-05", Told.pledge(OWNER, "Y1"));

    assertThat(told.objections()).isEmpty();
    assertThat(told.right().interests().open()).hasSize(1);
  }

  @Test
  void aContradictionThatAnOfficeRecordedIsKeptAndReported() {
    Told told =
        Told.granted()
            .on("2013-01-01", Told.pledge(OWNER, "Y1"))
            .on("2014-01-01", Told.pledge(OWNER, "Y2"));

    assertThat(told.objections()).containsExactly("E4 pledge-stands");
    assertThat(told.right().interests().open()).hasSize(2);
  }

  @Test
  void whatIsPledgedPassesOnWithThePledgeesConsentOnly() {
    Told told = Told.granted().on("2013-01-01", Told.pledge(OWNER, "Y1"));

    assertThat(told.weighed("2014-01-01", Told.assignment(OWNER, BUYER)))
        .isEqualTo("accepted with pledgee-consent");
    assertThat(told.weighed("2014-01-01", Told.licence(ORDINARY, OWNER, "L1", "")))
        .isEqualTo("accepted with pledgee-consent");
  }

  @Test
  void oneOfSeveralOwnersNeedsTheOthers() {
    Told told =
        Told.nothing(RightKind.DESIGN)
            .on("2010-01-01", Told.filed("甲", "乙"))
            .on("2011-01-01", Told.grant());

    assertThat(told.weighed("2012-01-01", Told.pledge("甲", "Y1")))
        .isEqualTo("accepted with co-owners-consent");
  }

  @Test
  void whatACourtPreservesIsNeitherAssignedNorPledged() {
    Told told =
        Told.granted()
            .on(
                "2013-01-01",
                new Fact.Preserved("北京知识产权法院", "B1", Optional.of(LocalDate.of(2013, 6, 30))));

    assertThat(told.weighed("2013-06-30", Told.assignment(OWNER, BUYER)))
        .isEqualTo("right-preserved");
    assertThat(told.weighed("2013-06-30", Told.pledge(OWNER, "Y1"))).isEqualTo("right-preserved");
    assertThat(told.weighed("2013-07-01", Told.pledge(OWNER, "Y1"))).isEqualTo("accepted");
    told.on("2013-02-01", new Fact.PreservationLifted("B1"));
    assertThat(told.weighed("2013-06-30", Told.pledge(OWNER, "Y1"))).isEqualTo("accepted");
  }

  /// Exclusive shuts out everybody, the owner too; sole shuts out all but the owner.
  @ParameterizedTest
  @CsvSource({
    "EXCLUSIVE, OPEN, open-licence-excluded",
    "EXCLUSIVE, ORDINARY, licence-conflict",
    "EXCLUSIVE, EXCLUSIVE, licence-conflict",
    "SOLE, OPEN, open-licence-excluded",
    "SOLE, ORDINARY, licence-conflict",
    "ORDINARY, EXCLUSIVE, licence-conflict",
    "ORDINARY, SOLE, licence-conflict",
    "ORDINARY, ORDINARY, accepted",
    "ORDINARY, OPEN, accepted",
    "OPEN, ORDINARY, accepted",
    "OPEN, EXCLUSIVE, licence-conflict"
  })
  void licencesExcludeEachOther(Fact.LicenceKind standing, Fact.LicenceKind added, String code) {
    Told told = Told.granted().on("2013-01-01", Told.licence(standing, OWNER, "L1", "2014-12-31"));

    assertThat(told.weighed("2014-12-31", Told.licence(added, OWNER, "L2", ""))).isEqualTo(code);
    assertThat(told.weighed("2015-01-01", Told.licence(added, OWNER, "L2", "")))
        .isEqualTo("accepted");
  }

  @Test
  void anExclusiveLicenseeMayLicenseOn() {
    Told told = Told.granted().on("2013-01-01", Told.licence(EXCLUSIVE, OWNER, "L1", ""));

    assertThat(told.weighed("2014-01-01", Told.licence(ORDINARY, "Licensee of L1", "L2", "")))
        .isEqualTo("accepted");
  }

  @Test
  void whatIsUnknownIsNotReleased() {
    Told told =
        Told.granted()
            .on("2013-01-01", Told.licence(SOLE, OWNER, "L1", ""))
            .on("2013-02-01", Told.pledge(OWNER, "Y1"));

    assertThat(told.weighed("2014-01-01", new Fact.PledgeReleased("Y2")))
        .isEqualTo("pledge-unknown");
    assertThat(told.weighed("2014-01-01", new Fact.LicenceEnded("L2")))
        .isEqualTo("licence-unknown");
    assertThat(told.weighed("2014-01-01", new Fact.PreservationLifted("")))
        .isEqualTo("preservation-unknown");
    // without a number, the only one that stands is meant
    assertThat(told.weighed("2014-01-01", new Fact.PledgeReleased(""))).isEqualTo("accepted");
  }

  @Test
  void nothingIsDoneWithARightThatEnded() {
    Told told = Told.granted().on("2020-01-01", new Fact.Expired());

    assertThat(told.weighed("2021-01-01", Told.pledge(OWNER, "Y1")))
        .isEqualTo("right-not-in-force");
    assertThat(told.weighed("2021-01-01", Told.assignment(OWNER, BUYER)))
        .isEqualTo("right-not-in-force");
    assertThat(told.weighed("2021-01-01", Told.licence(OPEN, OWNER, "L1", "")))
        .isEqualTo("right-not-in-force");
    assertThat(told.weighed("2019-01-01", Told.pledge(OWNER, "Y1"))).isEqualTo("accepted");
  }

  @Test
  void nothingChangesHandsWhileTheProcedureStandsStill() {
    Told told = Told.granted().on("2013-01-01", new Fact.Suspended("ownership dispute"));

    assertThat(told.weighed("2013-02-01", Told.assignment(OWNER, BUYER)))
        .isEqualTo("right-suspended");
    assertThat(told.weighed("2013-02-01", Told.pledge(OWNER, "Y1"))).isEqualTo("right-suspended");
    told.on("2013-03-01", new Fact.Resumed());
    assertThat(told.weighed("2013-03-01", Told.pledge(OWNER, "Y1"))).isEqualTo("accepted");
  }

  @Test
  void aRecordOfNoOwnersIsRefused() {
    assertThat(Told.granted().weighed("2013-01-01", new Fact.OwnersRecorded(List.of())))
        .isEqualTo("owners-empty");
  }

  @Test
  void anApplicationIsAssignedButNotPledged() {
    Told told = Told.nothing(RightKind.INVENTION_PATENT).on("2010-01-01", Told.filed(OWNER));

    assertThat(told.weighed("2011-01-01", Told.pledge(OWNER, "Y1")))
        .isEqualTo("pledge-before-grant");
    assertThat(told.weighed("2011-01-01", Told.assignment(OWNER, BUYER))).isEqualTo("accepted");
  }

  @Test
  void aPledgeOutlastsTheTermOfItsDebt() {
    Fact pledged =
        new Fact.Pledged(
            OWNER, Told.BANK, "Y1", Optional.of(LocalDate.of(2014, 1, 1)), "CNY 5000000.00");
    Told told = Told.granted().on("2013-01-01", pledged);

    assertThat(told.right().interests().standingOn(LocalDate.of(2020, 1, 1))).hasSize(1);
    assertThat(told.right().interests().standingOn(LocalDate.of(2012, 12, 31))).isEmpty();
  }

  @Test
  void sharesTooFineToCountAreReportedAndLeaveTheOwners() {
    Told told =
        Told.granted()
            .on(
                "2012-02-01",
                new Fact.OwnersRecorded(
                    List.of(new Share("A", Integer.MAX_VALUE), new Share("B", 2))))
            .on(
                "2013-01-01",
                new Fact.Assigned(
                    "B", List.of(new Share("C", 7), new Share("D", 1_000_000)), "T1"));

    assertThat(told.objections()).containsExactly("E4 shares-too-fine");
    assertThat(told.right().owners())
        .containsExactly(new Share("A", Integer.MAX_VALUE), new Share("B", 2));
  }
}
