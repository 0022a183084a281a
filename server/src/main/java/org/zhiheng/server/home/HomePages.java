package org.zhiheng.server.home;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.server.imports.ImportLine;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Reason;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Visitor;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.sample.SampleRows;
import org.zhiheng.server.tour.TourPages;

/// The first page.
public final class HomePages {

  /// Counted up to here; a first page must not scan a million rows.
  static final long COUNT_MAX = 100_000;

  private static final int LATEST = 5;

  private final Rendering rendering;
  private final Records records;
  private final Imports imports;
  private final SampleRows samples;
  private final InstantSource clock;

  /// Over these jobs; the clock dates the counts.
  public HomePages(
      Rendering rendering,
      Records records,
      Imports imports,
      SampleRows samples,
      InstantSource clock) {
    this.rendering = rendering;
    this.records = records;
    this.imports = imports;
    this.samples = samples;
    this.clock = clock;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(Place.HOME.path(), this::home).build();
  }

  private ServerResponse home(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    RightQuery all = RightQuery.all(acting.organisation(), LATEST);
    long count = records.count(acting, all, COUNT_MAX + 1);
    List<ImportRun> runs = imports.list(acting, Optional.empty(), LATEST);
    List<RightRow> latest = records.list(acting, all).rows();
    HomeView view =
        new HomeView(
            count == 0 ? words.say("home.title.empty") : title(words, count),
            rendering.visitor(request.servletRequest()).map(Visitor::organisation).orElse(""),
            words.time(clock.instant()),
            next(words, runs, count, led(request)),
            count == 0 ? List.of() : kinds(words, acting, all),
            count == 0 ? List.of() : stages(words, acting, all),
            runs.stream().map(run -> ImportLine.of(words, run, clock.instant())).toList(),
            latest,
            samples.among(records, acting, latest),
            counted(words));
    return rendering.page(request, Place.HOME, "home/page.jte", view);
  }

  private static String title(Words words, long count) {
    return count > COUNT_MAX
        ? words.say("home.title.over", COUNT_MAX)
        : words.count("home.title", count);
  }

  /// Whether there are stories that nobody skipped.
  private boolean led(ServerRequest request) {
    return !rendering.tour().stories().isEmpty()
        && !Rendering.cookie(request.servletRequest(), Rendering.TOUR_COOKIE).equals("off");
  }

  private static HomeView.Next next(Words words, List<ImportRun> runs, long count, boolean led) {
    Optional<ImportRun> stopped =
        runs.stream()
            .filter(run ->
                run.state() == ImportRun.State.INTERRUPTED || run.state() == ImportRun.State.FAILED)
            .findFirst();
    if (stopped.isPresent()) {
      return new HomeView.Next(
          words.say("home.next.stopped", stopped.get().fileName()),
          words.say("next.objections.do"),
          "/imports/" + stopped.get().id());
    }
    if (led) {
      return new HomeView.Next(words.say("tour.lede"), words.say("tour.begin"), TourPages.PATH);
    }
    return count == 0
        ? new HomeView.Next(
            words.say("rights.empty.text"), words.say("rights.empty.import"), "/imports/new")
        : new HomeView.Next(
            words.say("home.next.find"), words.say("nav.rights"), Place.RIGHTS.path());
  }

  private List<HomeView.Count> kinds(Words words, Acting acting, RightQuery all) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (RightKind kind : RightKind.values()) {
      RightQuery query = of(all, Optional.of(kind), "");
      counts.put(kind.code(), records.count(acting, query, COUNT_MAX + 1));
    }
    return lines(words, "kind", counts);
  }

  private List<HomeView.Count> stages(Words words, Acting acting, RightQuery all) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (LifeStage stage : LifeStage.values()) {
      RightQuery query = of(all, Optional.empty(), stage.code());
      counts.put(stage.code(), records.count(acting, query, COUNT_MAX + 1));
    }
    return lines(words, "stage", counts);
  }

  /// What there is at least one of, with a bar as long as its share of the most.
  private static List<HomeView.Count> lines(Words words, String filter, Map<String, Long> counts) {
    long max = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    List<HomeView.Count> lines = new ArrayList<>();
    counts.forEach((code, count) -> {
      if (count > 0) {
        lines.add(
            new HomeView.Count(
                words.code(filter, code),
                Place.RIGHTS.path() + "?" + filter + "=" + code,
                count > COUNT_MAX ? words.number(COUNT_MAX) + "+" : words.number(count),
                Math.toIntExact(Math.max(1, count * HomeView.BAR_WIDTH / max))));
      }
    });
    return lines;
  }

  private Reason counted(Words words) {
    return new Reason(
        "home-count",
        Reason.Mark.AS_OF,
        words.say("reason.count.title"),
        Optional.empty(),
        List.of(
            Reason.Line.of(words.say("reason.asOf"), words.time(clock.instant())),
            Reason.Line.of(words.say("reason.steps"), words.say("reason.home.steps", COUNT_MAX)),
            Reason.Line.of(words.say("reason.source"), words.say("reason.count.source")),
            new Reason.Line(
                words.say("reason.check"), words.say("reason.home.check"), Place.RIGHTS.path())));
  }

  private static RightQuery of(RightQuery all, Optional<RightKind> kind, String stage) {
    return new RightQuery(
        all.viewer(),
        all.scope(),
        all.term(),
        kind,
        all.office(),
        stage,
        all.classPrefix(),
        all.region(),
        all.party(),
        all.noticedFrom(),
        all.noticedTo(),
        all.after(),
        all.limit());
  }
}
