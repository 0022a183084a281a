package org.zhiheng.server.value;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.jobs.value.GivenFile;
import org.zhiheng.jobs.value.KeptValuations;
import org.zhiheng.jobs.value.PatentReport;
import org.zhiheng.jobs.value.ValueDesk;
import org.zhiheng.jobs.value.ValueJson;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.paper.Papers;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// What a patent may be worth: what the register tells, and what methods say of figures that a
/// person types, as fields or as a file. Nothing that is typed is kept, unless a person keeps the
/// report as evidence.
public final class ValuePages {

  private static final String PATH = Place.RIGHTS.path() + "/{id:R[0-9]+}/value";

  private static final String FILE_NAME = "value.yaml";

  private final Rendering rendering;
  private final Records records;
  private final ValueDesk desk;
  private final Supplier<LocalDate> today;
  private final Papers papers;
  private final KeptValuations kept;

  /// Over these records and this desk.
  ///
  /// @param today the day for which a report holds unless another is asked for
  /// @param kept keeps a report
  public ValuePages(
      Rendering rendering,
      Records records,
      ValueDesk desk,
      Supplier<LocalDate> today,
      Papers papers,
      KeptValuations kept) {
    this.rendering = rendering;
    this.records = records;
    this.desk = desk;
    this.today = today;
    this.papers = papers;
    this.kept = kept;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::answer)
        .POST(PATH, this::answer)
        .POST(PATH + "/keep", this::keep)
        .build();
  }

  private ServerResponse keep(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    RightId id = RightId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
    RightFile right = records.show(acting, id).orElseThrow(Absent::new);
    Words words = rendering.words(request.servletRequest());
    Question question = question(words, name -> request.param(name).orElse(""), right);
    if (!question.refused().isEmpty()) {
      return answer(request);
    }
    PatentReport report;
    try {
      report =
          desk.value(acting, id, question.on(), question.file()).found().orElseThrow(Absent::new);
    } catch (ProblemsException refused) {
      // the page that was sent here says what is refused
      return answer(request);
    }
    EvidenceStore.Kept evidence = kept.keep(acting, report, question.file());
    return ServerResponse.seeOther(URI.create("/prove/evidence/" + evidence.id())).build();
  }

  private ServerResponse answer(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    RightId id = RightId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
    RightFile right = records.show(acting, id).orElseThrow(Absent::new);
    Words words = rendering.words(request.servletRequest());
    Function<String, String> param = name -> request.param(name).orElse("");
    Question question = question(words, param, right);
    if (right.record().kind().family() != RightKind.Family.PATENT) {
      return page(request, ValueForm.view(words, right, question, Optional.empty()));
    }
    Parsed<PatentReport> valued;
    try {
      valued = desk.value(acting, id, question.on(), question.file());
    } catch (ProblemsException refused) {
      question = question.refusing(words, refused.problems());
      valued = desk.value(acting, id, question.on(), Optional.empty());
    }
    PatentReport report = valued.found().orElseThrow(Absent::new);
    ValueView view = ValueForm.view(words, right, question, Optional.of(report));
    if (!question.refused().isEmpty()) {
      return rendering.page(
          request, Place.RIGHTS, "value/page.jte", view, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String name = "zhiheng-value-" + id + "-" + question.on();
    return switch (param.apply("as")) {
      case "json" ->
          Papers.file(
              MediaType.APPLICATION_JSON,
              name + ".json",
              RecordJson.text(out -> ValueJson.write(report, out))
                  .getBytes(StandardCharsets.UTF_8));
      case "yaml" ->
          Papers.file(
              MediaType.parseMediaType("application/yaml"),
              name + ".yaml",
              question.text().getBytes(StandardCharsets.UTF_8));
      case "html" -> papers.html(request, Place.RIGHTS, "value/paper.jte", view);
      case "pdf" ->
          papers.pdf(
              request, Place.RIGHTS, "value/paper.jte", view, name, "/rights/" + id + "/value");
      default -> page(request, view);
    };
  }

  private ServerResponse page(ServerRequest request, ValueView view) {
    return rendering.page(request, Place.RIGHTS, "value/page.jte", view);
  }

  private Question question(Words words, Function<String, String> param, RightFile right) {
    List<ValueView.Refused> refused = new ArrayList<>();
    LocalDate on = today.get();
    String day = param.apply("on").strip();
    if (!day.isEmpty()) {
      try {
        on = LocalDate.parse(day);
      } catch (DateTimeException none) {
        refused.add(new ValueView.Refused(day, words.say("problem.date"), ""));
      }
    }
    Typed typed = Typed.of(param);
    String file = param.apply("file").replace("\r\n", "\n");
    boolean asFile = param.apply("how").equals("file");
    if (file.length() > GivenFile.LENGTH_MAX) {
      refused.add(
          new ValueView.Refused(
              FILE_NAME, words.say("value.long", words.number(GivenFile.LENGTH_MAX)), ""));
      file = "";
    }
    if (asFile) {
      return new Question(on, typed, new GivenText(file, Map.of()), true, refused);
    }
    String title = right.title().isEmpty() ? right.record().id().toString() : right.title();
    return new Question(on, typed, GivenText.of(typed, title, on), false, refused);
  }

  /// What is asked.
  ///
  /// @param given what was typed, as a file
  /// @param asFile whether it was typed as one
  record Question(
      LocalDate on, Typed typed, GivenText given, boolean asFile, List<ValueView.Refused> refused) {

    Question {
      refused = List.copyOf(refused);
    }

    /// The file as it is shown; empty when nothing was typed.
    String text() {
      return asFile || !typed.fields().isEmpty() ? given.text() : "";
    }

    Optional<GivenFile> file() {
      return text().isBlank() ? Optional.empty() : Optional.of(new GivenFile(FILE_NAME, text()));
    }

    Question refusing(Words words, List<Problem> problems) {
      List<ValueView.Refused> all = new ArrayList<>(refused);
      problems.forEach(one -> all.add(ValueForm.refused(words, this, one)));
      return new Question(on, typed, given, asFile, all);
    }
  }
}
