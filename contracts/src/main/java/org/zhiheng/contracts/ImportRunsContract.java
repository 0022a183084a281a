package org.zhiheng.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;

/// What every store of import runs must do.
public abstract class ImportRunsContract {

  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final String KIND = "cnipa-gazette-csv";
  private static final int IMPORTERS = 4;

  /// The back end's ports.
  protected abstract RegisterStores stores();

  /// An organisation that has no records yet.
  protected abstract OrganisationId newOrganisation();

  private ImportRuns runs() {
    return stores().runs();
  }

  private ImportRun started(ImportRuns runs, OrganisationId owner) {
    return runs.start(owner, KIND, "july.csv", "d".repeat(64), 1_234, "li", AT);
  }

  private static List<Notice> sample(int count) {
    return new SampleNotices(Seed.of(7)).notices(count);
  }

  @Test
  void takesNewNoticesAndLeavesKnownOnes() {
    OrganisationId owner = newOrganisation();
    ImportRuns runs = runs();
    ImportRun run = started(runs, owner);
    assertThat(runs.land(run, sample(20), 3, List.of(), 23))
        .isEqualTo(new ImportRun.Counts(23, 20, 3, 0));
    assertThat(runs.land(run, sample(30), 0, List.of(), 53))
        .isEqualTo(new ImportRun.Counts(30, 10, 0, 20));
    runs.end(run.id(), ImportRun.State.FINISHED, "", AT.plusSeconds(9));
    ImportRun ended = runs.find(owner, run.id()).orElseThrow();
    assertThat(ended.counts()).isEqualTo(new ImportRun.Counts(53, 30, 3, 20));
    assertThat(ended.through()).isEqualTo(53);
    assertThat(ended.state()).isEqualTo(ImportRun.State.FINISHED);
    assertThat(ended.endedAt()).contains(AT.plusSeconds(9));
    assertThat(stores().rights().count(RightQuery.all(owner, 1), 1_000)).isEqualTo(30);
  }

  @Test
  void joinsNoticesOfOneRightWithinABatch() {
    OrganisationId owner = newOrganisation();
    Notice notice = sample(1).getFirst();
    Notice later =
        new Notice(
            notice.kind(),
            notice.office(),
            List.of(notice.numbers().getLast()),
            List.of(new DatedFact(notice.facts().getLast().on(), new Fact.Noted("x", "later"))),
            notice.source());
    ImportRuns runs = runs();
    ImportRun run = started(runs, owner);
    assertThat(runs.land(run, List.of(notice, later, notice, later), 0, List.of(), 4))
        .isEqualTo(new ImportRun.Counts(4, 2, 0, 2));
    assertThat(only(owner).events()).hasSize(3);
  }

  private RightRecord only(OrganisationId owner) {
    List<RightRow> rows = stores().rights().page(RightQuery.all(owner, 10)).rows();
    assertThat(rows).hasSize(1);
    return stores().rights().find(owner, rows.getFirst().id()).orElseThrow();
  }

  @Test
  void tellsOfNumbersThatAreTwoRights() {
    OrganisationId owner = newOrganisation();
    List<Notice> two = sample(2);
    Notice both =
        new Notice(
            two.getFirst().kind(),
            two.getFirst().office(),
            List.of(two.getLast().numbers().getFirst(), two.getFirst().numbers().getFirst()),
            List.of(new DatedFact(two.getFirst().facts().getLast().on(), new Fact.Noted("x", ""))),
            two.getFirst().source());
    ImportRuns runs = runs();
    ImportRun run = started(runs, owner);
    runs.land(run, two, 0, List.of(), 2);
    assertThat(runs.land(run, List.of(both), 0, List.of(), 3))
        .isEqualTo(new ImportRun.Counts(1, 1, 0, 0));
    assertThat(runs.problems(owner, run.id(), 0, 10))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("number-conflict");
          assertThat(problem.given()).isEqualTo(two.getLast().numbers().getFirst().text());
        });
    assertThat(stores().rights().withKeys(owner, keys(two.getLast()))).hasSize(1);
    RightRecord first =
        stores()
            .rights()
            .find(owner, stores().rights().withKeys(owner, keys(two.getFirst())).getFirst())
            .orElseThrow();
    assertThat(first.events()).hasSize(3);
    assertThat(first.numbers()).containsExactlyElementsOf(two.getFirst().numbers());
  }

  private static List<String> keys(Notice notice) {
    return notice.numbers().stream().map(RightNumber::key).toList();
  }

  @Test
  void keepsProblemsInOrderUpToALimit() {
    OrganisationId owner = newOrganisation();
    ImportRuns runs = runs();
    ImportRun run = started(runs, owner);
    List<Problem> problems = new ArrayList<>();
    for (int line = 0; line < ImportRuns.PROBLEMS_MAX - 5; line++) {
      problems.add(Problem.of("bad", "line " + line, "", "It is bad."));
    }
    runs.land(run, List.of(), problems.size(), problems, 1);
    runs.land(run, List.of(), 10, problems.subList(0, 10), 2);
    assertThat(runs.problems(owner, run.id(), 3, 2)).isEqualTo(problems.subList(3, 5));
    assertThat(runs.problems(owner, run.id(), ImportRuns.PROBLEMS_MAX - 6, 100))
        .hasSize(6)
        .endsWith(problems.get(4));
    assertThat(runs.find(owner, run.id()).orElseThrow().counts().refused())
        .isEqualTo(problems.size() + 10);
    assertThat(runs.problems(newOrganisation(), run.id(), 0, 10)).isEmpty();
  }

  @Test
  void letsOneWorkOnARunAtATime() {
    OrganisationId owner = newOrganisation();
    ImportRuns runs = runs();
    ImportRun run = started(runs, owner);
    assertThat(runs.claim(run.id())).isEmpty();
    assertThat(runs.resumable(owner, KIND, run.fileDigest())).isEmpty();
    runs.end(run.id(), ImportRun.State.INTERRUPTED, "", AT);
    assertThat(runs.resumable(owner, KIND, run.fileDigest()).map(ImportRun::id)).contains(run.id());
    assertThat(runs.resumable(owner, KIND, "other")).isEmpty();
    assertThat(runs.resumable(newOrganisation(), KIND, run.fileDigest())).isEmpty();
    ImportRun claimed = runs.claim(run.id()).orElseThrow();
    assertThat(claimed.state()).isEqualTo(ImportRun.State.RUNNING);
    assertThat(claimed.endedAt()).isEmpty();
    assertThat(runs.claim(run.id())).isEmpty();
    runs.end(run.id(), ImportRun.State.FAILED, "The disk is full.", AT);
    assertThat(runs.find(owner, run.id()).map(ImportRun::failure)).contains("The disk is full.");
    assertThat(runs.claim(run.id())).isPresent();
    runs.end(run.id(), ImportRun.State.FINISHED, "", AT);
    assertThat(runs.claim(run.id())).isEmpty();
    assertThatThrownBy(() -> runs.land(run, sample(1), 0, List.of(), 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void listsItsOwnRunsNewestFirst() {
    OrganisationId owner = newOrganisation();
    ImportRuns runs = runs();
    ImportRun first = started(runs, owner);
    ImportRun second = started(runs, owner);
    started(runs, newOrganisation());
    assertThat(runs.list(owner, Optional.empty(), 10))
        .extracting(ImportRun::id)
        .containsExactly(second.id(), first.id());
    assertThat(runs.list(owner, Optional.of(second.id()), 10))
        .extracting(ImportRun::id)
        .containsExactly(first.id());
    assertThat(runs.find(newOrganisation(), first.id())).isEmpty();
  }

  @Test
  void importsTheSameFileAtOnceWithoutDoubling() throws InterruptedException, ExecutionException {
    OrganisationId owner = newOrganisation();
    ImportRuns runs = runs();
    List<Notice> notices = sample(200);
    List<Callable<ImportRun.Counts>> importers = new ArrayList<>();
    for (int importer = 0; importer < IMPORTERS; importer++) {
      ImportRun run = started(runs, owner);
      importers.add(() -> runs.land(run, notices, 0, List.of(), 200));
    }
    ImportRun.Counts all = ImportRun.Counts.NONE;
    try (ExecutorService threads = Executors.newFixedThreadPool(IMPORTERS)) {
      for (Future<ImportRun.Counts> counts : threads.invokeAll(importers)) {
        all = all.plus(counts.get());
      }
    }
    assertThat(all)
        .isEqualTo(new ImportRun.Counts(200L * IMPORTERS, 200, 0, 200L * (IMPORTERS - 1)));
    assertThat(stores().rights().count(RightQuery.all(owner, 1), 1_000)).isEqualTo(200);
  }

  @Seeds(8)
  void endsTheSameHoweverTheFileIsCut(Seed seed) {
    List<Notice> notices = new ArrayList<>(new SampleNotices(seed).notices(60));
    notices.addAll(notices.subList(0, 20));
    Collections.shuffle(notices, new java.util.Random(seed.number()));
    OrganisationId cut = newOrganisation();
    OrganisationId whole = newOrganisation();
    ImportRuns runs = runs();
    ImportRun wholeRun = started(runs, whole);
    ImportRun.Counts expected = runs.land(wholeRun, notices, 0, List.of(), notices.size());
    ImportRun cutRun = started(runs, cut);
    int from = 0;
    while (from < notices.size()) {
      int to = Math.min(notices.size(), from + seed.between(1, 15));
      runs.land(cutRun, notices.subList(from, to), 0, List.of(), to);
      from = to;
    }
    assertThat(runs.find(cut, cutRun.id()).orElseThrow().counts()).isEqualTo(expected);
    assertThat(shown(cut)).containsExactlyInAnyOrderElementsOf(shown(whole));
  }

  private List<String> shown(OrganisationId owner) {
    List<String> shown = new ArrayList<>();
    stores()
        .rights()
        .each(
            RightQuery.all(owner, 1),
            row ->
                shown.add(
                    row.number() + row.title() + row.stage() + row.holder() + row.noticedOn()));
    return shown;
  }
}
