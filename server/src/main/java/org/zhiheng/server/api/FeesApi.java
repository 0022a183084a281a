package org.zhiheng.server.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.jobs.administer.FeeRelief;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.jobs.administer.Part;
import org.zhiheng.jobs.administer.PaymentList;
import org.zhiheng.jobs.administer.Receipt;
import org.zhiheng.jobs.administer.Typed;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.jobs.value.GivenFile;
import org.zhiheng.jobs.value.KeepOrDrop;
import org.zhiheng.jobs.value.ValueDesk;
import org.zhiheng.jobs.value.ValueJson;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;
import tools.jackson.core.JsonGenerator;

/// What keeps rights alive, and what each may be worth beside it.
final class FeesApi {

  private static final int LIMIT_MAX = 500;
  private static final int AHEAD_DAYS = 90;

  private final AdministerDesk desk;
  private final ValueDesk values;
  private final Handling handling;

  FeesApi(AdministerDesk desk, ValueDesk values, Handling handling) {
    this.desk = desk;
    this.values = values;
    this.handling = handling;
  }

  /// What keeps one right alive.
  ServerResponse show(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.SHOW_FEES,
        (acting, query) -> {
          Upkeep.Terms terms = terms(query);
          query.check();
          Optional<FeesDue> fees =
              RightId.parse(request.pathVariable("right"))
                  .found()
                  .flatMap(id -> desk.docket().fees(acting, id, terms));
          return fees.map(found ->
                  Reply.ok(out -> {
                    out.writeStartObject();
                    out.writeStringProperty("on", terms.on().toString());
                    out.writeBooleanProperty("ended", found.ended());
                    out.writeName("relief");
                    DocketJson.write(found.relief(), out);
                    out.writeArrayPropertyStart("fees");
                    found.fees().forEach(fee -> DocketJson.write(fee, out));
                    out.writeEndArray();
                    out.writeArrayPropertyStart("problems");
                    found.problems().forEach(problem -> problem("", problem, out));
                    out.writeEndArray();
                    out.writeEndObject();
                  }))
              .orElseGet(() -> Reply.notFound(request.pathVariable("right")));
        });
  }

  private Upkeep.Terms terms(Query query) {
    return new Upkeep.Terms(
        query.value("relief", Upkeep.Relief::parse).orElse(Upkeep.Relief.NONE),
        query.value("paper", FeesApi::truth).orElse(false) ? Filing.PAPER : Filing.ONLINE,
        query.day("on").orElseGet(desk.docket()::today));
  }

  private static Parsed<Boolean> truth(String text) {
    return switch (text) {
      case "true" -> Parsed.ok(true);
      case "false" -> Parsed.ok(false);
      default -> Parsed.refused("truth", text, "It is true or false.");
    };
  }

  /// How a fee is told, if it is.
  @FunctionalInterface
  private interface Item {
    Optional<Consumer<JsonGenerator>> of(DocketBoard.Case right, FeeDue fee);
  }

  /// What is found of some rights.
  private static final class Found implements PaymentList.Taker {

    private final List<Consumer<JsonGenerator>> items = new ArrayList<>();
    private final List<Consumer<JsonGenerator>> unknown = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final Map<Currency, Money> totals = new LinkedHashMap<>();

    private final Item item;

    Found(Item item) {
      this.item = item;
    }

    @Override
    public void fee(DocketBoard.Case right, FeeDue fee) {
      item.of(right, fee)
          .ifPresent(one -> {
            items.add(one);
            totals.merge(fee.total().currency(), fee.total(), Money::plus);
          });
    }

    @Override
    public void unknown(DocketBoard.Case right, Problem problem) {
      unknown.add(out -> problem(right.right().toString(), problem, out));
    }

    @Override
    public void ended(DocketBoard.Case right) {
      ended.add(right.right().toString());
    }

    Reply reply(Optional<Part> next) {
      return Reply.ok(out -> {
        out.writeStartObject();
        out.writeArrayPropertyStart("items");
        items.forEach(one -> one.accept(out));
        out.writeEndArray();
        out.writeArrayPropertyStart("totals");
        totals.values().forEach(total -> out.writeString(total.toString()));
        out.writeEndArray();
        out.writeArrayPropertyStart("notKnown");
        unknown.forEach(one -> one.accept(out));
        out.writeEndArray();
        out.writeArrayPropertyStart("ended");
        ended.forEach(out::writeString);
        out.writeEndArray();
        next.ifPresent(part -> out.writeStringProperty("next", cursor(part)));
        out.writeEndObject();
      });
    }
  }

  private static void problem(String right, Problem problem, JsonGenerator out) {
    out.writeStartObject();
    if (!right.isEmpty()) {
      out.writeStringProperty("right", right);
    }
    out.writeStringProperty("code", problem.code());
    out.writeStringProperty("deadline", problem.path());
    out.writeStringProperty("reason", problem.reason());
    out.writeEndObject();
  }

  /// Of all rights, page by page.
  ServerResponse list(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_FEES,
        (acting, query) -> {
          Upkeep.Terms terms = terms(query);
          LocalDate until = query.day("until").orElse(terms.on().plusDays(AHEAD_DAYS));
          Part part = part(query);
          query.check();
          Found found =
              new Found((right, fee) -> Optional.of(out -> DocketJson.write(right, fee, out)));
          return found.reply(
              desk.docket().payments(acting, desk.board(), terms, until, part, found));
        });
  }

  /// Each fee of a patent beside what the patent may be worth.
  ServerResponse decide(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.DECIDE_FEES,
        (acting, query, body) -> {
          Part part = part(query);
          query.check();
          String file = body.value("with", Parsed::ok);
          Upkeep.Terms terms =
              new Upkeep.Terms(
                  body.optional("relief", Upkeep.Relief::parse).orElse(Upkeep.Relief.NONE),
                  Filing.ONLINE,
                  body.optional("on", Query::parseDay).orElseGet(desk.docket()::today));
          LocalDate until =
              body.optional("until", Query::parseDay).orElse(terms.on().plusDays(AHEAD_DAYS));
          body.check();
          GivenFile given = new GivenFile("with", file);
          Found found =
              new Found((right, fee) ->
                  fee.patentYear().isPresent()
                      ? Optional.of(decided(acting, right, fee, terms.on(), given))
                      : Optional.empty());
          return found.reply(
              desk.docket().payments(acting, desk.board(), terms, until, part, found));
        });
  }

  /// Receipts of some rights.
  ServerResponse receipts(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_RECEIPTS,
        (acting, query) -> {
          Part part = part(query);
          query.check();
          List<Consumer<JsonGenerator>> items = new ArrayList<>();
          Optional<Part> next =
              desk.fees()
                  .receipts(
                      acting,
                      part,
                      (right, receipt) ->
                          items.add(out ->
                              DocketJson.write(
                                  right.right(), right.number(), right.title(), receipt, out)));
          return Replies.page(
              out -> items.forEach(one -> one.accept(out)),
              next.map(more -> Long.toString(more.after())));
        });
  }

  /// Writes one down; the same one again changes nothing.
  ServerResponse addReceipt(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.ADD_RECEIPT,
        (acting, query, body) -> {
          query.check();
          String number = body.text("number", Receipt.TEXT_MAX);
          String payer = body.text("payer", Receipt.TEXT_MAX);
          String deadline = body.value("deadline", Parsed::ok);
          LocalDate on = body.value("on", Query::parseDay);
          Money amount = body.value("amount", Typed::money);
          body.check();
          RightId right = RightsApi.id(request);
          Receipt receipt =
              desk.fees()
                  .add(acting, right, deadline, new Receipt.Given(number, on, amount, payer));
          return new Reply(
              201, "", "", RecordJson.text(out -> DocketJson.write(right, "", "", receipt, out)));
        });
  }

  /// Writes relief down.
  ServerResponse relieve(ServerRequest request) {
    return handling.work(
        request,
        AdministerOperation.SET_RELIEF,
        (acting, query, body) -> {
          query.check();
          String applicant = body.text("applicant", Receipt.TEXT_MAX);
          Optional<Integer> year = body.optional("year", FeeRelief::year);
          Upkeep.Relief kind = body.value("relief", Upkeep.Relief::parse);
          LocalDate from = body.value("from", Query::parseDay);
          body.check();
          FeeRelief relief =
              desk.fees()
                  .relieve(
                      acting,
                      RightsApi.id(request),
                      kind,
                      year.orElse(from.getYear()),
                      applicant,
                      from);
          return Reply.ok(out -> DocketJson.write(Optional.of(relief), out));
        });
  }

  /// Told at once: the file is read, and what is wrong in it refused, before the answer begins.
  private Consumer<JsonGenerator> decided(
      Acting acting, DocketBoard.Case right, FeeDue fee, LocalDate on, GivenFile file) {
    KeepOrDrop decided = values.decided(acting, right.right(), fee, on, file);
    return out -> ValueJson.write(right, decided, out);
  }

  /// Rights that a page looks at.
  static Part part(Query query) {
    return new Part(
        query
            .after(inside ->
                inside.matches("[0-9]{1,18}")
                    ? Optional.of(Long.parseLong(inside))
                    : Optional.empty())
            .orElse(0L),
        query.limit(LIMIT_MAX));
  }

  static String cursor(Part part) {
    return Query.cursor(Long.toString(part.after()));
  }
}
