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
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The page that examines a new mark, what it picks goods with, and why a mark is not in its list.
public final class ExaminePages {

  /// Where a mark is examined.
  public static final String PATH = "/examine";

  /// The office whose law is applied: its days are days in China.
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /// Goods suggested at a time: what fits beside the form.
  private static final int PICKS = 8;

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
        .GET(PATH + "/goods", this::goods)
        .GET(PATH + "/why-not", this::whyNot)
        .POST(PATH + "/figure", this::figure)
        .build()
        .and(new ComparePages(rendering, desk).routes())
        .and(new PicturePages(rendering, desk.figures()).routes());
  }

  private ServerResponse examine(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    ExamineForm form = ExamineForm.of(request, today());
    Optional<String> goods =
        request
            .param("add")
            .map(form::withGoods)
            .or(() -> request.param("drop").map(form::withoutGoods));
    if (goods.isPresent()) {
      return chosen(request, PATH + "?" + goods.get());
    }
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
    ExamineView view = view(request, words, form, problems, found);
    String template = Rendering.wantsFragment(request) ? "examine/found.jte" : "examine/page.jte";
    return rendering.page(
        request,
        Place.EXAMINE,
        template,
        view,
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CHINA);
  }

  private ExamineView view(
      ServerRequest request,
      Words words,
      ExamineForm form,
      List<Problem> problems,
      Optional<ExamineView.Found> found)
      throws IOException {
    return new ExamineView(
        form,
        problems.stream().map(words::problem).toList(),
        found,
        today().toString(),
        List.of(),
        desk.goods().latest().map(table -> table.edition()).orElse(""),
        picks(request, words),
        Digest.parse(form.text("figure")).found().map(PicturePages::of).orElse(""));
  }

  /// The question with other goods; a form that htmx sent is fetched anew as a whole, for it has
  /// changed itself.
  private static ServerResponse chosen(ServerRequest request, String address) {
    return Rendering.wantsFragment(request)
        ? ServerResponse.ok().header("HX-Redirect", address).build()
        : ServerResponse.status(HttpStatus.SEE_OTHER).location(URI.create(address)).build();
  }

  /// What the text in the picker may mean, as a part of the form.
  private ServerResponse goods(ServerRequest request) throws IOException {
    rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    return rendering.page(request, Place.EXAMINE, "examine/picks.jte", picks(request, words));
  }

  private PicksView picks(ServerRequest request, Words words) throws IOException {
    String typed = request.param("pick").orElse("").strip();
    Optional<GoodsShelf.Suggested> suggested =
        typed.isEmpty() ? Optional.empty() : desk.goods().suggest(typed, PICKS);
    return new PicksReading(words).view(typed, suggested);
  }

  /// Why a mark that somebody names is not in the list.
  private ServerResponse whyNot(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    ExamineForm form = ExamineForm.of(request, today());
    String typed = request.param("mark").orElse("").strip();
    List<Problem> problems = new ArrayList<>(form.problems());
    WhyNotReading reading = new WhyNotReading(words, form, typed);
    WhyNotView view = reading.nothing();
    if (form.inquiry().isPresent() && !typed.isEmpty()) {
      try {
        List<RightId> meant = desk.examiner().meant(acting, typed);
        view = reading.choices(meant);
        if (meant.size() == 1) {
          view =
              desk.examiner()
                  .whyNot(acting, form.inquiry().get(), meant.getFirst())
                  .map(reading::placed)
                  .orElse(view);
        }
      } catch (ProblemsException refused) {
        problems.addAll(refused.problems());
      }
    }
    return rendering.page(
        request,
        Place.EXAMINE,
        "examine/whynot.jte",
        problems.isEmpty() ? view : reading.refused(problems),
        problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /// Deposits the picture that is asked about and asks.
  private ServerResponse figure(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    Words words = rendering.words(request.servletRequest());
    ExamineForm form = ExamineForm.of(request, today());
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
        ExamineView view = view(request, words, form, refused.problems(), Optional.empty());
        return rendering.page(
            request, Place.EXAMINE, "examine/page.jte", view, HttpStatus.UNPROCESSABLE_CONTENT);
      }
    }
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(PATH + "?" + form.with("figure", "")))
        .build();
  }
}
