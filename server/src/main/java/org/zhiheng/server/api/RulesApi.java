package org.zhiheng.server.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.rule.Staleness;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.LawReplay;
import org.zhiheng.jobs.administer.Part;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.expedite.Condition;
import org.zhiheng.jobs.administer.expedite.Eligibility;
import org.zhiheng.jobs.administer.expedite.EligibilityJson;
import org.zhiheng.jobs.administer.expedite.Route;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.right.Right;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// What follows from rules: whether a quicker way is open, what moves under other rules, which
/// rules are old.
final class RulesApi {

  private static final int LIST_MAX = 2_000;
  private static final int STALE_DAYS = 180;
  private static final int DAYS_MAX = 36_600;

  private final AdministerDesk desk;
  private final Records records;
  private final Handling handling;

  RulesApi(AdministerDesk desk, Records records, Handling handling) {
    this.desk = desk;
    this.records = records;
    this.handling = handling;
  }

  /// Whether a quicker way is open.
  ServerResponse expedited(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.CHECK_EXPEDITED,
        (acting, query) -> {
          Optional<Route> route = query.value("route", Route::parse);
          Optional<RightId> right = query.value("right", RightId::parse);
          LocalDate on = query.day("on").orElseGet(desk.docket()::today);
          String holding = query.text("is", LIST_MAX);
          String failing = query.text("not", LIST_MAX);
          query.check();
          Route way =
              route.orElseThrow(() ->
                  new ProblemsException(
                      Problem.of("required", "route", "", "Say which way is asked for.")));
          Map<Condition, Boolean> said = new EnumMap<>(Condition.class);
          said(way, holding, true, said);
          said(way, failing, false, said);
          Eligibility found =
              Eligibility.of(
                  way,
                  right.map(id -> known(acting, id)),
                  said,
                  desk.docket().law(desk.docket().today()),
                  on);
          return Reply.ok(
              out -> EligibilityJson.write(found, desk.docket().deadlines().book(), out));
        });
  }

  private static void said(Route route, String list, boolean holds, Map<Condition, Boolean> said) {
    for (String one : list.split(",", -1)) {
      if (!one.isBlank()) {
        Condition condition = Condition.parse(route, one).orThrow();
        Boolean before = said.put(condition, holds);
        if (before != null && before != holds) {
          throw new ProblemsException(
              Problem.of("usage", "not", one, "A condition holds or does not, not both."));
        }
      }
    }
  }

  private Eligibility.Known known(Acting acting, RightId right) {
    RightFile file =
        records
            .show(acting, right)
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of("not-found", "right", right.toString(), "There is no such right.")));
    return new Eligibility.Known(
        file.right(), Right.corrected(file.record().events()).stream().map(Event::fact).toList());
  }

  /// What moves under other rules, right by right.
  ServerResponse whatIf(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.REPLAY_RULES,
        (acting, query, body) -> {
          Part part = FeesApi.part(query);
          query.check();
          LocalDate on = body.optional("asOf", Query::parseDay).orElseGet(desk.docket()::today);
          String rules = body.value("rules", RulesApi::yaml);
          body.check();
          Deadlines before = desk.docket().deadlines();
          Deadlines after = new Deadlines(before.book().with("rules", rules), before.calendar());
          List<LawReplay.Move> moves = new ArrayList<>();
          int[] replayed = new int[1];
          Optional<Part> next =
              new LawReplay(desk.board(), before, after, on)
                  .part(
                      acting.organisation(),
                      part,
                      some -> {
                        replayed[0]++;
                        moves.addAll(some);
                      });
          return Reply.ok(out -> {
            out.writeStartObject();
            out.writeNumberProperty("replayed", replayed[0]);
            out.writeArrayPropertyStart("items");
            moves.forEach(move -> DocketJson.write(move, out));
            out.writeEndArray();
            next.ifPresent(more -> out.writeStringProperty("next", FeesApi.cursor(more)));
            out.writeEndObject();
          });
        });
  }

  private static Parsed<String> yaml(String text) {
    return text.length() <= YamlReader.LENGTH_MAX
        ? Parsed.ok(text)
        : Parsed.refused(
            "rule-yaml",
            text.length() + " characters",
            "Rules have at most " + YamlReader.LENGTH_MAX + " characters.");
  }

  /// Rules that nobody looked at for long.
  ServerResponse stale(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_STALE,
        (acting, query) -> {
          int days = query.value("days", text -> Query.days(text, DAYS_MAX)).orElse(STALE_DAYS);
          LocalDate on = query.day("on").orElseGet(desk.docket()::today);
          query.check();
          List<Staleness> stale = Staleness.of(desk.docket().deadlines().book(), on, days);
          return Replies.page(
              out ->
                  stale.forEach(one -> {
                    out.writeStartObject();
                    out.writeStringProperty("rule", one.rule().id());
                    out.writeStringProperty("checkedOn", one.rule().lastValidOn().toString());
                    out.writeNumberProperty("days", one.days());
                    out.writeStringProperty("zh", one.rule().title().zh());
                    out.writeStringProperty("en", one.rule().title().en());
                    out.writeEndObject();
                  }),
              Optional.empty());
        });
  }
}
