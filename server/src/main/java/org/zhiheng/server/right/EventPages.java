package org.zhiheng.server.right;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.FactForm;
import org.zhiheng.jobs.records.FormField;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Field;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The form that records an event on a right, with or without a document.
public final class EventPages {

  private final Rendering rendering;
  private final Records records;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone whose today stands in a fresh form
  public EventPages(Rendering rendering, Records records, InstantSource clock, ZoneId zone) {
    this.rendering = rendering;
    this.records = records;
    this.clock = clock;
    this.zone = zone;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/rights/{id:R[0-9]+}/events/new", this::form)
        .POST("/rights/{id:R[0-9]+}/events", this::record)
        .build();
  }

  private ServerResponse form(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    RightFile file = own(acting, RightPages.id(request));
    Optional<FactKind> kind = request.param("kind").flatMap(text -> FactKind.parse(text).found());
    Map<String, String> held =
        request.param("target").map(target -> Map.of("target", target)).orElse(Map.of());
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return shown(request, file, kind, today.toString(), held, List.of(), HttpStatus.OK);
  }

  private ServerResponse record(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    RightFile file = own(acting, RightPages.id(request));
    RightId id = file.record().id();
    FactKind kind = FactKind.parse(request.param("kind").orElse("")).orThrow();
    EventForm form = EventForm.parse(request.params(), FactForm.fields(kind));
    Optional<Part> part =
        Optional.ofNullable(request.multipartData().getFirst("file"))
            .filter(sent -> sent.getSize() > 0);
    List<Problem> problems = new ArrayList<>(form.problems());
    if (problems.isEmpty()) {
      Optional<Long> version =
          request.param("version").filter(v -> v.matches("[0-9]{1,18}")).map(Long::valueOf);
      Recording recording = recorded(acting, id, kind, form, version, part);
      switch (recording) {
        case Recording.Done done -> {
          return to(RightPages.path(done.id()) + "#events");
        }
        case Recording.Unchanged unchanged -> {
          return to(RightPages.path(unchanged.id()) + "#events");
        }
        case Recording.Refused refused -> problems.addAll(refused.problems());
        case Recording.Stale _ ->
            problems.add(
                Problem.of(
                    "stale", "", "", "Somebody recorded an event since this form was opened."));
        case Recording.NotFound _ -> throw new Absent();
      }
    }
    return shown(
        request,
        file,
        Optional.of(kind),
        request.param("on").orElse(""),
        form.values(),
        problems,
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Recording recorded(
      Acting acting,
      RightId id,
      FactKind kind,
      EventForm form,
      Optional<Long> version,
      Optional<Part> part)
      throws IOException {
    LocalDate on = form.on().orElseThrow();
    try {
      if (part.isEmpty()) {
        return records.record(acting, id, kind, on, form.values(), version, Optional.empty());
      }
      try (InputStream content = part.get().getInputStream()) {
        String name = Optional.ofNullable(part.get().getSubmittedFileName()).orElse("");
        return records.record(
            acting,
            id,
            kind,
            on,
            form.values(),
            version,
            Optional.of(new Attachment(name, content)));
      }
    } catch (ProblemsException refused) {
      return new Recording.Refused(refused.problems());
    }
  }

  private ServerResponse shown(
      ServerRequest request,
      RightFile file,
      Optional<FactKind> kind,
      String on,
      Map<String, String> held,
      List<Problem> problems,
      HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    List<FormField> fields = kind.map(FactForm::fields).orElse(List.of());
    EventView view =
        new EventView(
            file.record().id().toString(),
            file.title(),
            file.record().version(),
            kind.map(FactKind::code).orElse(""),
            kind.map(one -> words.code("event", one.code())).orElse(""),
            groups(words),
            on,
            EventForm.wrong(words, "on", problems),
            EventForm.shown(words, fields, held, problems),
            kind.equals(Optional.of(FactKind.ATTACHED))
                ? EventView.FileNeed.REQUIRED
                : EventView.FileNeed.OPTIONAL,
            EventForm.others(words, fields, problems, List.of("on")));
    return rendering.page(request, Place.RIGHTS, "right/event.jte", view, status);
  }

  private static List<EventView.Group> groups(Words words) {
    List<EventView.Group> groups = new ArrayList<>();
    for (EventForm.About about : EventForm.About.values()) {
      List<Field.Choice> kinds = new ArrayList<>();
      for (FactKind kind : FactKind.values()) {
        if (EventForm.About.of(kind) == about) {
          kinds.add(new Field.Choice(kind.code(), words.code("event", kind.code())));
        }
      }
      groups.add(
          new EventView.Group(
              words.say("about." + about.name().toLowerCase(java.util.Locale.ROOT)), kinds));
    }
    return groups;
  }

  private RightFile own(Acting acting, RightId id) {
    return records
        .show(acting, id)
        .filter(file -> file.record().organisation().equals(acting.organisation()))
        .orElseThrow(Absent::new);
  }

  private static ServerResponse to(String path) {
    return ServerResponse.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
