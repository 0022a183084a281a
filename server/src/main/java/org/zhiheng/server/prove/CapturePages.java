package org.zhiheng.server.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.capture.Captures;
import org.zhiheng.jobs.prove.capture.PageCapture;
import org.zhiheng.jobs.prove.capture.WebAddress;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// A page of the web taken in as evidence.
///
/// Public addresses alone are asked: whoever may deposit must not see through this machine into its
/// own network. At most [#AT_ONCE] pages are fetched at a time.
public final class CapturePages {

  /// Where it is asked for.
  static final String PATH = Place.PROVE.path() + "/capture";

  private static final int AT_ONCE = 2;

  private final Rendering rendering;
  private final Records records;
  private final Captures captures;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /// Over these jobs.
  public CapturePages(Rendering rendering, Records records, Deposits deposits, PageCapture pages) {
    this.rendering = rendering;
    this.records = records;
    this.captures =
        new Captures(
            deposits,
            pages,
            new Captures.Instrument(
                "zhiheng",
                System.getProperty("os.name", "")
                    + " "
                    + System.getProperty("os.version", "")
                    + ", Java "
                    + Runtime.version()
                    + ", direct connection without a proxy"));
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::form).POST(PATH, this::capture).build();
  }

  private ServerResponse form(ServerRequest request) {
    rendering.acting(request).must(Permission.RECORD);
    return form(request, List.of(), HttpStatus.OK);
  }

  private ServerResponse form(ServerRequest request, List<Problem> problems, HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    CaptureView view =
        new CaptureView(
            DepositForm.KINDS.stream()
                .map(kind -> new Field.Choice(kind, words.code("leaf", kind)))
                .toList(),
            request.param("kind").orElse(DepositForm.KINDS.getFirst()),
            request.param("url").orElse("").strip(),
            request.param("right").orElse("").strip(),
            problems.stream().map(words::problem).toList());
    return rendering.page(request, Place.PROVE, "prove/capture.jte", view, status);
  }

  private ServerResponse capture(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    List<Problem> problems = new ArrayList<>();
    try {
      return EvidencePages.to(EvidenceItemPages.path(captured(acting, request).kept().id()));
    } catch (ProblemsException refused) {
      problems.addAll(refused.problems());
    } catch (IOException unreachable) {
      problems.add(
          Problem.of(
              "capture-failed",
              "url",
              request.param("url").orElse("").strip(),
              String.valueOf(unreachable.getMessage())));
    }
    return form(request, problems, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Captures.Captured captured(Acting acting, ServerRequest request) throws IOException {
    WebAddress address = WebAddress.parse(request.param("url").orElse("").strip()).orThrow();
    Optional<RightId> right =
        request
            .param("right")
            .map(String::strip)
            .filter(typed -> !typed.isEmpty())
            .map(typed -> records.meantOne(acting, typed).orThrow());
    String kind =
        request
            .param("kind")
            .filter(DepositForm.KINDS::contains)
            .orElse(DepositForm.KINDS.getFirst());
    if (!free.tryAcquire()) {
      throw new ProblemsException(
          Problem.of(
              "capture-busy", "", "", "Other pages are being fetched; try again in a moment."));
    }
    try {
      return captures.capture(
          acting,
          new Captures.Request(
              LeafKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
              right,
              "",
              new TreeMap<>(),
              address,
              PageCapture.Reach.PUBLIC,
              PageCapture.Look.WITH_BROWSER));
    } finally {
      free.release();
    }
  }
}
