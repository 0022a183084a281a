package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.ListChange;
import org.zhiheng.jobs.examine.Standing;
import org.zhiheng.register.event.Fact;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// What a kept examination tells when it is asked again.
final class ExaminationBookTest {

  private final KeptRoom room = new KeptRoom();

  private ExaminationBook.Again again(Examinations.Kept kept) throws IOException {
    return room.book.again(room.examiner, kept.id()).orElseThrow();
  }

  @Test
  void givesTheSameListOnTheSameBasis() throws IOException {
    room.mark("LABUBU", "甲公司", "28");
    room.mark("拉布布", "乙公司", "28");
    Examinations.Kept kept = room.book.keep(room.examiner, KeptRoom.about("LAFUBU"));

    ExaminationBook.Again again = again(kept);

    assertThat(again.sameBasis()).isTrue();
    assertThat(again.sameList()).isTrue();
    assertThat(again.intact()).isTrue();
    assertThat(again.changes()).isEmpty();
    assertThat(kept.content().by()).isEqualTo("examiner");
    assertThat(kept.content().at()).isEqualTo(KeptRoom.NOW);
  }

  @Test
  void showsTheListAsItWasKeptAndWhatCameSince() throws IOException {
    RightId first = room.mark("LABUBU", "甲公司", "28");
    Examinations.Kept kept = room.book.keep(room.examiner, KeptRoom.about("LAFUBU"));
    RightId nearer = room.mark("LAFUBU", "乙公司", "28");

    ExaminationBook.Again again = again(kept);

    assertThat(again.then().hits()).extracting(hit -> hit.right()).containsExactly(first);
    assertThat(again.now().hits()).extracting(hit -> hit.right()).containsExactly(nearer, first);
    assertThat(again.differs()).containsExactly("indexVersion", "marks");
    assertThat(again.sameList()).isFalse();
    assertThat(again.changes()).hasSize(2);
    assertThat(again.changes().get(0))
        .isInstanceOfSatisfying(
            ListChange.Came.class,
            came -> {
              assertThat(came.now().right()).isEqualTo(nearer);
              assertThat(came.rank()).isEqualTo(1);
            });
    assertThat(again.changes().get(1))
        .isInstanceOfSatisfying(
            ListChange.Moved.class,
            moved -> {
              assertThat(moved.from()).isEqualTo(1);
              assertThat(moved.to()).isEqualTo(2);
            });
  }

  @Test
  void namesWhatIsGone() throws IOException {
    RightId first = room.mark("LABUBU", "甲公司", "28");
    room.mark("LABUBO", "乙公司", "28");
    Examinations.Kept kept = room.book.keep(room.examiner, KeptRoom.about("LABUBU"));
    room.forget(first);

    assertThat(again(kept).changes())
        .last()
        .isInstanceOfSatisfying(
            ListChange.Gone.class,
            gone -> {
              assertThat(gone.then().name()).isEqualTo("LABUBU");
              assertThat(gone.rank()).isEqualTo(1);
            });
  }

  @Test
  void tellsThatAMarkEndedThoughTheListIsTheSame() throws IOException {
    RightId mark = room.mark("LABUBU", "甲公司", "28");
    Examinations.Kept kept = room.book.keep(room.examiner, KeptRoom.about("LABUBU"));
    room.record(mark, LocalDate.of(2026, 6, 1), new Fact.Cancelled(List.of(), ""));

    ExaminationBook.Again again = again(kept);

    assertThat(again.sameList()).isTrue();
    assertThat(again.changes())
        .singleElement()
        .isInstanceOfSatisfying(
            ListChange.Turned.class,
            turned -> {
              assertThat(turned.from().state()).isEqualTo(Standing.State.CITABLE);
              assertThat(turned.now().standing().state())
                  .isEqualTo(Standing.State.ENDED_WITHIN_YEAR);
            });
  }

  @Test
  void namesTheGoodsTableWhenAnotherEditionWasImported() throws IOException {
    room.mark("LABUBU", "甲公司", "28", "2802");
    room.goodsTable("A", "服装");
    Inquiry inquiry =
        new Inquiry(
            "LABUBU",
            Optional.empty(),
            Set.of("28"),
            Set.of("2802"),
            KeptRoom.TODAY,
            Optional.empty(),
            "",
            20);
    Examinations.Kept kept = room.book.keep(room.examiner, inquiry);
    room.goodsTable("B", "衣服");

    assertThat(again(kept).differs()).containsExactly("goodsTable");
  }

  @Test
  void restsOnTheVeryFiguresItWasComparedWith() throws IOException {
    RightId one = room.mark("LABUBU", "甲公司", "28");
    RightId other = room.mark("BOLUBO", "乙公司", "28");
    room.attach(one, "a");
    Inquiry asked = KeptRoom.about("", Optional.of(room.deposit("a")));
    Examinations.Kept kept = room.book.keep(room.examiner, asked);
    assertThat(again(kept).sameBasis()).isTrue();
    assertThat(again(kept).then().basis().figures().orElseThrow().count()).isEqualTo(1);

    room.attach(other, "b");

    assertThat(again(kept).differs()).containsExactly("figures");
  }

  @Test
  void restsOnNoFiguresWhenNoPictureWasAskedAbout() throws IOException {
    RightId mark = room.mark("LABUBU", "甲公司", "28");
    Examinations.Kept kept = room.book.keep(room.examiner, KeptRoom.about("LABUBU"));
    room.attach(mark, "a");

    assertThat(again(kept).sameBasis()).isTrue();
  }

  @Test
  void isKeptByThoseWhoMayRecordAndSeenByNobodyElse() throws IOException {
    room.mark("LABUBU", "甲公司", "28");
    Inquiry asked = KeptRoom.about("LABUBU");

    assertThatThrownBy(() -> room.book.keep(room.viewer, asked))
        .isInstanceOf(ProblemsException.class);
    Examinations.Kept kept = room.book.keep(room.examiner, asked);
    assertThat(room.book.show(room.viewer, kept.id())).isPresent();
    assertThat(room.book.show(room.stranger, kept.id())).isEmpty();
    assertThat(room.book.again(room.stranger, kept.id())).isEmpty();
    assertThat(room.book.page(room.stranger, Optional.empty(), 10)).isEmpty();
    assertThat(room.trail())
        .extracting(AuditTrail.Entry::action)
        .containsOnlyOnce("examination-keep");
  }
}
