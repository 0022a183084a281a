package org.zhiheng.server.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.administer.Typed;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.PledgeChange;
import org.zhiheng.jobs.finance.PledgeTerms;
import org.zhiheng.jobs.finance.Pledging;
import org.zhiheng.jobs.finance.TitleCheck;
import org.zhiheng.jobs.finance.TitleJson;
import org.zhiheng.jobs.finance.TitleQuestion;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Titles, and pledges of rights to deals.
final class TitlesApi {

  private static final int NAME_MAX = 500;
  private static final int PLEDGORS_MAX = 20;
  private static final int DAYS_MAX = 36_600;

  private final FinanceDesk desk;
  private final Handling handling;

  TitlesApi(FinanceDesk desk, Handling handling) {
    this.desk = desk;
    this.handling = handling;
  }

  /// What the gate says of a right.
  ServerResponse check(ServerRequest request) {
    return handling.ask(
        request,
        FinanceOperation.CHECK_TITLE,
        (acting, query) -> {
          Optional<LocalDate> term = query.day("term");
          LocalDate on = query.day("on").orElseGet(desk::today);
          String pledgors = query.text("pledgors", NAME_MAX * PLEDGORS_MAX);
          int days =
              query
                  .value("extractDays", text -> Query.days(text, DAYS_MAX))
                  .orElse(TitleQuestion.EXTRACT_DAYS);
          query.check();
          RightId right = RightsApi.id(request);
          List<String> names =
              pledgors.isEmpty()
                  ? List.of()
                  : List.of(pledgors.split(",", -1)).stream().map(String::strip).toList();
          TitleCheck check =
              desk.check(acting, right, new TitleQuestion(names, term, on, days)).orThrow();
          return Reply.ok(out -> TitleJson.write(right.toString(), right, check, desk.law(), out));
        });
  }

  /// A pledge registered.
  ServerResponse register(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.REGISTER_PLEDGE,
        (acting, query, body) -> {
          query.check();
          RightId right = RightsApi.id(request);
          List<String> pledgors = body.texts("pledgors", PLEDGORS_MAX);
          LocalDate on = body.optional("on", Query::parseDay).orElseGet(desk::today);
          int days =
              body.optional("extractDays", text -> Query.days(text, DAYS_MAX))
                  .orElse(TitleQuestion.EXTRACT_DAYS);
          DealName deal = body.value("deal", DealName::parse);
          String number = body.value("number", Parsed::ok);
          String creditor = body.value("creditor", Parsed::ok);
          Money secured = body.value("secured", Typed::money);
          LocalDate term = body.value("term", Query::parseDay);
          body.check();
          return told(
              201,
              desk.register(
                  acting,
                  right,
                  new PledgeTerms(deal, number, pledgors, creditor, secured, term, on, days)));
        });
  }

  /// One changed.
  ServerResponse change(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.CHANGE_PLEDGE,
        (acting, query, body) -> {
          query.check();
          RightId right = RightsApi.id(request);
          Optional<String> creditor =
              Optional.of(body.text("creditor", NAME_MAX)).filter(name -> !name.isEmpty());
          Optional<Money> secured = body.optional("secured", Typed::money);
          Optional<LocalDate> term = body.optional("term", Query::parseDay);
          LocalDate on = body.optional("on", Query::parseDay).orElseGet(desk::today);
          body.check();
          return told(
              200, desk.change(acting, right, new PledgeChange(creditor, secured, term, on)));
        });
  }

  /// One released.
  ServerResponse release(ServerRequest request) {
    return handling.work(
        request,
        FinanceOperation.RELEASE_PLEDGE,
        (acting, query, body) -> {
          query.check();
          RightId right = RightsApi.id(request);
          LocalDate on = body.optional("on", Query::parseDay).orElseGet(desk::today);
          body.check();
          return told(200, desk.release(acting, right, on));
        });
  }

  private Reply told(int status, Pledging pledging) {
    return switch (pledging) {
      case Pledging.Refused refused -> throw new ProblemsException(refused.problems());
      case Pledging.Done done ->
          new Reply(
              status,
              "",
              "",
              Reply.ok(
                      out -> {
                        out.writeStartObject();
                        out.writeStringProperty("right", done.right().toString());
                        out.writeNumberProperty("version", done.version());
                        out.writeName("pledge");
                        TitleJson.write(done.reservation(), out);
                        out.writeName("title");
                        if (done.check().isPresent()) {
                          String right = done.right().toString();
                          TitleJson.write(right, done.right(), done.check().get(), desk.law(), out);
                        } else {
                          out.writeNull();
                        }
                        out.writeEndObject();
                      })
                  .body());
    };
  }
}
