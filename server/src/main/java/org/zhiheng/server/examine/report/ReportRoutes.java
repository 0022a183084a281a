package org.zhiheng.server.examine.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.examine.report.ReportPages;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.report.Printed;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.PolicyFilter;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// The report of a kept examination: a page of its own without the frame, and PDF.
public final class ReportRoutes {

  private static final String RECORDS = "/examine/records/";
  private static final String HTML = "/report.html";
  private static final String PDF = "/report.pdf";

  /// A document is shown, and may load nothing.
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private final Rendering rendering;
  private final ExaminationReports reports;

  /// Over these reports.
  public ReportRoutes(Rendering rendering, ExaminationReports reports) {
    this.rendering = rendering;
    this.reports = reports;
  }

  /// Where the page of a report is.
  public static String html(ExaminationId id, Tongue tongue) {
    return RECORDS + id + HTML + "?language=" + tongue.code();
  }

  /// Where a report is as PDF.
  public static String pdf(ExaminationId id, Tongue tongue) {
    return RECORDS + id + PDF + "?language=" + tongue.code();
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(RECORDS + "{id:X[0-9]+}" + HTML, this::html)
        .GET(RECORDS + "{id:X[0-9]+}" + PDF, this::pdf)
        .build();
  }

  private ServerResponse html(ServerRequest request) {
    Acting acting = rendering.acting(request);
    ReportPages.Page page =
        reports.html(acting, id(request), tongue(request)).orElseThrow(Absent::new);
    return PolicyFilter.instead(
        ServerResponse.ok().contentType(Rendering.HTML),
        page.policy() + "; frame-ancestors 'none'",
        page.html().getBytes(StandardCharsets.UTF_8));
  }

  private ServerResponse pdf(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    ExaminationId id = id(request);
    Tongue tongue = tongue(request);
    try {
      return switch (reports.pdf(acting, id, tongue).orElseThrow(Absent::new)) {
        case Parsed.Ok<Printed>(Printed document) ->
            PolicyFilter.instead(
                ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                            .filename("zhiheng-" + id + "-" + tongue.code() + ".pdf")
                            .build()
                            .toString()),
                NOTHING,
                document.bytes());
        case Parsed.Refused<Printed>(Problem problem) ->
            refused(
                request,
                problem.code().equals("printer-missing")
                    ? HttpStatus.NOT_IMPLEMENTED
                    : HttpStatus.UNPROCESSABLE_CONTENT,
                words -> words.problem(problem));
      };
    } catch (Busy busy) {
      return refused(
          request,
          HttpStatus.SERVICE_UNAVAILABLE,
          words -> words.say("kept.report.busy", busy.retryAfter().toSeconds()));
    }
  }

  /// Why there is no PDF, and the page that can be printed instead.
  private ServerResponse refused(
      ServerRequest request, HttpStatus status, java.util.function.Function<Words, String> why) {
    Words words = rendering.words(request.servletRequest());
    return rendering.page(
        request,
        Place.EXAMINE,
        "examine/report/refused.jte",
        new NotPrintedView(
            RECORDS + id(request), why.apply(words), html(id(request), tongue(request))),
        status);
  }

  private Tongue tongue(ServerRequest request) {
    Optional<Tongue> asked = request.param("language").flatMap(text -> Tongue.parse(text).found());
    return asked.orElseGet(() ->
        switch (rendering.words(request.servletRequest()).language()) {
          case CHINESE -> Tongue.CHINESE;
          case ENGLISH -> Tongue.ENGLISH;
        });
  }

  private static ExaminationId id(ServerRequest request) {
    return ExaminationId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
  }
}
