package org.zhiheng.server.administer;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketCalendar;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.RightId;

/// What is due, of all rights: a list, a chart of the weeks to come, a calendar to subscribe to.
public final class BoardPages {

  private static final int PAGE = 50;
  private static final int COUNT_MAX = 1_000;
  private static final int WEEKS = 13;
  private static final int BROKEN_MAX = 50;
  private static final int NAME_MAX = 80;

  /// Longest calendar: more than anybody looks through, less than a client refuses.
  private static final int CALENDAR_MAX = 5_000;

  private static final int CALENDAR_DAYS = 400;

  /// The spans that can be asked for, in days.
  private static final List<Integer> SPANS = List.of(7, 30, 90, 365);

  private final Rendering rendering;
  private final AdministerDesk desk;

  /// Over this desk.
  public BoardPages(Rendering rendering, AdministerDesk desk) {
    this.rendering = rendering;
    this.desk = desk;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(Place.ADMINISTER.path(), this::board)
        .GET(Place.ADMINISTER.path() + "/docket.ics", this::calendar)
        .GET(Place.ADMINISTER.path() + "/limits", this::limits)
        .build();
  }

  private ServerResponse board(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    LocalDate today = desk.docket().today();
    boolean missed = request.param("show").orElse("").equals("missed");
    int within =
        request
            .param("within")
            .flatMap(text -> SPANS.stream().filter(span -> text.equals(span.toString())).findAny())
            .orElse(30);
    String assigned = request.param("assigned").orElse("").strip();
    assigned = assigned.length() > NAME_MAX ? assigned.substring(0, NAME_MAX) : assigned;
    DocketBoard.Show show = missed ? DocketBoard.Show.MISSED : DocketBoard.Show.RUNNING;
    DocketBoard.Query query = DocketBoard.Query.of(acting.organisation(), show, PAGE);
    if (!missed) {
      query = query.until(today.plusDays(within));
    }
    if (!assigned.isEmpty()) {
      query = query.of(assigned);
    }
    Optional<DocketBoard.Cursor> after = cursor(request);
    if (after.isPresent()) {
      query = query.behind(after.get());
    }
    List<DocketBoard.Row> rows = desk.board().page(query);
    DocketReading reading = new DocketReading(words, desk.docket().deadlines().book(), today);
    List<BoardView.Week> weeks = weeks(acting, words, today);
    BoardView view =
        new BoardView(
            Integer.toString(within),
            SPANS.stream()
                .map(span ->
                    new BoardView.Choice(
                        span.toString(), words.count("board.span", span), span == within))
                .toList(),
            assigned,
            counts(acting, words, today),
            weeks,
            Math.max(1, weeks.stream().mapToLong(BoardView.Week::count).max().orElse(1)),
            rows.stream().map(reading::row).toList(),
            missed,
            rows.size() < PAGE
                ? Optional.empty()
                : Optional.of(next(missed, within, assigned, rows.getLast().cursor(show))),
            desk.board().broken(acting.organisation(), BROKEN_MAX).stream()
                .map(reading::broken)
                .toList(),
            missed
                ? words.say("board.said.missed")
                : words.say("board.said", words.date(today), words.date(today.plusDays(within))));
    return rendering.page(request, Place.ADMINISTER, "administer/board.jte", view);
  }

  private BoardView.Counts counts(Acting acting, Words words, LocalDate today) {
    return new BoardView.Counts(
        counted(
            words,
            DocketBoard.Query.of(acting.organisation(), DocketBoard.Show.RUNNING, 1)
                .until(today.plusDays(30))),
        counted(words, DocketBoard.Query.of(acting.organisation(), DocketBoard.Show.MISSED, 1)),
        counted(words, DocketBoard.Query.of(acting.organisation(), DocketBoard.Show.RUNNING, 1)));
  }

  private String counted(Words words, DocketBoard.Query query) {
    long count = desk.board().count(query, COUNT_MAX);
    return words.number(count) + (count == COUNT_MAX ? "+" : "");
  }

  private List<BoardView.Week> weeks(Acting acting, Words words, LocalDate today) {
    List<BoardView.Week> weeks = new ArrayList<>();
    List<Long> counts = desk.board().weeks(acting.organisation(), today, WEEKS);
    for (int week = 0; week < counts.size(); week++) {
      LocalDate first = today.plusWeeks(week);
      weeks.add(
          new BoardView.Week(
              first.getMonthValue() + "/" + first.getDayOfMonth(),
              counts.get(week),
              words.say("board.week", words.date(first), words.number(counts.get(week)))));
    }
    return weeks;
  }

  private static String next(
      boolean missed, int within, String assigned, DocketBoard.Cursor cursor) {
    return Place.ADMINISTER.path()
        + "?show="
        + (missed ? "missed" : "running")
        + "&within="
        + within
        + "&assigned="
        + java.net.URLEncoder.encode(assigned, StandardCharsets.UTF_8)
        + "&day="
        + cursor.day()
        + "&right="
        + cursor.right()
        + "&key="
        + java.net.URLEncoder.encode(cursor.key(), StandardCharsets.UTF_8);
  }

  private static Optional<DocketBoard.Cursor> cursor(ServerRequest request) {
    Optional<LocalDate> day = request.param("day").flatMap(BoardPages::date);
    Optional<RightId> right = request.param("right").flatMap(text -> RightId.parse(text).found());
    Optional<String> key = request.param("key");
    return day.isPresent() && right.isPresent() && key.isPresent()
        ? Optional.of(new DocketBoard.Cursor(day.get(), right.get(), key.get()))
        : Optional.empty();
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (java.time.DateTimeException none) {
      return Optional.empty();
    }
  }

  private ServerResponse limits(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    LocalDate today = desk.docket().today();
    LocalDate since = today.minusYears(1).withDayOfMonth(1);
    DocketReading reading = new DocketReading(words, desk.docket().deadlines().book(), today);
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/limits.jte",
        new LimitsView(
            words.say("limits.said", words.date(since)),
            desk.board().limits(acting.organisation(), since).stream()
                .map(reading::kept)
                .toList()));
  }

  private ServerResponse calendar(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    LocalDate today = desk.docket().today();
    DocketReading reading = new DocketReading(words, desk.docket().deadlines().book(), today);
    List<DocketBoard.Row> rows =
        desk.board()
            .page(
                DocketBoard.Query.of(acting.organisation(), DocketBoard.Show.RUNNING, CALENDAR_MAX)
                    .until(today.plusDays(CALENDAR_DAYS)));
    byte[] bytes =
        DocketCalendar.of(
                words.say("board.calendar.name"),
                rows.stream().map(reading::entry).toList(),
                desk.docket().now())
            .getBytes(StandardCharsets.UTF_8);
    return ServerResponse.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"docket.ics\"")
        .cacheControl(CacheControl.noStore())
        .body(bytes);
  }
}
