package org.zhiheng.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.jobs.administer.remind.ReminderDesk;
import org.zhiheng.jobs.administer.remind.ReminderJson;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;

/// Who is reminded of deadlines, and the letters.
final class RemindersApi {

  private static final int LIMIT_MAX = 500;
  private static final int TEXT_MAX = 400;

  private final ReminderDesk desk;
  private final Handling handling;

  RemindersApi(ReminderDesk desk, Handling handling) {
    this.desk = desk;
    this.handling = handling;
  }

  ServerResponse list(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_REMINDED,
        (acting, query) -> {
          query.check();
          return listed(acting);
        });
  }

  private Reply listed(Acting acting) {
    List<Recipient> found = desk.recipients(acting);
    return Replies.page(
        out -> found.forEach(one -> ReminderJson.write(one, out)), Optional.empty());
  }

  /// Puts a person on the list, or says anew how; answers the list.
  ServerResponse set(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.SET_REMINDED,
        (acting, query, body) -> {
          query.check();
          desk.keep(acting, recipient(body));
          return listed(acting);
        });
  }

  private static Recipient recipient(Body body) {
    String language = body.text("language", TEXT_MAX);
    List<Integer> days = body.optional("days", RemindersApi::days).orElse(Recipient.USUAL_DAYS);
    boolean others = body.truth("others");
    Optional<Recipient.Away> away =
        body.together("awayFrom", "awayUntil", "delegate")
            ? Optional.of(
                new Recipient.Away(
                    body.value("awayFrom", Query::parseDay),
                    body.value("awayUntil", Query::parseDay),
                    body.text("delegate", TEXT_MAX)))
            : Optional.empty();
    Optional<Recipient.Escalation> escalation =
        body.together("escalateDays", "escalateTo")
            ? body.optional("escalateDays", text -> Query.days(text, Recipient.DAYS_MAX))
                .map(before -> new Recipient.Escalation(before, body.text("escalateTo", TEXT_MAX)))
            : Optional.empty();
    String person = body.text("person", TEXT_MAX);
    String mail = body.text("mail", TEXT_MAX);
    body.check();
    return new Recipient(
        person, mail, language.isEmpty() ? "zh" : language, days, others, away, escalation);
  }

  private static Parsed<List<Integer>> days(String text) {
    List<Integer> days = new ArrayList<>();
    for (String one : List.of(text.split(",", -1))) {
      Parsed<Integer> read = Query.days(one.strip(), Recipient.DAYS_MAX);
      if (read.found().isEmpty()) {
        return read.map(List::of);
      }
      days.add(read.orThrow());
    }
    return Parsed.ok(days);
  }

  /// Takes a person off the list; answers the list.
  ServerResponse drop(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.DROP_REMINDED,
        (acting, query) -> {
          query.check();
          String person = request.pathVariable("person");
          return desk.drop(acting, person) ? listed(acting) : Reply.notFound(person);
        });
  }

  ServerResponse outbox(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_LETTERS,
        (acting, query) -> {
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<Reminders.Outgoing> letters = desk.outbox(acting, limit);
          return Replies.page(
              out -> letters.forEach(one -> ReminderJson.write(one, out)), Optional.empty());
        });
  }
}
