package org.zhiheng.server.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.run.RunJson;
import org.zhiheng.cashflow.run.Simulation;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.deal.Alert;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.finance.deal.DealJson;
import org.zhiheng.jobs.finance.deal.PoolCheck;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.server.deals.Draft;
import org.zhiheng.server.deals.Outcome;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import tools.jackson.core.JsonGenerator;

/// Deals on cash flows: run, simulated, kept, issued, reported on, watched.
final class DealsApi {

  private static final int LIMIT_MAX = 500;
  private static final int COLLECTED_LENGTH_MAX = 500_000;
  private static final int PATHS_USUAL = 10_000;
  private static final int PATHS_MAX = 1_000_000;

  private final DealDesk desk;
  private final Handling handling;

  DealsApi(DealDesk desk, Handling handling) {
    this.desk = desk;
    this.handling = handling;
  }

  /// A run to the minor unit.
  ServerResponse run(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.RUN_DEAL,
        (acting, query, body) -> {
          query.check();
          String deal = body.value("deal", Parsed::ok);
          String assume = body.text("assume", Draft.LENGTH_MAX);
          body.check();
          return json(200, RunJson.of(Ledger.run(plan(deal, assume))));
        });
  }

  /// Many paths; the same seed gives the same numbers.
  ServerResponse simulate(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.SIMULATE_DEAL,
        (acting, query, body) -> {
          query.check();
          String assume = body.text("assume", Draft.LENGTH_MAX);
          int paths =
              body.optional("paths", text -> Query.number(text, 1, PATHS_MAX)).orElse(PATHS_USUAL);
          int seed = body.optional("seed", text -> Query.number(text, 0, 999_999_999)).orElse(1);
          String deal = body.value("deal", Parsed::ok);
          body.check();
          Plan plan = plan(deal, assume);
          long cells = (long) plan.deal().tranches().size() * plan.paymentCount();
          long work = (long) Math.max(1, plan.assetCount()) * plan.paymentCount() * paths;
          if (cells > Outcome.CELLS_MAX || work > Outcome.WORK_MAX) {
            throw new ProblemsException(
                Problem.of(
                    "deal-limit",
                    "paths",
                    Integer.toString(paths),
                    "A request simulates at most "
                        + Outcome.WORK_MAX
                        + " assets times payments times paths, and "
                        + Outcome.CELLS_MAX
                        + " tranches times payments; the command line simulates more."));
          }
          return json(200, Simulation.of(plan).run(paths, seed, 1).json());
        });
  }

  private static Plan plan(String deal, String assume) {
    Draft draft = Draft.of("deal", deal, assume).planned("deal");
    if (!draft.problems().isEmpty()) {
      throw new ProblemsException(draft.problems());
    }
    return Plan.of(draft.deal().orElseThrow(), draft.assumed().orElseThrow());
  }

  /// Deals by name.
  ServerResponse list(ServerRequest request) {
    return handling.ask(
        request,
        FinanceOperation.LIST_DEALS,
        (acting, query) -> {
          Optional<DealName> after = query.after(text -> DealName.parse(text).found());
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<DealBook.Kept> page = desk.page(acting, after, limit);
          return Replies.page(
              out -> page.forEach(one -> DealJson.write(one, out)),
              page.size() < limit ? Optional.empty() : Optional.of(page.getLast().name().text()));
        });
  }

  /// A draft.
  ServerResponse keep(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.KEEP_DEAL,
        (acting, query, body) -> {
          query.check();
          String assume = body.text("assume", Draft.LENGTH_MAX);
          String deal = body.value("deal", Parsed::ok);
          body.check();
          DealBook.Kept kept =
              desk.keep(
                  acting,
                  deal,
                  Optional.of(assume).filter(text -> !text.isEmpty()),
                  DealReader.FileTexts.NONE);
          return new Reply(
              201,
              Operation.BASE + "/deals/" + kept.name().text(),
              "",
              Reply.ok(out -> DealJson.write(kept, out)).body());
        });
  }

  /// One, with its terms.
  ServerResponse show(ServerRequest request) {
    return handling.ask(
        request,
        FinanceOperation.SHOW_DEAL,
        (acting, query) -> {
          query.check();
          DealBook.Kept kept = desk.kept(acting, name(request));
          return Reply.ok(out -> {
            out.writeStartObject();
            out.writeName("kept");
            DealJson.write(kept, out);
            out.writeName("deal");
            out.writeRawValue(kept.terms().deal().strip());
            out.writeName("assume");
            out.writeRawValue(kept.terms().assume().strip());
            out.writeEndObject();
          });
        });
  }

  /// Its pool held against what it says.
  ServerResponse pool(ServerRequest request) {
    return handling.ask(
        request,
        FinanceOperation.CHECK_POOL,
        (acting, query) -> {
          LocalDate on = query.day("on").orElseGet(desk::today);
          query.check();
          DealName name = name(request);
          PoolCheck check = desk.pool(acting, name, on);
          return Reply.ok(out -> DealJson.write(name.text(), check, out));
        });
  }

  /// Its issue.
  ServerResponse issue(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.ISSUE_DEAL,
        (acting, query, body) -> {
          query.check();
          String reason = body.text("reason", DealDesk.REASON_LENGTH_MAX);
          LocalDate on = body.optional("on", Query::parseDay).orElseGet(desk::today);
          body.check();
          DealName name = name(request);
          PoolCheck check = desk.issue(acting, name, on, reason);
          return Reply.ok(out -> DealJson.write(name.text(), check, out));
        });
  }

  /// Reports on it.
  ServerResponse reports(ServerRequest request) {
    return handling.ask(
        request,
        FinanceOperation.LIST_DEAL_REPORTS,
        (acting, query) -> {
          query.check();
          List<DealBook.Report> reports = desk.reports(acting, name(request));
          return Replies.page(
              out -> reports.forEach(one -> out.writeRawValue(one.body().strip())),
              Optional.empty());
        });
  }

  /// A report on it; its evidence is entered by the log and found under `/evidence`.
  ServerResponse report(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.REPORT_DEAL,
        (acting, query, body) -> {
          query.check();
          String known = body.text("known", Draft.LENGTH_MAX);
          String collected = body.text("collected", COLLECTED_LENGTH_MAX);
          LocalDate until = body.value("until", Query::parseDay);
          body.check();
          DealBook.Report report =
              desk.report(
                  acting,
                  name(request),
                  until,
                  collected,
                  Optional.of(known).filter(text -> !text.isEmpty()));
          return json(201, report.body());
        });
  }

  /// What stands against its pool.
  ServerResponse watch(ServerRequest request) {
    return handling.ask(
        request,
        FinanceOperation.WATCH_DEAL,
        (acting, query) -> {
          query.check();
          List<Alert> alerts = desk.watch(acting, name(request));
          Consumer<JsonGenerator> items =
              out -> alerts.forEach(alert -> DealJson.write(alert, out));
          return Replies.page(items, Optional.empty());
        });
  }

  private static DealName name(ServerRequest request) {
    return Handling.named(request, "deal", DealName::parse);
  }

  private static Reply json(int status, String json) {
    return new Reply(status, "", "", json);
  }
}
