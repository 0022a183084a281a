package org.zhiheng.store.postgres.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// A register that was restored from a dump, with rows whose transactions this cluster has not
/// reached.
final class RestoredMarksTest {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_restored");

  private final MarkFeed feed = new PostgresMarkFeed(DATABASE.get());
  private final Rights rights = DATABASE.rights();
  private final OrganisationId owner = DATABASE.newOrganisation();

  @Test
  void givesRestoredMarksFirstAndEachOnceInPagesOfAnySize() {
    List<RightId> restored = List.of(entered(1), entered(2), entered(3));
    // as if the other cluster had counted further, and the last two came in one transaction
    restore(restored.get(0), 1_000_000_002L);
    restore(restored.get(1), 1_000_000_001L);
    restore(restored.get(2), 1_000_000_001L);
    List<RightId> written = List.of(entered(4), entered(5));
    List<RightId> all =
        List.of(restored.get(1), restored.get(2), restored.get(0), written.get(0), written.get(1));

    for (int most = 1; most <= 6; most++) {
      assertThat(pages(Optional.empty(), most)).as("most %s", most).isEqualTo(all);
    }
    MarkFeed.Point elsewhere = new MarkFeed.Point("7500000000000000000-16402", 999_999_999, 1);
    assertThat(pages(Optional.of(elsewhere), 2)).isEqualTo(all);
  }

  @Test
  void passesOverNothingThatIsWrittenAfterRestoring() {
    RightId restored = entered(1);
    restore(restored, 1_000_000_000L);
    Optional<MarkFeed.Point> point = end();
    assertThat(feed.since(point, 9).marks()).isEmpty();

    RightId fresh = entered(2);
    assertThat(pages(point, 1)).containsExactly(fresh);
    Optional<MarkFeed.Point> behind = end();
    assertThat(behind.orElseThrow().store()).isEqualTo(point.orElseThrow().store());
    change(restored);
    assertThat(pages(behind, 1)).containsExactly(restored);
    assertThat(MarkFeed.Point.parse(point.orElseThrow().text())).isEqualTo(point);
  }

  private Optional<MarkFeed.Point> end() {
    Optional<MarkFeed.Point> point = Optional.empty();
    MarkFeed.Changes changes;
    do {
      changes = feed.since(point, 2);
      point = changes.through();
    } while (changes.more());
    return point;
  }

  private List<RightId> pages(Optional<MarkFeed.Point> from, int most) {
    List<RightId> ids = new ArrayList<>();
    Optional<MarkFeed.Point> point = from;
    MarkFeed.Changes changes;
    do {
      changes = feed.since(point, most);
      assertThat(changes.marks()).hasSizeLessThanOrEqualTo(most);
      changes.marks().stream()
          .filter(mark -> mark.organisation().equals(owner))
          .forEach(mark -> ids.add(mark.right()));
      point = changes.through();
    } while (changes.more());
    return ids;
  }

  private RightId entered(int number) {
    RightNumber application =
        new RightNumber(
            Office.CN, NumberType.APPLICATION, "1000000" + number, "CN:T:1000000" + number);
    Notice notice =
        new Notice(
            RightKind.MARK,
            Office.CN,
            List.of(application),
            List.of(
                new DatedFact(
                    LocalDate.of(2024, 5, 20),
                    new Fact.Filed(
                        List.of(application), Bibliography.EMPTY.withTitle("zh", "春香")))),
            Source.BY_HAND);
    RightId id = ((Rights.Entered.New) rights.enter(owner, notice, References.NONE, "li")).id();
    Settling.of(DATABASE.get());
    return id;
  }

  private void change(RightId id) {
    assertThat(
            rights.append(
                owner,
                id,
                1,
                new DatedFact(LocalDate.of(2024, 6, 1), new Fact.Restored()),
                Source.BY_HAND,
                "li"))
        .isEqualTo(new Rights.Appended.Done(2));
    Settling.of(DATABASE.get());
  }

  // the bare value, as copying rows back writes it
  private static void restore(RightId id, long transaction) {
    DATABASE
        .get()
        .client()
        .sql("update right_record set changed_in = ?::text::xid8 where id = ?")
        .params(Long.toString(transaction), id.number())
        .update();
    Settling.of(DATABASE.get());
  }
}
