package org.zhiheng.server.right;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The page of one right.
public final class RightPages {

  private final Rendering rendering;
  private final Records records;
  private final FigureDesk figures;
  private final EvidenceBook evidence;
  private final Supplier<LocalDate> today;

  /// @param evidence tells which events the log has
  /// @param today by the clock of the place
  public RightPages(
      Rendering rendering,
      Records records,
      FigureDesk figures,
      EvidenceBook evidence,
      Supplier<LocalDate> today) {
    this.rendering = rendering;
    this.records = records;
    this.figures = figures;
    this.evidence = evidence;
    this.today = today;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET("/rights/{id:R[0-9]+}", this::show).build();
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
    RightView view =
        new RightReading(
                words,
                file,
                today.get(),
                evidence.eventsLogged(acting, file.record().id()).keySet())
            .view(
                own,
                acting.may(Permission.RECORD),
                shares(acting, file),
                figures.unread(acting, file.record().id()));
    return rendering.page(request, Place.RIGHTS, "right/page.jte", view);
  }

  private List<String> shares(Acting acting, RightFile file) {
    return records.sharedWith(acting, file.record().id()).stream()
        .map(OrganisationId::toString)
        .toList();
  }
}
