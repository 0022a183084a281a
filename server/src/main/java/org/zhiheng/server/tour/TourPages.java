package org.zhiheng.server.tour;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.tour.Tour;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;

/// The stories: all of them on a page, and the way from step to step, each on the page where its
/// record is seen. A cookie keeps the step; the frame of every page shows it until it is skipped.
public final class TourPages {

  /// Where the stories are.
  public static final String PATH = "/tour";

  private static final String STEP = PATH + "/step";
  private static final String ADDRESS = "[A-Za-z0-9/_.~?&=%:#-]";

  private final Rendering rendering;

  /// Leads through the stories that this one has.
  public TourPages(Rendering rendering) {
    this.rendering = rendering;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::all).GET(STEP, this::step).build();
  }

  private ServerResponse all(ServerRequest request) {
    rendering.acting(request).must(Permission.READ);
    boolean chinese = rendering.words(request.servletRequest()).language() == Language.CHINESE;
    List<TourView.Story> stories = new ArrayList<>();
    for (Tour.Story story : rendering.tour().stories()) {
      List<TourView.Step> steps = new ArrayList<>();
      for (Tour.Step step : story.steps()) {
        steps.add(
            new TourView.Step(
                steps.size() + 1, chinese ? step.zh() : step.en(), step.record(), step.proof()));
      }
      stories.add(new TourView.Story(story.name(), chinese ? story.zh() : story.en(), steps));
    }
    return rendering.page(request, Place.HOME, "tour/page.jte", new TourView(stories));
  }

  private ServerResponse step(ServerRequest request) {
    rendering.acting(request).must(Permission.READ);
    Optional<Tour.Stop> stop =
        request
            .param("at")
            .filter(at -> at.matches("[0-9]{1,3}"))
            .flatMap(at ->
                rendering.tour().stop(request.param("story").orElse(""), Integer.parseInt(at)));
    Tour.Stop found = stop.orElseThrow(Absent::new);
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .header(
            "Set-Cookie",
            FramePages.kept(
                request, Rendering.TOUR_COOKIE, found.story().name() + "." + found.at()))
        .location(address(found.step().page()))
        .build();
  }

  /// A page's path and query, with what no address may hold told in percents.
  private static URI address(String page) {
    StringBuilder address = new StringBuilder();
    page.codePoints()
        .mapToObj(Character::toString)
        .forEach(one ->
            address.append(
                one.matches(ADDRESS) ? one : UriUtils.encode(one, StandardCharsets.UTF_8)));
    return URI.create(address.toString());
  }
}
