package org.zhiheng.contracts.examine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.assignment.CoAssignment;
import org.zhiheng.jobs.examine.assignment.CoAssignmentList;
import org.zhiheng.jobs.examine.assignment.CoMark;
import org.zhiheng.jobs.examine.assignment.GoodsNearness;
import org.zhiheng.jobs.examine.assignment.GoodsNearnessBetween;
import org.zhiheng.register.event.Fact;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Article 42: what an assignment forgets.
final class CoAssignmentTest {

  private static final String HOLDER = "甲示例玩具公司";

  private final MarkRoom room = new MarkRoom();
  private final CoAssignment check =
      new CoAssignment(
          room.stores.rights(), room.stores.parties(), room.words, GoodsNearnessBetween.BY_GROUPS);
  private final RightId assigned = room.mark("LABUBU", HOLDER, "2019-01-01", true, "28", "2802");

  private CoAssignmentList list() {
    return check.check(room.manager, Set.of(assigned));
  }

  @Test
  void listsTheSameNameOnSimilarGoods() {
    RightId forgotten = room.mark("Labubu", HOLDER, "2020-01-01", true, "28", "2802");

    assertThat(list().forgotten())
        .singleElement()
        .satisfies(mark -> {
          assertThat(mark.right()).isEqualTo(forgotten);
          assertThat(mark.beside()).isEqualTo(assigned);
          assertThat(mark.identical()).isTrue();
          assertThat(mark.duty()).isEqualTo(CoMark.Duty.MOVE_TOGETHER);
        });
    assertThat(list().sources()).anyMatch(source -> source.zh().contains("第四十二条"));
  }

  @Test
  void listsTheLatinFormOfAChineseMarkForAnAssignmentAndForAPledge() {
    RightId chinese = room.mark("拉布布", HOLDER, "2019-01-01", true, "28", "2802");
    room.mark("云杉湖", HOLDER, "2019-01-01", true, "28", "2802");

    for (CoAssignmentList list :
        List.of(
            check.check(room.manager, Set.of(chinese)),
            check.forPledge(room.manager, Set.of(chinese)))) {
      // LABUBU is read like 拉布布; 云杉湖 has nothing of it
      assertThat(list.forgotten())
          .singleElement()
          .satisfies(mark -> {
            assertThat(mark.right()).isEqualTo(assigned);
            assertThat(mark.beside()).isEqualTo(chinese);
            assertThat(mark.identical()).isFalse();
            assertThat(mark.goods()).isEqualTo(GoodsNearness.SAME_OR_SIMILAR);
            assertThat(mark.duty()).isEqualTo(CoMark.Duty.MOVE_TOGETHER);
          });
      assertThat(list.complete()).isFalse();
    }
  }

  @Test
  void neverLeavesOutWhatIsNotKnownWellEnough() {
    RightId groupless = room.mark("LABUBU", HOLDER, "2020-01-01", true, "28");
    RightId pending = room.mark("LABUBU", HOLDER, "2026-01-01", false, "28", "2802");
    RightId figure = room.mark("", HOLDER, "2020-01-01", true, "28", "2802");
    RightId elsewhere = room.mark("LABUBU", HOLDER, "2020-01-01", true, "33");

    CoAssignmentList list = list();

    assertThat(list.forgotten())
        .allMatch(mark -> mark.duty() == CoMark.Duty.CHECK)
        .extracting(CoMark::right)
        .containsExactly(groupless, pending);
    assertThat(list.notCompared()).containsExactly(figure);
    assertThat(list.otherGoods()).extracting(CoMark::right).containsExactly(elsewhere);
  }

  @Test
  void leavesOutOthersMarksEndedOnesAndUnlikeNames() {
    room.mark("LABUBU", "乙示例公司", "2020-01-01", true, "28", "2802");
    room.mark("静候云起", HOLDER, "2020-01-01", true, "28", "2802");
    RightId ended = room.mark("LABUBU", HOLDER, "2010-01-01", true, "28", "2802");
    room.record(ended, "2022-01-01", new Fact.Abandoned());

    assertThat(list().forgotten()).isEmpty();
    assertThat(list().ended()).isEqualTo(1);
    assertThat(list().compared()).isEqualTo(1);
  }

  @Test
  void knowsTheHolderUnderItsOtherName() {
    RightId forgotten = room.mark("LABUBU", "Sample Toys Ltd", "2020-01-01", true, "28", "2802");
    assertThat(list().forgotten()).isEmpty();

    room.stores
        .parties()
        .merge(
            MarkRoom.ORGANISATION,
            room.party(HOLDER),
            room.party("Sample Toys Ltd"),
            "same",
            "manager");

    assertThat(list().forgotten()).extracting(CoMark::right).containsExactly(forgotten);
    assertThat(check.forPledge(room.manager, Set.of(assigned)).forgotten())
        .extracting(CoMark::right)
        .containsExactly(forgotten);
  }

  @Test
  void forgetsNothingThatIsGiven() {
    RightId second = room.mark("LABUBU", HOLDER, "2020-01-01", true, "28", "2802");

    assertThat(check.check(room.manager, Set.of(assigned, second)).forgotten()).isEmpty();
  }

  @Test
  void refusesWhatIsNoMarkOfOnesOwn() {
    assertThatThrownBy(() -> check.check(room.manager, Set.of(new RightId(999))))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("right-unknown");
    assertThatThrownBy(() -> check.check(room.manager, Set.of()))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("marks-none");
  }
}
