package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.ExaminationJson;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Hit;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.ListChange;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Digest;
import org.zhiheng.values.RightId;

/// Laws of kept examinations over seeded registers and questions.
final class ExaminationBookProperties {

  private static final List<String> PARTS =
      List.of("LA", "BU", "BO", "FU", "MI", "拉", "布", "宝", "重", "庆", "银行", "KA", "耐", "克");

  private static final List<String> CLASSES = List.of("25", "28", "35");

  private static String name(Seed seed) {
    StringBuilder name = new StringBuilder();
    for (int part = seed.between(1, 4); part > 0; part--) {
      name.append(seed.oneOf(PARTS));
    }
    return name.toString();
  }

  private static List<RightId> fill(KeptRoom room, Seed seed, int count) throws IOException {
    List<RightId> marks = new ArrayList<>();
    for (int mark = 0; mark < count; mark++) {
      String niceClass = seed.oneOf(CLASSES);
      RightId id = room.mark(name(seed), "公司" + mark % 3, niceClass, niceClass + "01");
      if (seed.chance(0.3)) {
        room.attach(id, name(seed));
      }
      marks.add(id);
    }
    return marks;
  }

  private static Inquiry asked(KeptRoom room, Seed seed) throws IOException {
    Optional<Digest> figure =
        seed.chance(0.4) ? Optional.of(room.deposit(name(seed))) : Optional.empty();
    return new Inquiry(
        figure.isPresent() && seed.chance(0.3) ? "" : name(seed),
        figure,
        seed.chance(0.5) ? Set.of(seed.oneOf(CLASSES)) : Set.of(),
        seed.chance(0.5) ? Set.of("2801") : Set.of(),
        seed.chance(0.2) ? KeptRoom.TODAY.plusYears(1) : KeptRoom.TODAY,
        seed.chance(0.3) ? Optional.of(KeptRoom.TODAY.minusDays(40)) : Optional.empty(),
        seed.chance(0.3) ? "公司1" : "",
        seed.between(1, 12));
  }

  @Seeds(40)
  void theSameBasisGivesTheSameListAndWhatWasKeptReadsBackAsItWas(Seed seed) throws IOException {
    KeptRoom room = new KeptRoom();
    fill(room, seed, seed.between(0, 25));
    if (seed.chance(0.5)) {
      room.goodsTable("A", "服装");
    }
    Examinations.Kept kept = room.book.keep(room.examiner, asked(room, seed));

    ExaminationBook.Again again = room.book.again(room.examiner, kept.id()).orElseThrow();

    assertThat(again.differs()).isEmpty();
    assertThat(again.sameList()).isTrue();
    assertThat(again.intact()).isTrue();
    assertThat(again.changes()).isEmpty();
    assertThat(RecordJson.text(out -> ExaminationJson.examined(again.then(), out)))
        .isEqualTo(kept.content().found());
  }

  @Seeds(40)
  void whatChangedLeadsFromTheListOfThenToTheListOfNow(Seed seed) throws IOException {
    KeptRoom room = new KeptRoom();
    List<RightId> marks = fill(room, seed, seed.between(1, 25));
    Examinations.Kept kept = room.book.keep(room.examiner, asked(room, seed));
    fill(room, seed, seed.between(0, 4));
    if (seed.chance(0.5)) {
      room.forget(seed.oneOf(marks));
    }

    ExaminationBook.Again again = room.book.again(room.examiner, kept.id()).orElseThrow();

    Set<RightId> rebuilt = new HashSet<>(again.then().hits().stream().map(Hit::right).toList());
    for (ListChange change : again.changes()) {
      switch (change) {
        case ListChange.Came came -> assertThat(rebuilt.add(came.now().right())).isTrue();
        case ListChange.Gone gone -> assertThat(rebuilt.remove(gone.then().right())).isTrue();
        case ListChange.Moved moved ->
            assertThat(again.now().hits().get(moved.to() - 1).right())
                .isEqualTo(again.then().hits().get(moved.from() - 1).right());
        case ListChange.Rated rated ->
            assertThat(again.now().hits().get(rated.rank() - 1).right())
                .isEqualTo(rated.now().right());
        case ListChange.Turned _ -> {}
      }
    }
    assertThat(rebuilt)
        .containsExactlyInAnyOrderElementsOf(again.now().hits().stream().map(Hit::right).toList());
    assertThat(again.sameList()).isEqualTo(again.changes().isEmpty());
    assertThat(again.sameList() || !again.sameBasis())
        .as("another list has another basis: %s", again.differs())
        .isTrue();
  }
}
