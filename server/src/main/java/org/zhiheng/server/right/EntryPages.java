package org.zhiheng.server.right;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.EntryForm;
import org.zhiheng.jobs.records.FormField;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// The form that enters a right by hand.
public final class EntryPages {

  private static final List<String> REFERENCES =
      List.of("reference-ours", "reference-client", "reference-clientName");

  private final Rendering rendering;
  private final Records records;

  /// Over these records.
  public EntryPages(Rendering rendering, Records records) {
    this.rendering = rendering;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/rights/new", this::form)
        .POST("/rights/new", this::enter)
        .build();
  }

  private ServerResponse form(ServerRequest request) {
    rendering.acting(request).must(Permission.RECORD);
    return shown(request, kind(request), Map.of(), List.of(), "", HttpStatus.OK);
  }

  private ServerResponse enter(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Optional<RightKind> kind = kind(request);
    if (kind.isEmpty()) {
      return shown(request, kind, Map.of(), List.of(), "", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Map<String, String> values =
        EventForm.parse(request.params(), EntryForm.fields(kind.get())).values();
    List<Problem> problems = new ArrayList<>();
    String known = "";
    Parsed<Office> office = Office.parse(request.param("office").orElse(""));
    office.refusal().map(problem -> problem.at("office")).ifPresent(problems::add);
    for (String name : REFERENCES) {
      if (request.param(name).orElse("").length() > References.LENGTH_MAX) {
        problems.add(
            Problem.of("too-long", name, "", "At most " + References.LENGTH_MAX + " characters."));
      }
    }
    if (problems.isEmpty()) {
      References references =
          new References(
              request.param(REFERENCES.get(0)).orElse("").strip(),
              request.param(REFERENCES.get(1)).orElse("").strip(),
              request.param(REFERENCES.get(2)).orElse("").strip());
      switch (records.enter(acting, kind.get(), office.orThrow(), values, references)) {
        case Recording.Done done -> {
          return ServerResponse.status(HttpStatus.SEE_OTHER)
              .location(URI.create(RightPages.path(done.id())))
              .build();
        }
        case Recording.Unchanged unchanged -> known = unchanged.id().toString();
        case Recording.Refused refused -> problems.addAll(refused.problems());
        case Recording.Stale _, Recording.NotFound _ ->
            throw new IllegalStateException("a right that is entered cannot be stale");
      }
    }
    return shown(request, kind, values, problems, known, HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static Optional<RightKind> kind(ServerRequest request) {
    return request.param("kind").flatMap(text -> RightKind.parse(text).found());
  }

  private ServerResponse shown(
      ServerRequest request,
      Optional<RightKind> kind,
      Map<String, String> held,
      List<Problem> problems,
      String known,
      HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    List<FormField> fields = kind.map(EntryForm::fields).orElse(List.of());
    List<Field.Choice> kinds = new ArrayList<>();
    for (RightKind one : RightKind.values()) {
      kinds.add(new Field.Choice(one.code(), words.code("kind", one.code())));
    }
    List<String> own = new ArrayList<>(REFERENCES);
    own.add("office");
    EntryView view =
        new EntryView(
            kind.map(RightKind::code).orElse(""),
            kind.map(one -> words.code("kind", one.code())).orElse(""),
            kinds,
            request.param("office").orElse("CN"),
            EventForm.wrong(words, "office", problems),
            EventForm.shown(words, fields, held, problems),
            references(request, words, problems),
            EventForm.others(words, fields, problems, own),
            known);
    return rendering.page(request, Place.RIGHTS, "right/entry.jte", view, status);
  }

  private static List<Field> references(
      ServerRequest request, Words words, List<Problem> problems) {
    return REFERENCES.stream()
        .map(name ->
            new Field(
                name,
                words.say("fact." + name.replace('-', '.')),
                "",
                Field.Input.LINE,
                request.param(name).orElse(""),
                false,
                EventForm.wrong(words, name, problems),
                List.of()))
        .toList();
  }
}
