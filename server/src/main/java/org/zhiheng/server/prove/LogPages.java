package org.zhiheng.server.prove;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.links.log.LogSite;
import org.zhiheng.links.serve.Answer;
import org.zhiheng.links.serve.Asked;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;

/// The public log, on a page and as files. Both are for everybody: they say nothing of what a leaf
/// stands for.
public final class LogPages {

  /// The page.
  public static final String PATH = "/log";

  /// Below it lie the log's files, under the names of tlog-tiles.
  public static final String FILES = PATH + "/public";

  private static final String CHECK = PATH + "/check";

  private static final int ENTRIES = 20;

  private final Rendering rendering;
  private final PublicLog log;
  private final LogSite files;
  private final LogInspector inspector;
  private final InstantSource clock;

  /// Over this log.
  public LogPages(Rendering rendering, PublicLog log, InstantSource clock) {
    this.rendering = rendering;
    this.log = log;
    this.files = new LogSite(log.tiles());
    this.inspector = new LogInspector(log, clock);
    this.clock = clock;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::page)
        .GET(CHECK, this::inspection)
        .POST(CHECK, this::check)
        .route(
            RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(RequestPredicates.path(FILES + "/**")),
            this::file)
        .build();
  }

  private ServerResponse page(ServerRequest request) throws IOException {
    Words words = rendering.words(request.servletRequest());
    Optional<PublicLog.Published> published = log.published();
    LogView view =
        new LogView(
            log.origin(),
            log.keys().stream()
                .map(key ->
                    new EvidenceView.Line(
                        words.codeOrItself("key", key.algorithm().name()), key.toString(), true))
                .toList(),
            published.isPresent(),
            published.map(one -> facts(words, one)).orElse(List.of()),
            published.map(one -> one.note().toString()).orElse(""),
            published.map(one -> witnesses(words, one)).orElse(List.of()),
            inspection(words, published),
            log.newest(ENTRIES).stream()
                .map(entry ->
                    new LogView.EntryLine(
                        words.number(entry.index()),
                        entry
                            .kind()
                            .map(kind -> new EvidenceReading(words).kind(kind))
                            .orElse(words.say("log.entry.other"))))
                .toList());
    return rendering.page(request, Place.PROVE, "prove/log.jte", view);
  }

  private static List<EvidenceView.Line> facts(Words words, PublicLog.Published published) {
    List<EvidenceView.Line> facts = new ArrayList<>();
    facts.add(
        new EvidenceView.Line(words.say("log.size"), words.number(published.head().size()), false));
    facts.add(new EvidenceView.Line(words.say("log.root"), published.head().root().hex(), true));
    published
        .sibling()
        .ifPresent(sibling -> {
          facts.add(
              new EvidenceView.Line(
                  words.say("log.sibling.size"), words.number(sibling.size()), false));
          facts.add(
              new EvidenceView.Line(words.say("log.sibling.root"), sibling.root().hex(), true));
        });
    return facts;
  }

  private List<LogView.WitnessLine> witnesses(Words words, PublicLog.Published published) {
    return published.witnesses().stream()
        .map(witness ->
            new LogView.WitnessLine(
                witness.name(),
                witness.key().toString(),
                witness.at().map(words::time).orElseGet(() -> words.say("log.witness.not")),
                witness.at().map(at -> behind(words, at)).orElse(""),
                witness.at().isPresent()))
        .toList();
  }

  /// How long ago, by this machine's clock; a clock that goes ahead is not said to be behind.
  private String behind(Words words, Instant at) {
    Duration age = Duration.between(at, clock.instant());
    if (age.toMinutes() < 1) {
      return words.say("log.behind.now");
    }
    if (age.toHours() < 1) {
      return words.count("log.behind.minutes", age.toMinutes());
    }
    return age.toDays() < 1
        ? words.count("log.behind.hours", age.toHours())
        : words.count("log.behind.days", age.toDays());
  }

  private InspectionView inspection(Words words, Optional<PublicLog.Published> published) {
    return switch (inspector.state()) {
      case Inspection.Never _ ->
          new InspectionView(words.say("log.check.never"), false, false, List.of(), 0);
      case Inspection.Running running -> {
        long size = published.map(one -> one.head().size()).orElse(0L);
        long done = Math.min(running.done(), size);
        yield new InspectionView(
            words.say("log.check.running", done, size, running.by()),
            true,
            false,
            List.of(),
            size == 0 ? 0 : (int) (done * 100 / size));
      }
      case Inspection.Ended ended ->
          new InspectionView(
              ended.report().faults().isEmpty()
                  ? words.say(
                      "log.check.sound",
                      ended.at(),
                      ended.by(),
                      ended.report().size(),
                      ended.report().files())
                  : words.say(
                      "log.check.faults", ended.at(), ended.by(), ended.report().faults().size()),
              false,
              ended.report().faults().isEmpty(),
              ended.report().faults(),
              100);
      case Inspection.Failed failed ->
          new InspectionView(
              words.say("log.check.failed", failed.at(), failed.by()),
              false,
              false,
              List.of(failed.reason()),
              0);
    };
  }

  private ServerResponse check(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.ADMINISTER);
    inspector.begin(acting.name());
    return EvidencePages.to(PATH + "#check");
  }

  private ServerResponse inspection(ServerRequest request) throws IOException {
    rendering.acting(request);
    return rendering.page(
        request,
        Place.PROVE,
        "prove/check.jte",
        inspection(rendering.words(request.servletRequest()), log.published()));
  }

  /// A file as it lies there: its name is compared before anything of it is decoded.
  private ServerResponse file(ServerRequest request) throws IOException {
    String path = request.servletRequest().getRequestURI().substring(FILES.length());
    Answer answer = files.answer(new Asked(request.method().name(), path, new byte[0]));
    ServerResponse.BodyBuilder said = ServerResponse.status(answer.status());
    answer.headers().forEach((name, value) -> said.header(name, value));
    return said.build((_, response) -> {
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
      return null;
    });
  }
}
