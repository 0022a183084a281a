package org.zhiheng.server.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.Closing;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.DeadlineName;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Deadlines: they change with the events that are recorded; people close them and give them away.
final class DocketApi {

  private static final int LIMIT_MAX = 500;
  private static final int WITHIN_MAX = 36_600;
  private static final int WITHIN_USUAL = 30;
  private static final int NAME_MAX = 80;

  private final AdministerDesk desk;
  private final Replies replies;
  private final Handling handling;

  DocketApi(AdministerDesk desk, Replies replies, Handling handling) {
    this.desk = desk;
    this.replies = replies;
    this.handling = handling;
  }

  /// What is due, of all rights.
  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, AdministerOperation.LIST_DEADLINES);
          DocketBoard.Show show =
              query.value("show", DocketApi::show).orElse(DocketBoard.Show.RUNNING);
          int within =
              query.value("within", text -> Query.days(text, WITHIN_MAX)).orElse(WITHIN_USUAL);
          String assigned = query.text("assigned", NAME_MAX);
          Optional<String> rule =
              query.value(
                  "rule", id -> desk.docket().deadlines().book().rule(id).map(found -> found.id()));
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
          if (rule.isPresent()) {
            asked = asked.by(rule.get());
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
    Query query = new Query(request, AdministerOperation.SHOW_DOCKET);
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

  /// What is said of one deadline.
  ServerResponse note(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.NOTE_DEADLINE,
        (acting, query, body) -> {
          query.check();
          RightId right = RightsApi.id(request);
          String text = body.text("text", Closing.REASON_MAX);
          DocketNotes.What what = body.value("do", DocketApi::what);
          String key = body.value("key", Parsed::ok);
          body.check();
          Docket docket = desk.docket().note(acting, right, key, what, text).orThrow();
          RuleBook book = desk.docket().deadlines().book();
          Deadline noted =
              docket.deadlines().stream()
                  .filter(one -> one.key().equals(key))
                  .findFirst()
                  .orElseThrow();
          return Reply.ok(out -> DocketJson.write(noted, book, out));
        });
  }

  /// What is said of many, one after the other: what one refuses does not hold up the rest.
  ServerResponse noteAll(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.NOTE_DEADLINES,
        (acting, query, body) -> {
          query.check();
          String text = body.text("text", Closing.REASON_MAX);
          List<DeadlineName> names = body.list("deadlines", DeadlineName.MOST, DeadlineName::parse);
          DocketNotes.What what = body.value("do", DocketApi::what);
          body.check();
          if (names.isEmpty()) {
            throw new ProblemsException(
                Problem.of("required", "deadlines", "", "Name the deadlines that are meant."));
          }
          List<Problem> refused = desk.docket().noteAll(acting, names, what, text);
          return Reply.ok(out -> {
            out.writeStartObject();
            out.writeNumberProperty("changed", names.size() - refused.size());
            out.writeArrayPropertyStart("refused");
            for (Problem problem : refused) {
              out.writeStartObject();
              out.writeStringProperty("deadline", problem.path());
              out.writeStringProperty("code", problem.code());
              out.writeStringProperty("reason", problem.reason());
              out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
          });
        });
  }

  private static Parsed<DocketNotes.What> what(String text) {
    return DocketNotes.What.of(text)
        .map(Parsed::ok)
        .orElseGet(() -> Parsed.refused("deadline-do", text, "It is close, reopen or assign."));
  }

  /// How offices keep their times.
  ServerResponse limits(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_LIMITS,
        (acting, query) -> {
          LocalDate since = query.day("since").orElseGet(() -> desk.docket().today().minusYears(1));
          query.check();
          List<DocketBoard.Kept> kept = desk.board().limits(acting.organisation(), since);
          return Replies.page(
              out -> kept.forEach(one -> DocketJson.write(one, out)), Optional.empty());
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
