package org.zhiheng.server.imports;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Reason;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Imports: started, listed, watched, gone on with.
public final class ImportPages {

  private static final int RUNS = 50;
  private static final int PROBLEMS = 100;

  private final Rendering rendering;
  private final Imports imports;
  private final ImportDesk desk;
  private final InstantSource clock;
  private final long uploadBytesMax;

  /// @param uploadBytesMax the largest file that is taken
  public ImportPages(
      Rendering rendering,
      Imports imports,
      ImportDesk desk,
      InstantSource clock,
      long uploadBytesMax) {
    this.rendering = rendering;
    this.imports = imports;
    this.desk = desk;
    this.clock = clock;
    this.uploadBytesMax = uploadBytesMax;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(Place.IMPORTS.path(), this::list)
        .GET("/imports/new", this::form)
        .POST("/imports", this::start)
        .GET("/imports/{id:I[0-9]+}", this::show)
        .POST("/imports/{id:I[0-9]+}/resume", this::resume)
        .build();
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    Optional<ImportId> before =
        request.param("before").flatMap(text -> ImportId.parse(text).found());
    List<ImportLine> runs =
        imports.list(acting, before, RUNS).stream()
            .map(run -> ImportLine.of(words, run, clock.instant()))
            .toList();
    ImportsView view =
        new ImportsView(
            runs, runs.size() < RUNS ? Optional.empty() : Optional.of(runs.getLast().id()));
    return rendering.page(request, Place.IMPORTS, "imports/list.jte", view);
  }

  private ServerResponse form(ServerRequest request) {
    rendering.acting(request).must(Permission.IMPORT);
    return form(request, List.of(), HttpStatus.OK);
  }

  private ServerResponse form(ServerRequest request, List<Problem> problems, HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    List<Field.Choice> kinds = new ArrayList<>();
    for (IntakeKind kind : IntakeKind.values()) {
      kinds.add(new Field.Choice(kind.code(), words.code("intake", kind.code())));
    }
    StartView view =
        new StartView(
            kinds,
            request.param("kind").orElse(""),
            problems.stream().map(words::problem).toList());
    return rendering.page(request, Place.IMPORTS, "imports/start.jte", view, status);
  }

  private ServerResponse start(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.IMPORT);
    Optional<Part> file =
        Optional.ofNullable(request.multipartData().getFirst("file"))
            .filter(part -> part.getSize() > 0);
    Parsed<IntakeKind> kind = IntakeKind.parse(request.param("kind").orElse(""));
    List<Problem> problems = new ArrayList<>();
    kind.refusal().ifPresent(problems::add);
    if (file.isEmpty()) {
      problems.add(Problem.of("import-file", "file", "", "Choose a file that is not empty."));
    }
    if (!problems.isEmpty()) {
      return form(request, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String name = Optional.ofNullable(file.orElseThrow().getSubmittedFileName()).orElse("");
    try (InputStream upload = file.orElseThrow().getInputStream()) {
      ImportRun run =
          desk.submit(
              acting, kind.orThrow(), name.isBlank() ? "upload" : name, upload, uploadBytesMax);
      return to(run.id());
    } catch (Documents.TooLarge tooLarge) {
      return form(
          request,
          List.of(Problem.of("import-too-large", "file", name, "The file is too large.")),
          HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (Busy busy) {
      return form(
          request,
          List.of(
              Problem.of(
                  "import-busy", "", "", "Other imports are waiting; try again in a minute.")),
          HttpStatus.SERVICE_UNAVAILABLE);
    }
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    ImportRun run = imports.find(acting, id(request)).orElseThrow(Absent::new);
    long from =
        request
            .param("from")
            .filter(text -> text.matches("[0-9]{1,9}"))
            .map(Long::parseLong)
            .orElse(0L);
    List<Problem> problems = imports.problems(acting, run.id(), from, PROBLEMS);
    ImportView view =
        new ImportView(
            ImportLine.of(words, run, clock.instant()),
            problems.stream()
                .map(one ->
                    new ImportView.ProblemLine(
                        words.position(one.path()), one.given(), words.problem(one), one.code()))
                .toList(),
            from,
            problems.size() < PROBLEMS ? Optional.empty() : Optional.of(from + PROBLEMS),
            List.of(counted(words, run)));
    return rendering.page(request, Place.IMPORTS, "imports/run.jte", view);
  }

  private ServerResponse resume(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    ImportId id = id(request);
    if (imports.find(acting, id).isEmpty()) {
      throw new Absent();
    }
    if (desk.resume(acting, id).isEmpty()) {
      throw new org.zhiheng.values.ProblemsException(
          Problem.of(
              "import-not-resumable",
              "",
              id.toString(),
              "This run is finished, goes on already, or its file was not uploaded here."));
    }
    return to(id);
  }

  private static Reason counted(Words words, ImportRun run) {
    ImportRun.Counts counts = run.counts();
    return new Reason(
        "counts",
        Reason.Mark.RULE,
        words.say("reason.import.title"),
        Optional.empty(),
        List.of(
            Reason.Line.of(
                words.say("reason.steps"),
                words.say(
                    "reason.import.sum",
                    counts.taken(),
                    counts.unchanged(),
                    counts.refused(),
                    counts.read())),
            Reason.Line.of(words.say("reason.source"), run.fileName()),
            Reason.Line.of(words.say("reason.digest"), run.fileDigest()),
            Reason.Line.of(words.say("reason.check"), words.say("reason.import.check"))));
  }

  private static ImportId id(ServerRequest request) {
    return ImportId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
  }

  private static ServerResponse to(ImportId id) {
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/imports/" + id))
        .build();
  }
}
