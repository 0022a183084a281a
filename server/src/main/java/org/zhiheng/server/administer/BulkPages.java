package org.zhiheng.server.administer;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.zhiheng.jobs.administer.DeadlineName;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Many deadlines given to a person, or closed with a reason: chosen on the board, shown, then
/// done.
public final class BulkPages {

  static final String PATH = Place.ADMINISTER.path() + "/bulk";

  private static final int TEXT_MAX = 2_000;

  private final Rendering rendering;
  private final AdministerDesk desk;

  /// Over this desk.
  public BulkPages(Rendering rendering, AdministerDesk desk) {
    this.rendering = rendering;
    this.desk = desk;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().POST(PATH, this::take).build();
  }

  private ServerResponse take(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    Words words = rendering.words(request.servletRequest());
    List<String> typed = request.params().getOrDefault("deadline", List.of());
    String what = request.param("do").orElse("");
    String text = request.param("text").orElse("").strip();
    List<String> refused = new ArrayList<>();
    if (typed.isEmpty() || typed.size() > DeadlineName.MOST) {
      refused.add(words.say("bulk.none", DeadlineName.MOST));
    }
    if (text.isEmpty() || text.length() > TEXT_MAX) {
      refused.add(words.say(what.equals("close") ? "bulk.why" : "bulk.whom"));
    }
    Optional<DocketNotes.What> done =
        DocketNotes.What.of(what).filter(one -> one != DocketNotes.What.REOPEN);
    if (done.isEmpty()) {
      refused.add(words.say("bulk.what"));
    }
    Collection<DeadlineName> names = new LinkedHashSet<>();
    if (typed.size() <= DeadlineName.MOST) {
      typed.forEach(one -> DeadlineName.parse(one).found().ifPresent(names::add));
    }
    if (!refused.isEmpty()) {
      return shown(request, acting, what, text, names, refused, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (request.param("sure").isEmpty()) {
      return shown(request, acting, what, text, names, List.of(), HttpStatus.OK);
    }
    List<Problem> problems =
        desk.docket().noteAll(acting, List.copyOf(names), done.orElseThrow(), text);
    desk.keeper().catchUp();
    if (problems.isEmpty()) {
      return ServerResponse.seeOther(URI.create(Place.ADMINISTER.path())).build();
    }
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/bulk.jte",
        new BulkView(
            what,
            text,
            words.say(
                "bulk.done",
                words.number(names.size() - problems.size()),
                words.number(problems.size())),
            List.of(),
            List.of(),
            List.of(),
            problems.stream().map(one -> one.path() + ": " + words.problem(one)).toList(),
            true),
        HttpStatus.OK);
  }

  private ServerResponse shown(
      ServerRequest request,
      Acting acting,
      String what,
      String text,
      Collection<DeadlineName> names,
      List<String> refused,
      HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    DocketReading reading =
        new DocketReading(words, desk.docket().deadlines().book(), desk.docket().today());
    Map<String, BoardView.Row> rows = rows(acting, names, reading);
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/bulk.jte",
        new BulkView(
            what,
            text,
            what.equals("close")
                ? words.count("bulk.close", rows.size())
                : words.say("bulk.assign", words.number(rows.size()), text),
            List.copyOf(rows.keySet()),
            List.copyOf(rows.values()),
            names.stream()
                .map(DeadlineName::toString)
                .filter(one -> !rows.containsKey(one))
                .toList(),
            refused,
            false),
        status);
  }

  /// The rows of these deadlines, as the board has them; those of others are not there.
  private Map<String, BoardView.Row> rows(
      Acting acting, Collection<DeadlineName> names, DocketReading reading) {
    Map<String, BoardView.Row> found = new LinkedHashMap<>();
    Map<RightId, List<DocketBoard.Row>> rights = new LinkedHashMap<>();
    for (DeadlineName name : names) {
      rights.computeIfAbsent(name.right(), right -> of(acting, right)).stream()
          .filter(row -> row.key().equals(name.key()))
          .findFirst()
          .ifPresent(row -> found.put(name.toString(), reading.row(row)));
    }
    return found;
  }

  private List<DocketBoard.Row> of(Acting acting, RightId right) {
    List<DocketBoard.Row> rows = new ArrayList<>();
    for (DocketBoard.Show show : DocketBoard.Show.values()) {
      rows.addAll(
          desk.board()
              .page(
                  new DocketBoard.Query(
                      acting.organisation(),
                      show,
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(right),
                      Optional.empty(),
                      Optional.empty(),
                      DeadlineName.MOST)));
    }
    return rows;
  }
}
