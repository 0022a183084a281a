package org.zhiheng.server.administer;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.recordal.RecordalKind;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The change desk: the work list, a request at the gates, one request.
public final class RecordalPages {

  private static final String PATH = Place.ADMINISTER.path() + "/recordals";
  private static final String NEW = PATH + "/new";
  private static final String ONE = PATH + "/{id:C[0-9]+}";
  private static final int LISTED = 100;
  private static final Pattern APART = Pattern.compile("[\\s,，;；、]+");

  private final Rendering rendering;
  private final AdministerDesk desk;
  private final Records records;

  /// Over this desk and these records.
  public RecordalPages(Rendering rendering, AdministerDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::list)
        .GET(NEW, this::blank)
        .POST(NEW, this::take)
        .GET(ONE, this::show)
        .POST(ONE, this::start)
        .build();
  }

  private RecordalReading reading(ServerRequest request) {
    Words words = rendering.words(request.servletRequest());
    return new RecordalReading(
        words, new DocketReading(words, desk.docket().deadlines().book(), desk.docket().today()));
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    RecordalReading reading = reading(request);
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/recordals.jte",
        new RecordalView.Desk(
            desk.recordals().list(acting, LISTED).stream().map(reading::row).toList()));
  }

  private ServerResponse blank(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    RecordalView.Typed typed =
        request
            .param("mend")
            .flatMap(text -> Recordals.Id.parse(text).found())
            .map(id -> typed(desk.recordals().show(acting, id)))
            .orElseGet(() ->
                new RecordalView.Typed(
                    RecordalKind.ASSIGNMENT.code(),
                    text(request, "rights"),
                    desk.docket().today().toString(),
                    "",
                    "",
                    "CN",
                    "",
                    "",
                    false,
                    "",
                    "",
                    ""));
    return form(request, typed, Optional.empty(), List.of(), HttpStatus.OK);
  }

  private ServerResponse form(
      ServerRequest request,
      RecordalView.Typed typed,
      Optional<RecordalView.Checked> checked,
      List<String> refused,
      HttpStatus status) {
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/recordal-new.jte",
        new RecordalView.Form(typed, checked, refused),
        status);
  }

  private ServerResponse take(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    RecordalView.Typed typed = typed(request);
    RecordalReading reading = reading(request);
    try {
      Request read = read(acting, typed);
      if (request.param("do").orElse("").equals("file")) {
        RecordalDesk.Shown shown =
            desk.recordals()
                .file(
                    acting,
                    read,
                    typed.replaces().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Recordals.Id.parse(typed.replaces()).orThrow()));
        return ServerResponse.seeOther(URI.create(PATH + "/" + shown.kept().id())).build();
      }
      return form(
          request,
          typed,
          Optional.of(reading.checked(desk.recordals().check(acting, read))),
          List.of(),
          HttpStatus.OK);
    } catch (ProblemsException refused) {
      return form(
          request,
          typed,
          Optional.empty(),
          said(reading.words(), refused),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static List<String> said(Words words, ProblemsException refused) {
    return refused.problems().stream()
        .map(problem ->
            words.problem(problem)
                + (problem.given().isEmpty() ? "" : " (" + problem.given() + ")"))
        .toList();
  }

  private Recordals.Id id(ServerRequest request) {
    return Recordals.Id.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
  }

  private RecordalDesk.Shown found(Acting acting, Recordals.Id id) {
    try {
      return desk.recordals().show(acting, id);
    } catch (ProblemsException absent) {
      throw new Absent();
    }
  }

  private ServerResponse show(ServerRequest request) {
    return one(request, rendering.acting(request), List.of(), HttpStatus.OK);
  }

  private ServerResponse one(
      ServerRequest request, Acting acting, List<String> refused, HttpStatus status) {
    RecordalReading reading = reading(request);
    Words words = reading.words();
    RecordalDesk.Shown shown = found(acting, id(request));
    Recordals.Kept kept = shown.kept();
    RecordalView.One view =
        new RecordalView.One(
            reading.row(shown),
            words.say("recordals.by", kept.by(), words.time(kept.at())),
            words.code("recordals.verdict", kept.verdict().code()),
            kept.started()
                .map(started ->
                    words.say("recordals.started", started.by(), words.time(started.at()))
                        + (started.reason().isEmpty() ? "" : " " + started.reason()))
                .orElse(""),
            kept.replaces().map(Recordals.Id::toString),
            reading.checked(desk.recordals().check(acting, kept.request())),
            shown.state() == RecordalDesk.Standing.OPEN
                || shown.state() == RecordalDesk.Standing.READY,
            kept.started().isEmpty(),
            refused);
    return rendering.page(request, Place.ADMINISTER, "administer/recordal.jte", view, status);
  }

  private ServerResponse start(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    Recordals.Id id = found(acting, id(request)).kept().id();
    try {
      desk.recordals().start(acting, id, text(request, "reason"));
    } catch (ProblemsException refused) {
      return one(
          request,
          acting,
          said(rendering.words(request.servletRequest()), refused),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return ServerResponse.seeOther(URI.create(PATH + "/" + id)).build();
  }

  private static String text(ServerRequest request, String name) {
    return request.param(name).orElse("").strip();
  }

  private static RecordalView.Typed typed(RecordalDesk.Shown shown) {
    Request request = shown.kept().request();
    return new RecordalView.Typed(
        request.kind().code(),
        String.join(" ", request.rights().stream().map(RightId::toString).toList()),
        request.filedOn().toString(),
        request.from(),
        request.to(),
        request.toCountry(),
        String.join("\n", request.signed()),
        String.join("\n", request.consents()),
        request.agreement(),
        request.export().map(export -> export.technology().code()).orElse(""),
        request.export().map(Request.Export::number).orElse(""),
        shown.kept().id().toString());
  }

  private static RecordalView.Typed typed(ServerRequest request) {
    return new RecordalView.Typed(
        text(request, "kind"),
        text(request, "rights"),
        text(request, "on"),
        text(request, "from"),
        text(request, "to"),
        text(request, "toCountry").toUpperCase(Locale.ROOT),
        text(request, "signed"),
        text(request, "consents"),
        request.param("agreement").isPresent(),
        text(request, "technology"),
        text(request, "exportNumber"),
        text(request, "replaces"));
  }

  private Request read(Acting acting, RecordalView.Typed typed) {
    List<Problem> problems = new ArrayList<>();
    List<RightId> rights = new ArrayList<>();
    for (String one : APART.split(typed.rights(), -1)) {
      if (!one.isEmpty()) {
        Parsed<RightId> meant = records.meantOne(acting, one);
        meant.found().ifPresent(rights::add);
        meant.refusal().ifPresent(problems::add);
      }
    }
    LocalDate on = desk.docket().today();
    try {
      on = LocalDate.parse(typed.on());
    } catch (DateTimeException none) {
      problems.add(Problem.of("date", "on", typed.on(), "A date is 2026-12-31."));
    }
    Parsed<RecordalKind> kind = RecordalKind.parse(typed.kind());
    kind.refusal().ifPresent(problems::add);
    Optional<Request.Export> export = Optional.empty();
    if (!typed.technology().isEmpty()) {
      Parsed<Request.Technology> technology = Request.Technology.parse(typed.technology());
      technology.refusal().ifPresent(problems::add);
      export = technology.found().map(one -> new Request.Export(one, typed.exportNumber()));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new Request(
        kind.orThrow(),
        rights,
        on,
        typed.from(),
        typed.to(),
        "CN",
        typed.toCountry().isEmpty() ? "CN" : typed.toCountry(),
        RecordalReading.lines(typed.signed()),
        RecordalReading.lines(typed.consents()),
        typed.agreement(),
        export);
  }
}
