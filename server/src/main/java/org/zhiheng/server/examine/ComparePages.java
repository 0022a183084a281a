package org.zhiheng.server.examine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.examine.Compared;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.server.sample.SampleMarks;
import org.zhiheng.similarity.figure.Figure;
import org.zhiheng.similarity.figure.Figures;
import org.zhiheng.similarity.figure.Overlay;
import org.zhiheng.similarity.figure.Picture;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The page that lays two marks side by side: their words, and their pictures where both have one.
final class ComparePages {

  static final String PATH = ExaminePages.PATH + "/compare";

  /// A picture that was asked about stands left.
  static final String FIGURE = "figure";

  static final String LEFT_MARK = "leftMark";
  static final String RIGHT_MARK = "rightMark";
  static final String RIGHT_SAMPLE = "rightSample";

  private static final List<String> ASKED = List.of(FIGURE, LEFT_MARK, RIGHT_MARK, RIGHT_SAMPLE);

  private final Rendering rendering;
  private final ExamineDesk desk;

  ComparePages(Rendering rendering, ExamineDesk desk) {
    this.rendering = rendering;
    this.desk = desk;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::compare).build();
  }

  /// A picture that could be read.
  ///
  /// @param address where it is shown
  private record Shown(String address, Figure figure) {}

  private ServerResponse compare(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    String left = request.param("left").orElse("").strip();
    String right = request.param("right").orElse("").strip();
    List<String> refused = new ArrayList<>();
    List<String> uncompared = new ArrayList<>();
    Optional<Drawn> drawn =
        best(left(request, acting, words, uncompared), right(request, acting, words, uncompared));
    Optional<Compared> compared = Optional.empty();
    // two pictures can be compared without words
    boolean wordsAsked =
        drawn.isEmpty() ? !left.isEmpty() || !right.isEmpty() : !left.isEmpty() && !right.isEmpty();
    if (wordsAsked) {
      try {
        compared = Optional.of(desk.comparing().names(left, right));
      } catch (ProblemsException wrong) {
        wrong.problems().forEach(problem -> refused.add(words.problem(problem)));
      }
    }
    CompareView view =
        new CompareView(
            left,
            right,
            refused,
            aspects(compared, drawn, words),
            order(words),
            compared.map(one -> rules(one, words)).orElse(List.of()),
            asked(request),
            drawn.map(one ->
                new OverlayReading(words)
                    .view(one.overlay(), one.left().address(), one.right().address())),
            uncompared);
    return rendering.page(
        request,
        Place.EXAMINE,
        "examine/compare.jte",
        view,
        refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /// The order rule in the reader's language; as the engine says it where we have no words.
  private static String order(Words words) {
    return ExamineReading.order(words, org.zhiheng.similarity.word.Words.ORDER);
  }

  private static Map<String, String> asked(ServerRequest request) {
    Map<String, String> asked = new TreeMap<>();
    for (String field : ASKED) {
      request
          .param(field)
          .filter(value -> !value.isBlank())
          .ifPresent(value -> asked.put(field, value));
    }
    return asked;
  }

  private List<Shown> left(
      ServerRequest request, Acting acting, Words words, List<String> uncompared)
      throws IOException {
    Optional<Digest> figure = request.param(FIGURE).flatMap(text -> Digest.parse(text).found());
    if (figure.isEmpty()) {
      return ofMark(request.param(LEFT_MARK), acting, words, uncompared);
    }
    Optional<Parsed<Picture>> picture = desk.figures().picture(acting, figure.get());
    if (picture.isEmpty()) {
      return List.of();
    }
    return picture.get().found().flatMap(one -> Figures.read(one).found()).stream()
        .map(one -> new Shown(PicturePages.of(figure.get()), one))
        .toList();
  }

  private List<Shown> right(
      ServerRequest request, Acting acting, Words words, List<String> uncompared)
      throws IOException {
    List<Shown> shown = ofMark(request.param(RIGHT_MARK), acting, words, uncompared);
    if (!shown.isEmpty()) {
      return shown;
    }
    // a mark of the sample has its logo from the package that it is made of
    String number = request.param(RIGHT_SAMPLE).orElse("");
    String address = SampleMarks.figureNumbered(number);
    if (address.isEmpty()) {
      return List.of();
    }
    Optional<byte[]> bytes = SampleMarks.figure(address.substring(address.lastIndexOf('/') + 1));
    return bytes.flatMap(one -> desk.figures().read(one).found()).stream()
        .map(figure -> new Shown(address, figure))
        .toList();
  }

  private List<Shown> ofMark(
      Optional<String> asked, Acting acting, Words words, List<String> uncompared) {
    Optional<RightId> mark = asked.flatMap(text -> RightId.parse(text).found());
    if (mark.isEmpty()) {
      return List.of();
    }
    for (FigureDesk.Unread unread : desk.figures().unread(acting, mark.get())) {
      uncompared.add(
          words.say("figure.unread.of", mark.get().toString(), words.problem(unread.why())));
    }
    return desk.figures().of(acting, mark.get()).stream()
        .map(one -> new Shown(PicturePages.of(mark.get(), one.picture()), one.figure()))
        .toList();
  }

  /// Two pictures and the one laid upon the other.
  private record Drawn(Shown left, Shown right, Overlay overlay) {}

  /// The two that are most alike, where a mark has several.
  private static Optional<Drawn> best(List<Shown> lefts, List<Shown> rights) {
    Optional<Drawn> best = Optional.empty();
    for (Shown left : lefts) {
      for (Shown right : rights) {
        Overlay overlay = Figures.overlay(left.figure(), right.figure());
        if (best.isEmpty() || overlay.score().value() > best.get().overlay().score().value()) {
          best = Optional.of(new Drawn(left, right, overlay));
        }
      }
    }
    return best;
  }

  /// What applies, and what only a person can decide.
  private static List<String> rules(Compared compared, Words words) {
    return compared.rules().stream()
        .filter(rule -> rule.outcome() != RuleFinding.Outcome.DOES_NOT_APPLY)
        .map(rule -> words.language() == Language.CHINESE ? rule.sentenceZh() : rule.sentenceEn())
        .toList();
  }

  private static List<CompareView.Aspect> aspects(
      Optional<Compared> compared, Optional<Drawn> drawn, Words words) {
    if (compared.isEmpty() && drawn.isEmpty()) {
      return List.of();
    }
    Scores scores = compared.map(Compared::scores).orElse(new Scores(Map.of()));
    if (drawn.isPresent()) {
      scores = scores.with(Aspect.FIGURE, drawn.get().overlay().score());
    }
    List<CompareView.Aspect> aspects = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      aspects.add(aspect(aspect, scores.of(aspect), words));
    }
    return aspects;
  }

  private static CompareView.Aspect aspect(Aspect aspect, Optional<Score> score, Words words) {
    EvidenceWords evidence = new EvidenceWords(words);
    String code = aspect.name().toLowerCase(Locale.ROOT);
    String label = words.say("aspect." + code);
    if (score.isEmpty()) {
      String none = aspect == Aspect.FIGURE ? "evidence.none.figure" : "evidence.none";
      return new CompareView.Aspect(code, label, "–", 0, List.of(words.say(none)), List.of());
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
    return new CompareView.Aspect(
        code,
        label,
        EvidenceWords.decimal(score.get().value()),
        (int) Math.round(score.get().value() * 100),
        lines,
        strips);
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
