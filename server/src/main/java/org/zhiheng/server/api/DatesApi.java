package org.zhiheng.server.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Question;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.RuleJson;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Rules of time, what they answer, and working days: no right is asked about.
final class DatesApi {

  private static final int CASES_MAX = 500;
  private static final long SPAN_DAYS_MAX = 3_660;

  private final DocketDesk docket;
  private final Handling handling;

  DatesApi(DocketDesk docket, Handling handling) {
    this.docket = docket;
    this.handling = handling;
  }

  /// All rules.
  ServerResponse rules(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_RULES,
        (acting, query) -> {
          query.check();
          List<Rule> rules = docket.deadlines().book().rules();
          return Replies.page(
              out -> rules.forEach(rule -> RuleJson.line(rule, out)), Optional.empty());
        });
  }

  /// One rule.
  ServerResponse rule(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.SHOW_RULE,
        (acting, query) -> {
          query.check();
          Rule rule = named(request);
          return Reply.ok(out -> RuleJson.write(rule, out));
        });
  }

  /// Values that begin after a day.
  ServerResponse changes(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.LIST_CHANGES,
        (acting, query) -> {
          Optional<LocalDate> since = query.day("since");
          query.check();
          LocalDate day = since.orElseThrow(() -> required("since", "Say after which day."));
          List<RuleBook.Begun> begun = docket.deadlines().book().begunSince(day);
          return Replies.page(
              out -> begun.forEach(one -> RuleJson.write(one, out)), Optional.empty());
        });
  }

  /// When something is due, and why.
  ServerResponse compute(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.COMPUTE_DEADLINE,
        (acting, query) -> {
          Optional<LocalDate> event = query.day("event");
          Optional<Service> service = query.value("service", Service::parse);
          Optional<LocalDate> entered = query.day("entered");
          Set<String> cases = cases(query.text("case", CASES_MAX));
          LocalDate asOf = query.day("asOf").orElseGet(docket::today);
          query.check();
          Rule rule = named(request);
          LocalDate day =
              event.orElseThrow(() -> required("event", "Say when the act is dated or issued."));
          Answer answer =
              docket
                  .deadlines()
                  .knownOn(asOf)
                  .compute(new Question(rule.id(), day, service, entered, cases, Optional.empty()))
                  .orThrow();
          return Reply.ok(out -> RuleJson.write(answer, out));
        });
  }

  /// The working days of a span.
  ServerResponse workingDays(ServerRequest request) {
    return handling.ask(
        request,
        AdministerOperation.COUNT_DAYS,
        (acting, query) -> {
          Optional<LocalDate> from = query.day("from");
          Optional<LocalDate> to = query.day("to");
          String office = query.value("office", DatesApi::office).orElse("CN");
          LocalDate asOf = query.day("asOf").orElseGet(docket::today);
          query.check();
          LocalDate first = from.orElseThrow(() -> required("from", "Say the first day."));
          LocalDate last = to.orElseThrow(() -> required("to", "Say the last day."));
          if (last.isBefore(first) || last.toEpochDay() - first.toEpochDay() > SPAN_DAYS_MAX) {
            throw new ProblemsException(
                Problem.of(
                    "calendar-span",
                    "to",
                    first + " " + last,
                    "Give a first and a last day at most " + SPAN_DAYS_MAX + " days apart."));
          }
          WorkingDays days = docket.deadlines().calendar().knownOn(asOf);
          return Reply.ok(out -> RuleJson.write(office, first, last, days, out));
        });
  }

  private Rule named(ServerRequest request) {
    return Handling.named(request, "rule", docket.deadlines().book()::rule);
  }

  private static Set<String> cases(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Parsed<String> office(String code) {
    return code.equals("CN")
        ? Parsed.ok(code)
        : Parsed.refused("calendar-unknown", code, "Only the calendar of CN is here.");
  }

  private static ProblemsException required(String name, String reason) {
    return new ProblemsException(Problem.of("required", name, "", reason));
  }
}
