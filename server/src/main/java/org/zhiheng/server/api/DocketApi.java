package org.zhiheng.server.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// Deadlines and fees: read only; they change with the events that are recorded.
final class DocketApi {

  private static final int LIMIT_MAX = 500;
  private static final int WITHIN_MAX = 36_600;
  private static final int WITHIN_USUAL = 30;
  private static final int NAME_MAX = 80;

  private final AdministerDesk desk;
  private final Replies replies;

  DocketApi(AdministerDesk desk, Replies replies) {
    this.desk = desk;
    this.replies = replies;
  }

  /// What is due, of all rights.
  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, Operation.LIST_DEADLINES);
          DocketBoard.Show show =
              query.value("show", DocketApi::show).orElse(DocketBoard.Show.RUNNING);
          int within = query.value("within", DocketApi::within).orElse(WITHIN_USUAL);
          String assigned = query.text("assigned", NAME_MAX);
          Optional<DocketBoard.Cursor> after = query.after(DocketApi::cursor);
          int limit = query.limit(LIMIT_MAX);
          query.check();
          DocketBoard.Query asked = DocketBoard.Query.of(acting.organisation(), show, limit);
          if (show == DocketBoard.Show.RUNNING) {
            asked = asked.until(desk.docket().today().plusDays(within));
          }
          if (!assigned.isEmpty()) {
            asked = asked.of(assigned);
          }
          if (after.isPresent()) {
            asked = asked.behind(after.get());
          }
          List<DocketBoard.Row> rows = desk.board().page(asked);
          RuleBook book = desk.docket().deadlines().book();
          return Replies.page(
              out -> rows.forEach(row -> DocketJson.write(row, book, out)),
              rows.size() < limit
                  ? Optional.empty()
                  : Optional.of(inside(rows.getLast().cursor(show))));
        });
  }

  /// All deadlines of one right.
  ServerResponse docket(ServerRequest request) {
    return replies.answer(request, acting -> docket(request, acting));
  }

  private Reply docket(ServerRequest request, Acting acting) {
    Query query = new Query(request, Operation.SHOW_DOCKET);
    LocalDate on = query.day("on").orElseGet(desk.docket()::today);
    query.check();
    Optional<RightId> right = RightId.parse(request.pathVariable("right")).found();
    Optional<Docket> docket = right.flatMap(id -> desk.docket().docket(acting, id, on));
    RuleBook book = desk.docket().deadlines().book();
    return docket
        .map(found ->
            Reply.ok(out -> {
              out.writeStartObject();
              out.writeStringProperty("on", on.toString());
              out.writeArrayPropertyStart("deadlines");
              found.deadlines().forEach(one -> DocketJson.write(one, book, out));
              out.writeEndArray();
              out.writeArrayPropertyStart("notCounted");
              found
                  .unanswered()
                  .forEach(one -> {
                    out.writeStartObject();
                    out.writeStringProperty("rule", one.rule());
                    out.writeStringProperty("event", one.event().toString());
                    out.writeStringProperty("code", one.problem().code());
                    out.writeStringProperty("reason", one.problem().reason());
                    out.writeEndObject();
                  });
              out.writeEndArray();
              out.writeEndObject();
            }))
        .orElseGet(() -> Reply.notFound(request.pathVariable("right")));
  }

  /// What keeps a right alive.
  ServerResponse fees(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, Operation.SHOW_FEES);
          LocalDate on = query.day("on").orElseGet(desk.docket()::today);
          Upkeep.Relief relief =
              query.value("relief", Upkeep.Relief::parse).orElse(Upkeep.Relief.NONE);
          query.check();
          Optional<FeesDue> fees =
              RightId.parse(request.pathVariable("right"))
                  .found()
                  .flatMap(id ->
                      desk.docket().fees(acting, id, new Upkeep.Terms(relief, Filing.ONLINE, on)));
          return fees.map(found ->
                  Reply.ok(out -> {
                    out.writeStartObject();
                    out.writeStringProperty("on", on.toString());
                    out.writeBooleanProperty("ended", found.ended());
                    out.writeArrayPropertyStart("fees");
                    found.fees().forEach(fee -> DocketJson.write(fee, out));
                    out.writeEndArray();
                    out.writeArrayPropertyStart("problems");
                    found
                        .problems()
                        .forEach(problem -> {
                          out.writeStartObject();
                          out.writeStringProperty("code", problem.code());
                          out.writeStringProperty("deadline", problem.path());
                          out.writeStringProperty("reason", problem.reason());
                          out.writeEndObject();
                        });
                    out.writeEndArray();
                    out.writeEndObject();
                  }))
              .orElseGet(() -> Reply.notFound(request.pathVariable("right")));
        });
  }

  private static Parsed<DocketBoard.Show> show(String text) {
    for (DocketBoard.Show show : DocketBoard.Show.values()) {
      if (show.code().equals(text)) {
        return Parsed.ok(show);
      }
    }
    return Parsed.refused("deadline-show", text, "It is running or missed.");
  }

  private static Parsed<Integer> within(String text) {
    return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= WITHIN_MAX
        ? Parsed.ok(Integer.parseInt(text))
        : Parsed.refused("limit", text, "It is a number of days from 0 to " + WITHIN_MAX + ".");
  }

  private static String inside(DocketBoard.Cursor cursor) {
    return cursor.day() + " " + cursor.right() + " " + cursor.key();
  }

  private static Optional<DocketBoard.Cursor> cursor(String inside) {
    List<String> parts = List.of(inside.split(" ", -1));
    if (parts.size() != 3) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(parts.getFirst());
      return RightId.parse(parts.get(1))
          .found()
          .map(right -> new DocketBoard.Cursor(day, right, parts.getLast()));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
