package org.zhiheng.server.administer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.expedite.Condition;
import org.zhiheng.jobs.administer.expedite.Eligibility;
import org.zhiheng.jobs.administer.expedite.Route;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.right.Right;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Whether pre-examination, prioritised examination or the expedited examination of a mark is open.
public final class ExpeditedPages {

  private static final String PATH = Place.ADMINISTER.path() + "/expedited";

  private final Rendering rendering;
  private final AdministerDesk desk;
  private final Records records;

  /// Over this desk and these records.
  public ExpeditedPages(Rendering rendering, AdministerDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::show).build();
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    LocalDate today = desk.docket().today();
    Route route =
        request
            .param("route")
            .flatMap(text -> Route.parse(text).found())
            .orElse(Route.PRE_EXAMINATION);
    String typed = request.param("right").orElse("").strip();
    LocalDate on = on(request, today);
    Map<Condition, Boolean> said = new EnumMap<>(Condition.class);
    for (Condition condition : Condition.of(route)) {
      String answer = request.param(condition.code()).orElse("");
      if (answer.equals("yes") || answer.equals("no")) {
        said.put(condition, answer.equals("yes"));
      }
    }
    List<String> refused = new ArrayList<>();
    Eligibility found = found(acting, words, route, typed, said, on, refused);
    DocketReading reading = new DocketReading(words, desk.docket().deadlines().book(), today);
    ExpeditedView view =
        new ExpeditedView(
            route.code(),
            typed,
            on.toString(),
            found.verdict(),
            found.findings().stream().map(one -> condition(words, one, said)).toList(),
            found.promises().stream()
                .map(promise ->
                    words.say(
                        "recordals.clock",
                        reading.title(promise.rule(), 0),
                        words.date(promise.due()),
                        promise.rule()))
                .toList(),
            refused);
    return rendering.page(request, Place.ADMINISTER, "administer/expedited.jte", view);
  }

  private Eligibility found(
      Acting acting,
      Words words,
      Route route,
      String typed,
      Map<Condition, Boolean> said,
      LocalDate on,
      List<String> refused) {
    Optional<Eligibility.Known> known = Optional.empty();
    if (!typed.isEmpty()) {
      Parsed<RightId> meant = records.meantOne(acting, typed);
      meant.refusal().ifPresent(problem -> refused.add(said(words, problem)));
      known = meant.found().flatMap(id -> records.show(acting, id)).map(ExpeditedPages::known);
    }
    LocalDate today = desk.docket().today();
    try {
      return Eligibility.of(route, known, said, desk.docket().law(today), on);
    } catch (ProblemsException other) {
      other.problems().forEach(problem -> refused.add(said(words, problem)));
      return Eligibility.of(route, Optional.empty(), said, desk.docket().law(today), on);
    }
  }

  private static Eligibility.Known known(RightFile file) {
    return new Eligibility.Known(
        file.right(), Right.corrected(file.record().events()).stream().map(Event::fact).toList());
  }

  private static String said(Words words, Problem problem) {
    return words.problem(problem) + (problem.given().isEmpty() ? "" : " (" + problem.given() + ")");
  }

  private static ExpeditedView.Condition condition(
      Words words, Eligibility.Finding finding, Map<Condition, Boolean> said) {
    Condition condition = finding.condition();
    return new ExpeditedView.Condition(
        condition.code(),
        words.language() == Language.CHINESE ? condition.zh() : condition.en(),
        Optional.ofNullable(said.get(condition)).map(yes -> yes ? "yes" : "no").orElse(""),
        finding.outcome().code(),
        finding.said().equals("register") ? words.say("expedited.register") : "",
        condition.citation().instrument());
  }

  private static LocalDate on(ServerRequest request, LocalDate usual) {
    try {
      return request.param("on").map(LocalDate::parse).orElse(usual);
    } catch (DateTimeException none) {
      return usual;
    }
  }
}
