package org.zhiheng.server.examine;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.WatchDesk;
import org.zhiheng.jobs.examine.WatchId;
import org.zhiheng.jobs.examine.Watches;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.RightId;

/// Kept examinations, and names that are watched.
public final class RecordPages {

  private static final String RECORDS = ExaminePages.PATH + "/records";
  private static final String WATCHES = ExaminePages.PATH + "/watches";
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int PAGE = 50;

  private final Rendering rendering;
  private final ExamineDesk desk;
  private final ExaminationReports reports;
  private final InstantSource clock;

  /// Over this desk and these reports.
  public RecordPages(
      Rendering rendering, ExamineDesk desk, ExaminationReports reports, InstantSource clock) {
    this.rendering = rendering;
    this.desk = desk;
    this.reports = reports;
    this.clock = clock;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(RECORDS, this::list)
        .POST(RECORDS, this::keep)
        .GET(RECORDS + "/{id:X[0-9]+}", this::show)
        .GET(RECORDS + "/{id:X[0-9]+}.json", this::json)
        .GET(WATCHES, this::watches)
        .POST(WATCHES, this::watch)
        .POST(WATCHES + "/{id:W[0-9]+}/end", this::end)
        .POST(WATCHES + "/{id:W[0-9]+}/hits/{right:R[0-9]+}", this::decide)
        .build();
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    List<ExamineView.KeptRow> rows = new ArrayList<>();
    for (Examinations.Kept kept : desk.book().page(acting, Optional.empty(), PAGE)) {
      rows.add(new RecordReading(words).row(kept));
    }
    return rendering.page(request, Place.EXAMINE, "examine/records.jte", new RecordsView(rows));
  }

  private ServerResponse keep(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    ExamineForm form = ExamineForm.of(request, LocalDate.ofInstant(clock.instant(), CHINA));
    Inquiry inquiry = form.inquiry().orElseThrow(Absent::new);
    return to(RECORDS + "/" + desk.book().keep(acting, inquiry).id());
  }

  /// The record as it was found, and what the same question gives today.
  private ServerResponse show(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    ExaminationId id = id(request);
    Examinations.Kept kept = desk.book().show(acting, id).orElseThrow(Absent::new);
    ExaminationBook.Again again = desk.book().again(acting, id).orElseThrow(Absent::new);
    return rendering.page(
        request,
        Place.EXAMINE,
        "examine/record.jte",
        new RecordReading(words).record(kept, again, reports.prints()));
  }

  private ServerResponse json(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.EXPORT);
    Examinations.Kept kept = desk.book().show(acting, id(request)).orElseThrow(Absent::new);
    byte[] bytes = kept.content().found().getBytes(StandardCharsets.UTF_8);
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .build((_, response) -> {
          response.setContentLength(bytes.length);
          response.getOutputStream().write(bytes);
          return null;
        });
  }

  private ServerResponse watches(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    List<WatchesView.Row> watches = new ArrayList<>();
    for (Watches.Watch watch : desk.watches().all(acting)) {
      watches.add(
          new WatchesView.Row(
              watch.id().toString(),
              watch.content().name(),
              String.join(", ", watch.content().classes()),
              watch.content().least(),
              words.time(watch.content().since()),
              watch.endedAt().isEmpty()));
    }
    List<WatchesView.Task> tasks = new ArrayList<>();
    for (Watches.Hit hit : desk.watches().hits(acting, Optional.of(Watches.State.OPEN), PAGE)) {
      tasks.add(
          new WatchesView.Task(
              hit.watch().toString(),
              watches.stream()
                  .filter(row -> row.id().equals(hit.watch().toString()))
                  .map(WatchesView.Row::name)
                  .findFirst()
                  .orElse(""),
              hit.right().toString(),
              WatchesView.nameIn(hit.found()),
              words.time(hit.at())));
    }
    return rendering.page(
        request, Place.EXAMINE, "examine/watches.jte", new WatchesView(watches, tasks));
  }

  private ServerResponse watch(ServerRequest request) {
    Acting acting = rendering.acting(request);
    ExamineForm form = ExamineForm.of(request, LocalDate.ofInstant(clock.instant(), CHINA));
    desk.watches().start(acting, form.inquiry().orElseThrow(Absent::new), WatchDesk.LEAST);
    return to(WATCHES);
  }

  private ServerResponse end(ServerRequest request) {
    if (!desk.watches().end(rendering.acting(request), watchId(request))) {
      throw new Absent();
    }
    return to(WATCHES);
  }

  private ServerResponse decide(ServerRequest request) {
    Watches.State state =
        request.param("state").orElse("").equals("taken")
            ? Watches.State.TAKEN
            : Watches.State.DISMISSED;
    RightId right = RightId.parse(request.pathVariable("right")).found().orElseThrow(Absent::new);
    if (!desk.watches().decide(rendering.acting(request), watchId(request), right, state, "")) {
      throw new Absent();
    }
    return to(WATCHES);
  }

  private static ExaminationId id(ServerRequest request) {
    return ExaminationId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
  }

  private static WatchId watchId(ServerRequest request) {
    return WatchId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
  }

  private static ServerResponse to(String path) {
    return ServerResponse.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
