package org.zhiheng.server.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.WatchDesk;
import org.zhiheng.jobs.examine.WatchId;
import org.zhiheng.jobs.examine.WatchJson;
import org.zhiheng.jobs.examine.Watches;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Names that are watched, and the marks that come up against them.
final class WatchesApi {

  private static final int LIMIT_MAX = 500;
  private static final int NOTE_LENGTH_MAX = 2_000;

  private final WatchDesk watches;
  private final Asked asked;
  private final Replies replies;
  private final Repeats repeats;

  WatchesApi(WatchDesk watches, Asked asked, Replies replies, Repeats repeats) {
    this.watches = watches;
    this.asked = asked;
    this.replies = replies;
    this.repeats = repeats;
  }

  /// All of them: there are at most [WatchDesk#RUNNING_MAX] running ones.
  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, ExamineOperation.LIST_WATCHES).check();
          List<Watches.Watch> all = watches.all(acting);
          return Replies.page(
              out -> all.forEach(watch -> WatchJson.watch(watch, out)), Optional.empty());
        });
  }

  ServerResponse start(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.RECORD);
          new Query(request, ExamineOperation.START_WATCH).check();
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(request, acting, bytes, () -> start(acting, bytes));
        });
  }

  private Reply start(Acting acting, byte[] bytes) {
    Set<String> fields = new TreeSet<>(Set.of("name", "class", "group", "least"));
    Body body = Body.read(bytes, fields);
    int least = body.optional("least", WatchesApi::least).orElse(WatchDesk.LEAST);
    Inquiry inquiry = asked.of(body);
    Watches.Watch watch = watches.start(acting, inquiry, least);
    return new Reply(201, "", "", RecordJson.text(out -> WatchJson.watch(watch, out)));
  }

  ServerResponse end(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, ExamineOperation.END_WATCH).check();
          WatchId id = id(request);
          return watches.end(acting, id) ? Reply.done() : Reply.notFound(id.toString());
        });
  }

  ServerResponse hits(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, ExamineOperation.LIST_HITS);
          Optional<Watches.State> state = query.value("state", WatchesApi::state);
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<Watches.Hit> hits = watches.hits(acting, state, limit);
          return Replies.page(
              out -> hits.forEach(hit -> WatchJson.hit(hit, out)), Optional.empty());
        });
  }

  ServerResponse decide(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.RECORD);
          new Query(request, ExamineOperation.DECIDE_HIT).check();
          WatchId watch = id(request);
          RightId right = RightsApi.id(request);
          Body body = Body.read(Body.bytes(request.servletRequest()), Set.of("state", "note"));
          String note = body.text("note", NOTE_LENGTH_MAX);
          Watches.State state = body.value("state", WatchesApi::state);
          body.check();
          return watches.decide(acting, watch, right, state, note)
              ? Reply.done()
              : Reply.notFound(watch + " " + right);
        });
  }

  private static Parsed<Watches.State> state(String text) {
    for (Watches.State state : Watches.State.values()) {
      if (state.code().equals(text)) {
        return Parsed.ok(state);
      }
    }
    return Parsed.refused("watch-state", text, "A state is open, taken or dismissed.");
  }

  private static Parsed<Integer> least(String text) {
    return text.matches("[1-9][0-9]?|100")
        ? Parsed.ok(Integer.parseInt(text))
        : Parsed.refused("watch-least", text, "A least is a number from 1 to 100.");
  }

  private static WatchId id(ServerRequest request) {
    String text = request.pathVariable("watch");
    return WatchId.parse(text)
        .found()
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", text, "There is nothing under this id.")));
  }
}
