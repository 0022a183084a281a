package org.zhiheng.server.finance;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.paper.Papers;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Deals that are kept: the list, and one with its pool, its issue and its reports.
public final class KeptDealPages {

  private static final String PATH = Place.FINANCE.path() + "/deals";
  private static final String ONE = PATH + "/{deal}";
  private static final int LISTED = 200;

  private final Rendering rendering;
  private final DealDesk desk;
  private final EvidenceBook evidence;
  private final Papers papers;

  /// Over this desk; reports are looked up among the evidence.
  public KeptDealPages(Rendering rendering, DealDesk desk, EvidenceBook evidence, Papers papers) {
    this.rendering = rendering;
    this.desk = desk;
    this.evidence = evidence;
    this.papers = papers;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::list)
        .POST(PATH, this::keep)
        .GET(ONE, this::show)
        .GET(ONE + "/investors", this::investors)
        .POST(ONE + "/issue", this::issue)
        .POST(ONE + "/report", this::report)
        .build();
  }

  private DealReading reading(ServerRequest request) {
    return new DealReading(rendering.words(request.servletRequest()));
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    return list(request, acting, new DealView.Typed("", ""), List.of(), HttpStatus.OK);
  }

  private ServerResponse list(
      ServerRequest request,
      Acting acting,
      DealView.Typed typed,
      List<String> refused,
      HttpStatus status) {
    DealReading reading = reading(request);
    return rendering.page(
        request,
        Place.FINANCE,
        "finance/deals.jte",
        new DealView.Listed(
            desk.page(acting, Optional.empty(), LISTED).stream()
                .map(kept -> reading.row(kept, DealDesk.deal(kept)))
                .toList(),
            typed,
            refused),
        status);
  }

  private ServerResponse keep(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    DealView.Typed typed = new DealView.Typed(text(request, "deal"), text(request, "assume"));
    try {
      DealBook.Kept kept =
          desk.keep(
              acting,
              typed.deal(),
              typed.assume().isBlank() ? Optional.empty() : Optional.of(typed.assume()),
              DealReader.FileTexts.NONE);
      return to(kept.name());
    } catch (ProblemsException refused) {
      return list(
          request,
          acting,
          typed,
          said(rendering.words(request.servletRequest()), refused),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    return one(request, acting, Optional.empty(), List.of(), HttpStatus.OK);
  }

  /// What was typed into the form of a report.
  private record Typed(String collected, String known) {}

  /// What investors are given: what was paid, against plan, and how anybody checks it.
  private ServerResponse investors(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    DealBook.Kept kept = found(acting, request);
    DealReading reading = reading(request);
    DealView.Investors view =
        new DealView.Investors(
            view(acting, kept, reading, Optional.empty(), List.of()),
            reading.holdings(kept, desk.reports(acting, kept.name())));
    return request.param("as").orElse("").equals("pdf")
        ? papers.pdf(
            request,
            Place.FINANCE,
            "finance/investors.jte",
            view,
            "zhiheng-" + kept.name().text(),
            PATH + "/" + kept.name().text())
        : papers.html(request, Place.FINANCE, "finance/investors.jte", view);
  }

  private ServerResponse one(
      ServerRequest request,
      Acting acting,
      Optional<Typed> typed,
      List<String> refused,
      HttpStatus status) {
    DealView.One view = view(acting, found(acting, request), reading(request), typed, refused);
    return rendering.page(request, Place.FINANCE, "finance/deal.jte", view, status);
  }

  private DealView.One view(
      Acting acting,
      DealBook.Kept kept,
      DealReading reading,
      Optional<Typed> typed,
      List<String> refused) {
    List<DealBook.Report> reports = desk.reports(acting, kept.name());
    return reading.one(
        kept,
        desk.pool(acting, kept.name(), desk.today()),
        kept.issued().isPresent() ? desk.watch(acting, kept.name()) : List.of(),
        reports,
        reading.evidence(evidence, acting),
        typed
            .map(Typed::collected)
            .orElseGet(() -> reports.isEmpty() ? "" : reports.getLast().collected()),
        typed.map(Typed::known).orElse(""),
        refused);
  }

  private ServerResponse issue(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    DealBook.Kept kept = found(acting, request);
    try {
      desk.issue(acting, kept.name(), desk.today(), text(request, "reason"));
      return to(kept.name());
    } catch (ProblemsException refused) {
      return refused(request, acting, Optional.empty(), refused);
    }
  }

  private ServerResponse report(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    DealBook.Kept kept = found(acting, request);
    Typed typed = new Typed(text(request, "collected"), text(request, "known"));
    try {
      desk.report(
          acting,
          kept.name(),
          day(text(request, "until")),
          typed.collected(),
          typed.known().isBlank() ? Optional.empty() : Optional.of(typed.known()));
      return to(kept.name());
    } catch (ProblemsException refused) {
      return refused(request, acting, Optional.of(typed), refused);
    }
  }

  private ServerResponse refused(
      ServerRequest request, Acting acting, Optional<Typed> typed, ProblemsException refused) {
    return one(
        request,
        acting,
        typed,
        said(rendering.words(request.servletRequest()), refused),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      throw new ProblemsException(Problem.of("date", "until", text, "A date is 2026-12-31."));
    }
  }

  private DealBook.Kept found(Acting acting, ServerRequest request) {
    DealName name = DealName.parse(request.pathVariable("deal")).found().orElseThrow(Absent::new);
    try {
      return desk.kept(acting, name);
    } catch (ProblemsException absent) {
      throw new Absent();
    }
  }

  private static ServerResponse to(DealName name) {
    return ServerResponse.seeOther(
            URI.create(
                PATH + "/" + UriUtils.encodePathSegment(name.text(), StandardCharsets.UTF_8)))
        .build();
  }

  private static List<String> said(Words words, ProblemsException refused) {
    return refused.problems().stream()
        .map(problem ->
            (problem.path().isEmpty() ? "" : problem.path() + ": ")
                + words.problem(problem)
                + (problem.given().isEmpty() ? "" : " (" + problem.given() + ")"))
        .toList();
  }

  private static String text(ServerRequest request, String name) {
    return request.param(name).orElse("").replace("\r\n", "\n").strip();
  }
}
