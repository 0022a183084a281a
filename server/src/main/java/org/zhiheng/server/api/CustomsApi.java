package org.zhiheng.server.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.administer.Typed;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.customs.CustomsJson;
import org.zhiheng.jobs.administer.customs.Guarantee;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.customs.Step;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Money;
import org.zhiheng.values.RightId;

/// The customs duty desk.
final class CustomsApi {

  private static final int LIMIT_MAX = 500;
  private static final int TEXT_MAX = 2_000;

  private final CustomsDesk desk;
  private final Handling handling;

  CustomsApi(CustomsDesk desk, Handling handling) {
    this.desk = desk;
    this.handling = handling;
  }

  ServerResponse recordals(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_CUSTOMS,
        (acting, query) -> {
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<Customs.Recorded> found = desk.recordals(acting, limit);
          return Replies.page(
              out -> found.forEach(one -> CustomsJson.recorded(one, out)), Optional.empty());
        });
  }

  ServerResponse record(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.RECORD_CUSTOMS,
        (acting, query, body) -> {
          query.check();
          String number = body.text("number", TEXT_MAX);
          String goods = body.text("goods", TEXT_MAX);
          List<String> sellers = body.texts("sellers", Recordal.SELLERS_MAX);
          Optional<LocalDate> last = body.optional("last", Query::parseDay);
          LocalDate on = body.optional("on", Query::parseDay).orElseGet(desk::today);
          Optional<Guarantee> guarantee =
              body.together("guarantee", "amount", "until")
                  ? Optional.of(
                      new Guarantee(
                          body.text("guarantee", TEXT_MAX),
                          body.value("amount", Typed::money),
                          body.value("until", Query::parseDay)))
                  : Optional.empty();
          RightId right = body.value("right", RightId::parse);
          LocalDate first = body.value("first", Query::parseDay);
          body.check();
          Customs.Recorded recorded =
              desk.record(
                  acting,
                  new Recordal(
                      number,
                      right,
                      first,
                      last.orElseGet(() -> desk.last(first)),
                      goods,
                      sellers,
                      guarantee),
                  on);
          return new Reply(
              201, "", "", RecordJson.text(out -> CustomsJson.recorded(recorded, out)));
        });
  }

  ServerResponse list(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_NOTICES,
        (acting, query) -> {
          int limit = query.limit(LIMIT_MAX);
          query.check();
          List<CustomsDesk.Shown> found = desk.list(acting, limit);
          return Replies.page(
              out -> found.forEach(one -> CustomsJson.shown(one, out)), Optional.empty());
        });
  }

  ServerResponse take(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.TAKE_NOTICE,
        (acting, query, body) -> {
          query.check();
          LocalDate on = body.optional("on", Query::parseDay).orElseGet(desk::today);
          String port = body.text("port", TEXT_MAX);
          String goods = body.text("goods", TEXT_MAX);
          String shipper = body.text("shipper", TEXT_MAX);
          String quantity = body.text("quantity", TEXT_MAX);
          Optional<Money> worth = body.optional("worth", Typed::money);
          RightId right = body.value("right", RightId::parse);
          body.check();
          return shown(
              desk.take(acting, new Notice(right, on, port, goods, shipper, quantity, worth)), 201);
        });
  }

  ServerResponse show(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.SHOW_NOTICE,
        (acting, query) -> {
          query.check();
          return shown(desk.show(acting, id(request)), 200);
        });
  }

  ServerResponse step(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.TAKE_STEP,
        (acting, query, body) -> {
          query.check();
          LocalDate on = body.optional("on", Query::parseDay).orElseGet(desk::today);
          String text = body.text("text", TEXT_MAX);
          Optional<Money> amount = body.optional("amount", Typed::money);
          Step step = body.value("do", code -> Step.read(code, on, text, amount));
          body.check();
          return shown(desk.step(acting, id(request), step), 200);
        });
  }

  private static Reply shown(CustomsDesk.Shown shown, int status) {
    return new Reply(
        status,
        status == 201 ? Operation.BASE + "/customs/notices/" + shown.kept().id() : "",
        "",
        RecordJson.text(out -> CustomsJson.shown(shown, out)));
  }

  private static Customs.Id id(ServerRequest request) {
    return Handling.named(request, "notice", Customs.Id::parse);
  }
}
