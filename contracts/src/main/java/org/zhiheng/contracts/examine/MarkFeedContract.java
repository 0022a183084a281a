package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What every feed of marks keeps to.
///
/// A feed covers all organisations of a store, and the store may be shared by the tests of a class:
/// each test looks only at what its own organisations entered.
public abstract class MarkFeedContract {

  private static final int PAGE = 1000;

  /// The feed under test, of the same store in one test.
  protected abstract MarkFeed feed();

  /// The rights of that store.
  protected abstract Rights rights();

  /// An organisation without rights.
  protected abstract OrganisationId newOrganisation();

  /// Returns when nobody else is writing to the store, its own housekeeping included: until then
  /// the feed may hold back what is there.
  protected void settle() {}

  /// Enters a right as a new one.
  protected final RightId entered(OrganisationId owner, Notice notice) {
    RightId id = ((Rights.Entered.New) rights().enter(owner, notice, References.NONE, "li")).id();
    settle();
    return id;
  }

  /// The notice of a mark of class 01, another one for each number.
  protected static Notice mark(int number) {
    return Marks.mark(number, "甲" + number, List.of("01"), List.of());
  }

  /// Where the feed ends now.
  protected final Optional<MarkFeed.Point> end() {
    Optional<MarkFeed.Point> point = Optional.empty();
    boolean more = true;
    while (more) {
      MarkFeed.Changes changes = feed().since(point, PAGE);
      point = changes.through();
      more = changes.more();
    }
    return point;
  }

  /// All marks of an organisation that changed behind a point, page by page.
  protected final List<MarkFeed.Marked> read(
      OrganisationId owner, Optional<MarkFeed.Point> from, int most) {
    List<MarkFeed.Marked> marks = new ArrayList<>();
    Optional<MarkFeed.Point> point = from;
    boolean more = true;
    while (more) {
      MarkFeed.Changes changes = feed().since(point, most);
      assertThat(changes.marks()).hasSizeLessThanOrEqualTo(most);
      assertThat(changes.more()).isEqualTo(feed().since(changes.through(), 1).marks().size() == 1);
      changes.marks().stream()
          .filter(mark -> mark.organisation().equals(owner))
          .forEach(marks::add);
      point = changes.through();
      more = changes.more();
    }
    return marks;
  }

  private static List<RightId> ids(List<MarkFeed.Marked> marks) {
    return marks.stream().map(MarkFeed.Marked::right).toList();
  }

  private void note(OrganisationId owner, RightId id, long version, String text) {
    assertThat(
            rights()
                .append(
                    owner,
                    id,
                    version,
                    new DatedFact(Marks.DAY, new Fact.Noted("note", text)),
                    Source.BY_HAND,
                    "li"))
        .isEqualTo(new Rights.Appended.Done(version + 1));
    settle();
  }

  @Test
  protected void givesAMarkAsListsKnowIt() {
    OrganisationId owner = newOrganisation();
    RightId id =
        entered(
            owner, Marks.mark(1, "春香禾福", List.of("29", "30"), List.of("2902", "3004", "3006(一)")));
    assertThat(read(owner, Optional.empty(), PAGE))
        .containsExactly(
            new MarkFeed.Marked(
                owner, id, "春香禾福", Set.of("29", "30"), Set.of("2902", "3004", "3006"), false));
  }

  @Test
  protected void givesAFigureAloneWithoutAName() {
    OrganisationId owner = newOrganisation();
    RightId id = entered(owner, Marks.mark(1, "", List.of("25"), List.of()));
    assertThat(read(owner, Optional.empty(), PAGE))
        .containsExactly(new MarkFeed.Marked(owner, id, "", Set.of("25"), Set.of(), false));
  }

  @Test
  protected void tellsWhichMarksHaveDocuments() {
    OrganisationId owner = newOrganisation();
    Optional<MarkFeed.Point> before = end();
    RightId with = entered(owner, Marks.mark(1, "甲", List.of("01"), List.of()));
    RightId without = entered(owner, Marks.mark(2, "乙", List.of("01"), List.of()));
    Fact.Attached attached =
        new Fact.Attached(Digest.of(new byte[] {1}), "figure.png", "image/png", 1);
    rights().append(owner, with, 1, new DatedFact(Marks.DAY, attached), Source.BY_HAND, "li");
    settle();
    note(owner, without, 1, "{\"kind\":\"attached\"");

    List<MarkFeed.Marked> marks = read(owner, before, PAGE);

    assertThat(marks)
        .extracting(MarkFeed.Marked::right, MarkFeed.Marked::hasDocuments)
        .containsExactly(tuple(with, true), tuple(without, false));
  }

  @Test
  protected void givesWhatWasEnteredOnceAndWhatChangedAgain() {
    OrganisationId owner = newOrganisation();
    Optional<MarkFeed.Point> before = end();
    RightId first = entered(owner, Marks.mark(1, "甲", List.of("01"), List.of()));
    RightId second = entered(owner, Marks.mark(2, "乙", List.of("02"), List.of()));
    assertThat(ids(read(owner, before, PAGE))).containsExactly(first, second);

    Optional<MarkFeed.Point> between = end();
    assertThat(feed().since(between, PAGE).marks()).isEmpty();
    assertThat(feed().since(between, PAGE).through()).isEqualTo(between);
    note(owner, first, 1, "changed");
    assertThat(ids(read(owner, between, PAGE))).containsExactly(first);
    assertThat(ids(read(owner, before, PAGE))).containsExactly(second, first);
  }

  @Test
  protected void givesNothingAgainThatDidNotChange() {
    OrganisationId owner = newOrganisation();
    Notice notice = Marks.mark(1, "甲", List.of("01"), List.of());
    RightId id = entered(owner, notice);
    Optional<MarkFeed.Point> behind = end();

    assertThat(rights().enter(owner, notice, References.NONE, "wang"))
        .isEqualTo(new Rights.Entered.Exists(id));
    assertThat(rights().append(owner, id, 1, notice.facts().getFirst(), notice.source(), "wang"))
        .isEqualTo(new Rights.Appended.Unchanged());
    assertThat(rights().refer(owner, id, new References("ours", "", ""))).isTrue();
    rights().share(owner, id, newOrganisation());
    assertThat(read(owner, behind, PAGE)).isEmpty();
  }

  @Test
  protected void givesNoPatents() {
    OrganisationId owner = newOrganisation();
    Optional<MarkFeed.Point> before = end();
    RightId patent = entered(owner, Marks.patent(1, "春香禾福"));
    RightId mark = entered(owner, Marks.mark(2, "春香禾福", List.of("30"), List.of()));
    note(owner, patent, 1, "changed");
    assertThat(ids(read(owner, before, PAGE))).containsExactly(mark);
  }

  @Test
  protected void givesEachExactlyOnceInPagesOfAnySize() {
    OrganisationId owner = newOrganisation();
    Optional<MarkFeed.Point> before = end();
    List<RightId> ids = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      ids.add(entered(owner, Marks.mark(number, "甲" + number, List.of("01"), List.of())));
    }
    for (int most = 1; most <= 6; most++) {
      assertThat(ids(read(owner, before, most))).as("most %s", most).isEqualTo(ids);
    }
  }

  @Test
  protected void tellsWhoseEachIs() {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    Optional<MarkFeed.Point> before = end();
    RightId own = entered(owner, Marks.mark(1, "甲", List.of("01"), List.of()));
    RightId others = entered(other, Marks.mark(1, "甲", List.of("01"), List.of()));
    rights().share(other, others, owner);
    assertThat(ids(read(owner, before, PAGE))).containsExactly(own);
    assertThat(ids(read(other, before, PAGE))).containsExactly(others);
  }

  @Test
  protected void beginsAnewBehindAPointOfAnotherStore() {
    OrganisationId owner = newOrganisation();
    RightId id = entered(owner, Marks.mark(1, "甲", List.of("01"), List.of()));
    MarkFeed.Point end = end().orElseThrow();
    MarkFeed.Point elsewhere =
        new MarkFeed.Point(end.store() + "x", end.transaction(), end.right());
    assertThat(feed().since(Optional.of(elsewhere), PAGE))
        .isEqualTo(feed().since(Optional.empty(), PAGE));
    assertThat(ids(read(owner, Optional.of(elsewhere), PAGE))).containsExactly(id);
  }

  @Test
  protected void beginsAnewBehindAPointThatWasNeverReached() {
    OrganisationId owner = newOrganisation();
    RightId id = entered(owner, Marks.mark(1, "甲", List.of("01"), List.of()));
    MarkFeed.Point end = end().orElseThrow();
    MarkFeed.Point never =
        new MarkFeed.Point(end.store(), end.transaction() + 1_000_000_000, end.right());
    assertThat(ids(read(owner, Optional.of(never), PAGE))).containsExactly(id);
  }

  @Test
  protected void writesItsPointsAsOneLineOfText() {
    entered(newOrganisation(), Marks.mark(1, "甲", List.of("01"), List.of()));
    MarkFeed.Point end = end().orElseThrow();
    assertThat(MarkFeed.Point.parse(end.text())).contains(end);
  }

  @Test
  protected void refusesAPageOfNothing() {
    assertThatThrownBy(() -> feed().since(Optional.empty(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("most must be >= 1: 0");
  }
}
