package org.zhiheng.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.record.Rights;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What every store of rights must do.
public abstract class RightsContract {

  private static final LocalDate DAY = LocalDate.of(2020, 3, 1);
  private static final int RIGHTS = 100;
  private static final int QUESTIONS = 25;
  private static final int WRITERS = 64;

  /// The back end's ports.
  protected abstract RegisterStores stores();

  /// An organisation that has no records yet.
  protected abstract OrganisationId newOrganisation();

  private Rights rights() {
    return stores().rights();
  }

  private static Notice notice() {
    return new SampleNotices(Seed.of(1)).notice();
  }

  private RightId entered(OrganisationId owner, Notice notice) {
    return ((Rights.Entered.New) rights().enter(owner, notice, References.NONE, "li")).id();
  }

  @Test
  void findsWhatWasEntered() {
    OrganisationId owner = newOrganisation();
    Notice notice = notice();
    References references = new References("A-1", "K-2", "客户");
    RightId id = ((Rights.Entered.New) rights().enter(owner, notice, references, "li")).id();
    RightRecord found = rights().find(owner, id).orElseThrow();
    assertThat(found.version()).isEqualTo(notice.facts().size());
    assertThat(found.kind()).isEqualTo(notice.kind());
    assertThat(found.office()).isEqualTo(notice.office());
    assertThat(found.numbers()).containsExactlyElementsOf(notice.numbers());
    assertThat(found.references()).isEqualTo(references);
    assertThat(found.events().stream().map(event -> new DatedFact(event.on(), event.fact())))
        .containsExactlyElementsOf(notice.facts());
    assertThat(found.events())
        .allSatisfy(event -> {
          assertThat(event.source()).isEqualTo(notice.source());
          assertThat(event.recordedBy()).isEqualTo("li");
        });
  }

  @Test
  void entersARightOnce() {
    OrganisationId owner = newOrganisation();
    RightId id = entered(owner, notice());
    assertThat(rights().enter(owner, notice(), References.NONE, "wang"))
        .isEqualTo(new Rights.Entered.Exists(id));
    assertThat(rights().withKeys(owner, List.of(notice().numbers().getLast().key())))
        .containsExactly(id);
  }

  @Test
  void keepsOrganisationsApart() {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    RightId id = entered(owner, notice());
    List<String> keys = notice().numbers().stream().map(number -> number.key()).toList();
    DatedFact fact = new DatedFact(DAY, new Fact.Restored());

    assertThat(rights().find(other, id)).isEmpty();
    assertThat(rights().withKeys(other, keys)).isEmpty();
    assertThat(rights().page(RightQuery.all(other, 10)).rows()).isEmpty();
    assertThat(rights().count(RightQuery.all(other, 10), 10)).isZero();
    assertThat(rights().append(other, id, 2, fact, Source.BY_HAND, "eve"))
        .isEqualTo(new Rights.Appended.NotFound());
    assertThat(rights().refer(other, id, new References("x", "", ""))).isFalse();
    assertThat(rights().share(other, id, other)).isFalse();
    assertThat(rights().unshare(other, id, other)).isFalse();
    assertThat(rights().share(owner, id, newOrganisation())).isTrue();
    assertThat(rights().sharedWith(other, id)).isEmpty();
    assertThat(rights().enter(other, notice(), References.NONE, "eve"))
        .isInstanceOf(Rights.Entered.New.class);
    assertThat(rights().find(owner, id).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void showsASharedRightUntilSharingEnds() {
    OrganisationId owner = newOrganisation();
    OrganisationId friend = newOrganisation();
    OrganisationId stranger = newOrganisation();
    RightId id = entered(owner, notice());
    entered(owner, new SampleNotices(Seed.of(2)).notices(5).getLast());
    rights().refer(owner, id, new References("ours", "client", "name"));

    assertThat(rights().share(owner, id, friend)).isTrue();
    assertThat(rights().share(owner, id, friend)).isTrue();
    assertThat(rights().sharedWith(owner, id)).containsExactly(friend);
    assertThat(rights().sharedWith(friend, id)).isEmpty();
    assertThat(rights().find(friend, id).orElseThrow().references()).isEqualTo(References.NONE);
    assertThat(rights().find(stranger, id)).isEmpty();
    RightQuery own = RightQuery.all(friend, 10);
    assertThat(rights().page(own).rows()).isEmpty();
    assertThat(rights().page(shared(own)).rows()).extracting(RightRow::id).containsExactly(id);
    assertThat(rights().count(shared(own), 10)).isEqualTo(1);
    assertThat(rights().append(friend, id, 2, fact("x"), Source.BY_HAND, "friend"))
        .isEqualTo(new Rights.Appended.NotFound());

    assertThat(rights().unshare(owner, id, friend)).isTrue();
    assertThat(rights().unshare(owner, id, friend)).isFalse();
    assertThat(rights().sharedWith(owner, id)).isEmpty();
    assertThat(rights().find(friend, id)).isEmpty();
    assertThat(rights().page(shared(own)).rows()).isEmpty();
  }

  private static RightQuery shared(RightQuery query) {
    return new RightQuery(
        query.viewer(),
        RightQuery.Scope.SHARED,
        query.term(),
        query.kind(),
        query.office(),
        query.stage(),
        query.classPrefix(),
        query.region(),
        query.party(),
        query.noticedFrom(),
        query.noticedTo(),
        query.after(),
        query.limit());
  }

  private static DatedFact fact(String text) {
    return new DatedFact(DAY, new Fact.Noted("note", text));
  }

  @Test
  void appendsOnceAndOnlyToTheVersionSeen() {
    OrganisationId owner = newOrganisation();
    RightId id = entered(owner, notice());
    assertThat(rights().append(owner, id, 2, fact("a"), Source.BY_HAND, "li"))
        .isEqualTo(new Rights.Appended.Done(3));
    assertThat(rights().append(owner, id, 2, fact("b"), Source.BY_HAND, "li"))
        .isEqualTo(new Rights.Appended.Stale(3));
    assertThat(rights().append(owner, id, 3, fact("a"), Source.BY_HAND, "li"))
        .isEqualTo(new Rights.Appended.Unchanged());
    assertThat(rights().find(owner, id).orElseThrow().events()).hasSize(3);
    assertThat(
            rights()
                .append(
                    owner, new RightId(id.number() + 99_999), 0, fact("a"), Source.BY_HAND, "li"))
        .isEqualTo(new Rights.Appended.NotFound());
  }

  @Test
  void letsOneOfManyWritersWin() throws InterruptedException, ExecutionException {
    OrganisationId owner = newOrganisation();
    RightId id = entered(owner, notice());
    List<Callable<Rights.Appended>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      DatedFact fact = fact("writer " + writer);
      writers.add(() -> rights().append(owner, id, 2, fact, Source.BY_HAND, "li"));
    }
    List<Rights.Appended> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Rights.Appended> outcome : threads.invokeAll(writers)) {
        outcomes.add(outcome.get());
      }
    }
    assertThat(outcomes).filteredOn(Rights.Appended.Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new Rights.Appended.Stale(3)::equals).hasSize(WRITERS - 1);
    assertThat(rights().find(owner, id).orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void takesTheNumbersThatAFactBrings() {
    OrganisationId owner = newOrganisation();
    RightId id = entered(owner, notice());
    Fact granted = new Fact.Granted(SampleNotices.publication(77), Bibliography.EMPTY);
    rights().append(owner, id, 2, new DatedFact(DAY, granted), Source.BY_HAND, "li");
    assertThat(rights().find(owner, id).orElseThrow().numbers())
        .contains(SampleNotices.publication(77));
    assertThat(rights().withKeys(owner, List.of(SampleNotices.publication(77).key())))
        .containsExactly(id);
    assertThat(rights().page(RightQuery.all(owner, 5).withTerm("CN100000077")).rows())
        .extracting(RightRow::id)
        .containsExactly(id);
  }

  @Test
  void movesARowWhenItsLatestNoticeIsTakenBack() {
    OrganisationId owner = newOrganisation();
    RightId id = entered(owner, notice());
    LocalDate before = row(owner).noticedOn();
    DatedFact wrong = new DatedFact(LocalDate.of(2031, 1, 1), new Fact.Ceased("annuity"));
    rights().append(owner, id, 2, wrong, Source.BY_HAND, "li");
    assertThat(row(owner).noticedOn()).isEqualTo(wrong.on());
    Fact correction =
        new Fact.Corrected(
            rights().find(owner, id).orElseThrow().events().getLast().id(),
            Optional.empty(),
            "another right's");
    rights().append(owner, id, 3, new DatedFact(DAY, correction), Source.BY_HAND, "li");
    assertThat(row(owner).noticedOn()).isEqualTo(before);
  }

  private RightRow row(OrganisationId owner) {
    return rights().page(RightQuery.all(owner, 5)).rows().getFirst();
  }

  @Seeds(6)
  void answersLikeTheReference(Seed seed) {
    OrganisationId owner = newOrganisation();
    RegisterStores reference = new MemoryRegister(InstantSource.fixed(Instant.EPOCH)).stores();
    SampleNotices notices = new SampleNotices(seed);
    List<Notice> all = notices.notices(RIGHTS);
    land(stores(), owner, all);
    land(reference, owner, all);
    for (int question = 0; question < QUESTIONS; question++) {
      RightQuery query = query(owner, notices, seed);
      List<RightRow> expected = allPages(reference.rights(), query);
      assertThat(anonymous(allPages(rights(), query)))
          .as("seed %s, %s", seed, query)
          .containsExactlyElementsOf(anonymous(expected));
      assertThat(rights().count(query, 7)).isEqualTo(Math.min(7, expected.size()));
      assertThat(rights().count(query, 1_000)).isEqualTo(expected.size());
      List<RightRow> each = new ArrayList<>();
      rights().each(query, each::add);
      assertThat(anonymous(each)).containsExactlyElementsOf(anonymous(expected));
    }
  }

  private static void land(RegisterStores stores, OrganisationId owner, List<Notice> notices) {
    ImportRun run = stores.runs().start(owner, "sample", "sample.csv", "d", 1, "li", Instant.EPOCH);
    stores.runs().land(run, notices, 0, List.of(), notices.size());
    stores.runs().end(run.id(), ImportRun.State.FINISHED, "", Instant.EPOCH);
  }

  private static RightQuery query(OrganisationId owner, SampleNotices notices, Seed seed) {
    String term = seed.chance(0.15) ? "" : notices.term();
    if (seed.chance(0.2)) {
      term += " " + notices.term();
    }
    return new RightQuery(
        owner,
        RightQuery.Scope.OWN,
        term,
        notices.kind(),
        Optional.empty(),
        seed.chance(0.8) ? "" : "granted",
        notices.classPrefix(),
        notices.region(),
        Optional.empty(),
        seed.chance(0.8) ? Optional.empty() : Optional.of(notices.day()),
        seed.chance(0.8) ? Optional.empty() : Optional.of(notices.day()),
        Optional.empty(),
        seed.between(1, 30));
  }

  private static List<RightRow> allPages(Rights rights, RightQuery query) {
    List<RightRow> rows = new ArrayList<>();
    RightPage page = rights.page(query);
    rows.addAll(page.rows());
    while (page.next().isPresent()) {
      assertThat(page.rows()).hasSize(query.limit());
      page = rights.page(query.from(page.next()));
      rows.addAll(page.rows());
    }
    assertThat(rows).extracting(RightRow::id).doesNotHaveDuplicates();
    return rows;
  }

  // ids differ from store to store; that of the first right is as good as any
  private static List<RightRow> anonymous(List<RightRow> rows) {
    return rows.stream()
        .map(row ->
            new RightRow(
                new RightId(1),
                row.kind(),
                row.office(),
                row.title(),
                row.number(),
                row.stage(),
                row.holder(),
                row.region(),
                row.mainClass(),
                row.filedOn(),
                row.noticedOn()))
        .toList();
  }
}
