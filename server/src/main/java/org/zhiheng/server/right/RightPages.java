package org.zhiheng.server.right;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The page of one right, and its sharing with other organisations.
public final class RightPages {

  private final Rendering rendering;
  private final Records records;
  private final AccountBook accounts;
  private final InstantSource clock;
  private final ZoneId zone;

  /// @param zone whose today is meant
  public RightPages(
      Rendering rendering,
      Records records,
      AccountBook accounts,
      InstantSource clock,
      ZoneId zone) {
    this.rendering = rendering;
    this.records = records;
    this.accounts = accounts;
    this.clock = clock;
    this.zone = zone;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/rights/{id:R[0-9]+}", this::show)
        .POST("/rights/{id:R[0-9]+}/share", this::share)
        .POST("/rights/{id:R[0-9]+}/unshare", this::unshare)
        .build();
  }

  /// Where a right is.
  public static String path(RightId id) {
    return "/rights/" + id;
  }

  /// Where the list is with this typed.
  static String rightsFound(String term) {
    return "/rights?q=" + URLEncoder.encode(term, StandardCharsets.UTF_8);
  }

  /// Where the parties of this name are.
  static String partiesNamed(String name) {
    return "/parties?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /// The id in the path.
  static RightId id(ServerRequest request) {
    return RightId.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
  }

  private ServerResponse show(ServerRequest request) throws IOException {
    Acting acting = rendering.acting(request);
    RightFile file = records.show(acting, id(request)).orElseThrow(Absent::new);
    Words words = rendering.words(request.servletRequest());
    boolean own = file.record().organisation().equals(acting.organisation());
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    RightView view =
        new RightReading(words, file, today)
            .view(own, acting.may(Permission.RECORD), shares(acting, file));
    return rendering.page(request, Place.RIGHTS, "right/page.jte", view);
  }

  private List<String> shares(Acting acting, RightFile file) {
    return records.sharedWith(acting, file.record().id()).stream()
        .map(OrganisationId::toString)
        .toList();
  }

  private ServerResponse share(ServerRequest request) {
    RightId id = id(request);
    Acting acting = rendering.acting(request);
    OrganisationId with = organisation(request).orElseThrow(Absent::new);
    // an id that is not given out yet will be somebody's one day
    boolean somebodyElse =
        !with.equals(acting.organisation()) && accounts.organisation(acting, with).isPresent();
    if (!somebodyElse || !records.share(acting, id, with)) {
      throw new Absent();
    }
    return back(id);
  }

  private ServerResponse unshare(ServerRequest request) {
    RightId id = id(request);
    OrganisationId with = organisation(request).orElseThrow(Absent::new);
    if (!records.unshare(rendering.acting(request), id, with)) {
      throw new Absent();
    }
    return back(id);
  }

  private static Optional<OrganisationId> organisation(ServerRequest request) {
    return request.param("with").flatMap(text -> OrganisationId.parse(text).found());
  }

  private static ServerResponse back(RightId id) {
    return ServerResponse.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path(id) + "#sharing"))
        .build();
  }
}
