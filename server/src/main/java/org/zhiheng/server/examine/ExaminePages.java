package org.zhiheng.server.examine;

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
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.examine.Compared;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// The page that examines a new mark, and the one that lays two marks side by side.
public final class ExaminePages {

  /// Where a mark is examined.
  public static final String PATH = "/examine";

  /// The office whose law is applied: its days are days in China.
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Rendering rendering;
  private final ExamineDesk desk;
  private final InstantSource clock;

  /// Over this desk.
  public ExaminePages(Rendering rendering, ExamineDesk desk, InstantSource clock) {
    this.rendering = rendering;
    this.desk = desk;
    this.clock = clock;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::examine)
        .GET(PATH + "/compare", this::compare)
        .POST(PATH + "/figure", this::figure)
        .build();
  }

  private ServerResponse examine(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
    ExamineForm form = ExamineForm.of(request, today);
    List<Problem> problems = new ArrayList<>(form.problems());
    Optional<ExamineView.Found> found = Optional.empty();
    if (form.inquiry().isPresent()) {
      try {
        found =
            Optional.of(
                new ExamineReading(words)
                    .found(desk.examiner().examine(acting, form.inquiry().get())));
      } catch (ProblemsException refused) {
        problems.addAll(refused.problems());
      }
    }
    ExamineView view =
        new ExamineView(
            form,
            problems.stream().map(words::problem).toList(),
            found,
            today.toString(),
            List.of(),
            desk.goods().latest().map(table -> table.edition()).orElse(""));
    String template = Rendering.wantsFragment(request) ? "examine/found.jte" : "examine/page.jte";
    return rendering.page(
        request,
        Place.EXAMINE,
        template,
        view,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /// Deposits the picture that is asked about and asks.
  private ServerResponse figure(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
    ExamineForm form = ExamineForm.of(request, today);
    Optional<Part> picture =
        Optional.ofNullable(request.multipartData().getFirst("picture"))
            .filter(part -> part.getSize() > 0);
    if (picture.isPresent()) {
      try (InputStream in = picture.get().getInputStream()) {
        byte[] bytes = in.readNBytes(PictureLimits.USUAL.bytesMax() + 1);
        return ServerResponse.status(HttpStatus.SEE_OTHER)
            .location(
                URI.create(
                    PATH + "?" + form.with("figure", desk.figures().deposit(acting, bytes).hex())))
            .build();
      } catch (ProblemsException refused) {
        ExamineView view =
            new ExamineView(
                form,
                refused.problems().stream().map(words::problem).toList(),
                Optional.empty(),
                today.toString(),
                List.of(),
                desk.goods().latest().map(table -> table.edition()).orElse(""));
        return rendering.page(
            request, Place.EXAMINE, "examine/page.jte", view, HttpStatus.UNPROCESSABLE_CONTENT);
      }
    }
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(PATH + "?" + form.with("figure", "")))
        .build();
  }

  private ServerResponse compare(ServerRequest request) {
    rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    String left = request.param("left").orElse("").strip();
    String right = request.param("right").orElse("").strip();
    List<String> refused = new ArrayList<>();
    List<CompareView.Aspect> aspects = new ArrayList<>();
    if (!left.isEmpty() || !right.isEmpty()) {
      try {
        Compared compared = desk.comparing().names(left, right);
        aspects.addAll(aspects(compared, words));
      } catch (ProblemsException wrong) {
        wrong.problems().forEach(problem -> refused.add(words.problem(problem)));
      }
    }
    CompareView view =
        new CompareView(
            left, right, refused, aspects, org.zhiheng.similarity.word.Words.ORDER.description());
    return rendering.page(
        request,
        Place.EXAMINE,
        "examine/compare.jte",
        view,
        refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static List<CompareView.Aspect> aspects(Compared compared, Words words) {
    EvidenceWords evidence = new EvidenceWords(words);
    List<CompareView.Aspect> aspects = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      String label = words.say("aspect." + aspect.name().toLowerCase(java.util.Locale.ROOT));
      Optional<Score> score = compared.scores().of(aspect);
      if (score.isEmpty()) {
        aspects.add(
            new CompareView.Aspect(label, "–", 0, List.of(words.say("evidence.none")), List.of()));
        continue;
      }
      List<String> lines = new ArrayList<>();
      List<CompareView.Strip> strips = new ArrayList<>();
      for (Evidence one : score.get().evidence()) {
        switch (one) {
          case Evidence.Alignment(List<Evidence.Pair> pairs) ->
              strips.add(strip(words.say("evidence.letters"), pairs, words));
          case Evidence.Readings(String system, List<Evidence.Pair> pairs) ->
              strips.add(strip(words.codeOrItself("evidence.system", system), pairs, words));
          case Evidence.SameForm _,
              Evidence.Contained _,
              Evidence.SameMeaning _,
              Evidence.PlacedByModel _,
              Evidence.MatchedPoints _,
              Evidence.Measure _,
              Evidence.NotCompared _ ->
              lines.add(evidence.say(one));
        }
      }
      aspects.add(
          new CompareView.Aspect(
              label,
              EvidenceWords.decimal(score.get().value()),
              (int) Math.round(score.get().value() * 100),
              lines,
              strips));
    }
    return aspects;
  }

  private static CompareView.Strip strip(String caption, List<Evidence.Pair> pairs, Words words) {
    return new CompareView.Strip(
        caption,
        pairs.stream()
            .map(pair ->
                new CompareView.Pair(
                    pair.left(),
                    pair.right(),
                    pair.why().equals("same") ? "same" : pair.likeness() >= 0.5 ? "near" : "apart",
                    words.codeOrItself("evidence.why", pair.why())))
            .toList());
  }
}
