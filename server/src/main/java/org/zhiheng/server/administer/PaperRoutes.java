package org.zhiheng.server.administer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.paper.Paper;
import org.zhiheng.jobs.administer.paper.PaperDesk;
import org.zhiheng.jobs.administer.paper.PaperPages;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Papers as pages of their own, to be printed: what is due, a request, the frame of an answer.
public final class PaperRoutes {

  private static final String PATH = Place.ADMINISTER.path() + "/papers";
  private static final int DAYS = 90;
  private static final int DAYS_MAX = 3_660;
  private static final int CLIENT_MAX = 120;

  private final Rendering rendering;
  private final AdministerDesk desk;
  private final PaperPages pages;

  /// Over this desk, laid out by these pages.
  public PaperRoutes(Rendering rendering, AdministerDesk desk, PaperPages pages) {
    this.rendering = rendering;
    this.desk = desk;
    this.pages = pages;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH + "/deadlines.html", this::deadlines)
        .GET(PATH + "/{id:C[0-9]+}.html", this::request)
        .GET(PATH + "/{name:[a-z-]+}/{id:R[0-9]+}.html", this::frame)
        .build();
  }

  private ServerResponse deadlines(ServerRequest request) {
    Acting acting = rendering.acting(request);
    int within =
        request
            .param("within")
            .filter(text -> text.matches("[0-9]{1,4}"))
            .map(Integer::parseInt)
            .filter(days -> days <= DAYS_MAX)
            .orElse(DAYS);
    Optional<String> client =
        request
            .param("client")
            .map(String::strip)
            .filter(text -> !text.isEmpty() && text.length() <= CLIENT_MAX);
    return shown(desk.papers().due(acting, client, within, tongue(request)));
  }

  private ServerResponse request(ServerRequest request) {
    Acting acting = rendering.acting(request);
    Recordals.Id id =
        Recordals.Id.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
    try {
      return shown(desk.papers().request(acting, id, tongue(request)));
    } catch (ProblemsException absent) {
      throw new Absent();
    }
  }

  private ServerResponse frame(ServerRequest request) {
    Acting acting = rendering.acting(request);
    PaperDesk.Frame frame =
        Arrays.stream(PaperDesk.Frame.values())
            .filter(one -> one.code().equals(request.pathVariable("name")))
            .findFirst()
            .orElseThrow(Absent::new);
    RightId right = RightId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
    try {
      return shown(desk.papers().frame(acting, frame, right, tongue(request)));
    } catch (ProblemsException absent) {
      throw new Absent();
    }
  }

  private ServerResponse shown(Paper paper) {
    PaperPages.Page page = pages.page(paper);
    return ServerResponse.ok()
        .contentType(Rendering.HTML)
        .header("Content-Security-Policy", page.policy() + "; frame-ancestors 'none'")
        .cacheControl(CacheControl.noStore())
        .body(page.html().getBytes(StandardCharsets.UTF_8));
  }

  private Tongue tongue(ServerRequest request) {
    return request
        .param("language")
        .flatMap(text -> Tongue.parse(text).found())
        .orElseGet(() ->
            switch (rendering.words(request.servletRequest()).language()) {
              case CHINESE -> Tongue.CHINESE;
              case ENGLISH -> Tongue.ENGLISH;
            });
  }
}
