package org.zhiheng.server.examine.filings;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.examine.assignment.CoAssignmentList;
import org.zhiheng.jobs.examine.assignment.Likeness;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.pattern.EvidencePack;
import org.zhiheng.jobs.examine.pattern.PatternJson;
import org.zhiheng.jobs.examine.pattern.PatternQuestion;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The pages about marks that must move together and about how somebody files marks.
public final class FilingsPages {

  /// Where forgotten marks are listed.
  public static final String ASSIGNMENT = "/examine/assignment";

  /// Where filings are looked at.
  public static final String FILINGS = "/examine/filings";

  private static final Pattern SIGNS_BETWEEN = Pattern.compile("[\\s,;，、；]+");

  private final Rendering rendering;
  private final ExamineDesk desk;
  private final Records records;

  /// Over these jobs.
  public FilingsPages(Rendering rendering, ExamineDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(ASSIGNMENT, this::assignment)
        .GET(FILINGS, this::filings)
        .GET(FILINGS + ".json", this::export)
        .POST(FILINGS, this::answer)
        .build();
  }

  private ServerResponse assignment(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    String typed = param(request, "marks");
    CoAssignmentList.Purpose purpose =
        param(request, "for").equals(CoAssignmentList.Purpose.PLEDGE.code())
            ? CoAssignmentList.Purpose.PLEDGE
            : CoAssignmentList.Purpose.ASSIGNMENT;
    List<Problem> problems = new ArrayList<>();
    Optional<AssignmentView.Found> found = Optional.empty();
    if (!typed.isEmpty()) {
      try {
        found =
            Optional.of(
                new AssignmentReading(words)
                    .found(
                        desk.assignment()
                            .list(acting, meant(acting, typed), purpose, Likeness.WIDE)));
      } catch (ProblemsException refused) {
        problems.addAll(unlessForbidden(refused));
      }
    }
    return rendering.page(
        request,
        Place.EXAMINE,
        "examine/filings/assignment.jte",
        new AssignmentView(
            typed, purpose.code(), problems.stream().map(one -> told(words, one)).toList(), found),
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Set<RightId> meant(Acting acting, String typed) {
    Set<RightId> given = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String text : SIGNS_BETWEEN.split(typed, -1)) {
      if (text.isEmpty()) {
        continue;
      }
      List<RightId> meant = records.meant(acting, text);
      switch (meant.size()) {
        case 0 ->
            problems.add(
                Problem.of(
                    "right-unknown",
                    "marks",
                    text,
                    "The register has no right under this number."));
        case 1 -> given.add(meant.getFirst());
        default ->
            problems.add(
                Problem.of(
                    "ambiguous",
                    "marks",
                    text,
                    "Several rights have this number: give the id, one of " + meant + "."));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return given;
  }

  private ServerResponse filings(ServerRequest request) throws IOException {
    return shown(request, List.of(), "");
  }

  private ServerResponse shown(ServerRequest request, List<Problem> before, String typed)
      throws IOException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    List<Problem> problems = new ArrayList<>(before);
    Optional<FilingsView.Found> found = Optional.empty();
    if (!param(request, "party").isEmpty()) {
      try {
        EvidencePack pack = desk.filings().view(acting, question(request));
        found =
            Optional.of(new FilingsReading(words).found(pack, FILINGS + ".json" + asked(request)));
      } catch (ProblemsException refused) {
        problems.addAll(unlessForbidden(refused));
      }
    }
    return rendering.page(
        request,
        Place.EXAMINE,
        "examine/filings/filings.jte",
        new FilingsView(
            param(request, "party"),
            own(request),
            param(request, "class"),
            problems.stream().map(one -> told(words, one)).toList(),
            typed,
            found),
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ServerResponse export(ServerRequest request) throws IOException {
    EvidencePack pack = desk.filings().export(rendering.acting(request), question(request));
    byte[] bytes =
        RecordJson.text(out -> PatternJson.pack(pack, out)).getBytes(StandardCharsets.UTF_8);
    String name = "filings-" + pack.pattern().subject() + ".json";
    return ServerResponse.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(bytes);
  }

  private ServerResponse answer(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    String text = param(request, "text");
    try {
      desk.filings().answer(acting, party(request), text);
    } catch (ProblemsException refused) {
      return shown(request, unlessForbidden(refused), text);
    }
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(FILINGS + asked(request) + "#answers"))
        .build();
  }

  private static PatternQuestion question(ServerRequest request) {
    TreeSet<String> classes = new TreeSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String text : SIGNS_BETWEEN.split(param(request, "class"), -1)) {
      if (text.isEmpty()) {
        continue;
      }
      switch (Symbols.read(ClassScheme.NICE, text)) {
        case Parsed.Ok<ClassSymbol>(ClassSymbol symbol) -> classes.add(symbol.symbol());
        case Parsed.Refused<ClassSymbol>(Problem problem) -> problems.add(problem.at("class"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new PatternQuestion(
        party(request),
        own(request)
            ? org.zhiheng.jobs.examine.pattern.Pattern.Purpose.OWN
            : org.zhiheng.jobs.examine.pattern.Pattern.Purpose.OTHERS,
        classes,
        List.of(),
        org.zhiheng.jobs.examine.pattern.Pattern.Settings.USUAL);
  }

  private static PartyId party(ServerRequest request) {
    return PartyId.parse(param(request, "party")).orThrow();
  }

  private static boolean own(ServerRequest request) {
    return param(request, "own").equals("yes");
  }

  private static String asked(ServerRequest request) {
    return "?party="
        + encoded(param(request, "party"))
        + (own(request) ? "&own=yes" : "")
        + (param(request, "class").isEmpty() ? "" : "&class=" + encoded(param(request, "class")));
  }

  private static String param(ServerRequest request, String name) {
    return request.param(name).orElse("").strip();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String told(Words words, Problem problem) {
    return problem.given().isEmpty()
        ? words.problem(problem)
        : words.say("filings.refused", words.problem(problem), problem.given());
  }

  /// What a form can mend; what is forbidden is another page's to say.
  private static List<Problem> unlessForbidden(ProblemsException refused) {
    if (refused.problems().stream().anyMatch(one -> one.code().equals("forbidden"))) {
      throw refused;
    }
    return refused.problems();
  }
}
