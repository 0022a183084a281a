package org.zhiheng.register.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;

final class LifeTest {

  private static final RightNumber NUMBER =
      Numbers.publication(Office.CN, "CN110007813A").orThrow();
  private static final Fact FILED = new Fact.Filed(List.of(), Bibliography.EMPTY);
  private static final Fact PUBLISHED = new Fact.Published(NUMBER, Bibliography.EMPTY);
  private static final Fact EXAMINED = new Fact.ExaminationBegun();
  private static final Fact APPROVED =
      new Fact.PreliminarilyApproved(List.of(), Bibliography.EMPTY);
  private static final Fact GRANTED = new Fact.Granted(NUMBER, Bibliography.EMPTY);
  private static final Fact REGISTERED =
      new Fact.Registered(List.of(), Optional.empty(), Bibliography.EMPTY);
  private static final Fact CEASED = new Fact.Ceased("annuity");
  private static final Fact EXPIRED = new Fact.Expired();
  private static final Fact RENEWED = new Fact.Renewed(LocalDate.of(2035, 1, 1));
  private static final Fact RESTORED = new Fact.Restored();
  private static final Fact INVALIDATED = new Fact.Invalidated(List.of());
  private static final Fact SUSPENDED = new Fact.Suspended("ownership dispute");
  private static final Fact RESUMED = new Fact.Resumed();

  @Test
  void aPatentLivesFromFilingToTerm() {
    assertThat(stages(RightKind.INVENTION_PATENT, FILED, PUBLISHED, EXAMINED, GRANTED, EXPIRED))
        .containsExactly(
            LifeStage.FILED,
            LifeStage.PUBLISHED,
            LifeStage.UNDER_EXAMINATION,
            LifeStage.GRANTED,
            LifeStage.EXPIRED);
  }

  @Test
  void aRightMayFirstBeMetAsGrantedOrRegisteredOrByItsEnd() {
    assertThat(stages(RightKind.INVENTION_PATENT, GRANTED)).containsExactly(LifeStage.GRANTED);
    assertThat(stages(RightKind.INVENTION_PATENT, FILED, GRANTED))
        .containsExactly(LifeStage.FILED, LifeStage.GRANTED);
    assertThat(stages(RightKind.MARK, REGISTERED)).containsExactly(LifeStage.REGISTERED);
    assertThat(stages(RightKind.UTILITY_MODEL, CEASED)).containsExactly(LifeStage.CEASED);
    assertThat(stages(RightKind.WORK, EXPIRED, RENEWED))
        .containsExactly(LifeStage.EXPIRED, LifeStage.REGISTERED);
  }

  @ParameterizedTest
  @EnumSource(
      value = RightKind.class,
      names = {"UTILITY_MODEL", "DESIGN", "MARK"})
  void onlyInventionsArePublishedAndExamined(RightKind kind) {
    Life filed = lived(kind, FILED);

    assertThat(reason(filed.after(kind, PUBLISHED))).contains("is never published");
    assertThat(reason(filed.after(kind, EXAMINED))).contains("is never under examination");
  }

  @Test
  void aMarkIsApprovedRegisteredAndRenewedInTheGracePeriod() {
    assertThat(stages(RightKind.MARK, FILED, APPROVED, REGISTERED, EXPIRED, RENEWED))
        .containsExactly(
            LifeStage.FILED,
            LifeStage.PRELIMINARILY_APPROVED,
            LifeStage.REGISTERED,
            LifeStage.EXPIRED,
            LifeStage.REGISTERED);
  }

  @Test
  void aPatentIsNeverRenewedAndAMarkNeverGranted() {
    assertThat(reason(lived(RightKind.DESIGN, GRANTED).after(RightKind.DESIGN, RENEWED)))
        .isEqualTo("A design is never renewed; annuities keep it alive to its term.");
    assertThat(reason(lived(RightKind.MARK, FILED).after(RightKind.MARK, GRANTED)))
        .isEqualTo("A mark is never granted; it is registered.");
  }

  @Test
  void aCeasedPatentIsRestoredWithTheClaimsItHasLeft() {
    Life life =
        lived(
            RightKind.INVENTION_PATENT,
            GRANTED,
            new Fact.Invalidated(List.of("1", "2")),
            CEASED,
            RESTORED,
            new Fact.Invalidated(List.of("2", "5")));

    assertThat(life).isEqualTo(new PatentLife.Granted(List.of("1", "2", "5")));
    assertThat(life.inForce()).isTrue();
  }

  @Test
  void nothingFollowsInvalidation() {
    Life life = lived(RightKind.INVENTION_PATENT, GRANTED, INVALIDATED);

    for (Fact fact : List.of(GRANTED, CEASED, EXPIRED, RESTORED, SUSPENDED, RESUMED)) {
      assertThat(life.after(RightKind.INVENTION_PATENT, fact)).isInstanceOf(Move.Refused.class);
    }
    assertThat(life.after(RightKind.INVENTION_PATENT, INVALIDATED)).isEqualTo(new Move.Stays());
  }

  @Test
  void suspensionRemembersWhatItSuspends() {
    Life examined = lived(RightKind.INVENTION_PATENT, FILED, PUBLISHED, EXAMINED, SUSPENDED);
    Life granted = lived(RightKind.INVENTION_PATENT, GRANTED, SUSPENDED);

    assertThat(examined)
        .isEqualTo(new PatentLife.SuspendedApplication(new PatentLife.UnderExamination()));
    assertThat(examined.inForce()).isFalse();
    assertThat(granted.inForce()).isTrue();
    assertThat(granted.after(RightKind.INVENTION_PATENT, RESUMED))
        .isEqualTo(new Move.Moved(new PatentLife.Granted()));
  }

  @Test
  void aMarkCancelledForSomeGoodsStands() {
    Life life = lived(RightKind.MARK, REGISTERED, new Fact.Cancelled(List.of("beer"), "non-use"));

    assertThat(life).isEqualTo(new MarkLife.Registered(List.of("beer")));
    assertThat(lived(RightKind.MARK, REGISTERED, new Fact.Cancelled(List.of(), "")).stage())
        .isEqualTo(LifeStage.CANCELLED);
  }

  @Test
  void aRefusedApplicationMayBeGrantedAfterReview() {
    assertThat(stages(RightKind.INVENTION_PATENT, FILED, new Fact.Refused("art. 22"), GRANTED))
        .endsWith(LifeStage.REFUSED, LifeStage.GRANTED);
  }

  @Test
  void aSecondNoticeOfTheSameChangesNothing() {
    Life granted = lived(RightKind.INVENTION_PATENT, FILED, PUBLISHED, GRANTED);

    for (Fact fact : List.of(FILED, PUBLISHED, GRANTED)) {
      assertThat(granted.after(RightKind.INVENTION_PATENT, fact)).isEqualTo(new Move.Stays());
    }
  }

  @ParameterizedTest
  @EnumSource(RightKind.class)
  void whatConcernsNoLifeLeavesItAsItIs(RightKind kind) {
    Life nascent = Life.nascent(kind);

    assertThat(nascent.stage()).isEqualTo(LifeStage.UNKNOWN);
    assertThat(nascent.after(kind, new Fact.Noted("PGFP", ""))).isEqualTo(new Move.Stays());
  }

  @ParameterizedTest
  @EnumSource(LifeStage.class)
  void aStageIsReadFromItsCode(LifeStage stage) {
    assertThat(LifeStage.parse(stage.code()).orThrow()).isEqualTo(stage);
    assertThat(stage.inForce() && stage.ended()).isFalse();
  }

  private static Life lived(RightKind kind, Fact... facts) {
    Life life = Life.nascent(kind);
    for (Fact fact : facts) {
      life =
          switch (life.after(kind, fact)) {
            case Move.Moved moved -> moved.life();
            case Move.Stays _ -> life;
            case Move.Refused refused -> throw new AssertionError(refused.problem().line());
          };
    }
    return life;
  }

  private static List<LifeStage> stages(RightKind kind, Fact... facts) {
    return java.util.stream.IntStream.rangeClosed(1, facts.length)
        .mapToObj(count -> lived(kind, java.util.Arrays.copyOf(facts, count)).stage())
        .toList();
  }

  private static String reason(Move move) {
    return switch (move) {
      case Move.Refused refused -> refused.problem().reason();
      case Move.Moved _, Move.Stays _ -> "not refused: " + move;
    };
  }
}
