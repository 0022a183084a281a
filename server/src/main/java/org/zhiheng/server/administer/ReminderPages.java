package org.zhiheng.server.administer;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Who is reminded of deadlines by mail, and what became of the letters.
public final class ReminderPages {

  private static final String PATH = Place.ADMINISTER.path() + "/reminders";
  private static final int LETTERS = 50;
  private static final Pattern DAYS_APART = Pattern.compile("[,，\\s]+");

  private final Rendering rendering;
  private final AdministerDesk desk;

  /// Over this desk.
  public ReminderPages(Rendering rendering, AdministerDesk desk) {
    this.rendering = rendering;
    this.desk = desk;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::show).POST(PATH, this::change).build();
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    RemindersView.Typed typed =
        request
            .param("person")
            .flatMap(name ->
                desk.reminders().recipients(acting).stream()
                    .filter(one -> one.person().equals(name))
                    .findFirst())
            .map(ReminderPages::typed)
            .orElseGet(ReminderPages::empty);
    return shown(request, acting, typed, List.of(), HttpStatus.OK);
  }

  private ServerResponse change(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.MANAGE);
    if (request.param("do").orElse("").equals("drop")) {
      desk.reminders().drop(acting, text(request, "person"));
      return ServerResponse.seeOther(URI.create(PATH)).build();
    }
    RemindersView.Typed typed = typed(request);
    try {
      desk.reminders().keep(acting, recipient(typed));
    } catch (ProblemsException refused) {
      Words words = rendering.words(request.servletRequest());
      return shown(
          request,
          acting,
          typed,
          refused.problems().stream().map(problem -> said(words, problem)).toList(),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return ServerResponse.seeOther(URI.create(PATH)).build();
  }

  private static String said(Words words, Problem problem) {
    return words.codeOrItself("reminders.field", problem.path())
        + ": "
        + words.problem(problem)
        + (problem.given().isEmpty() ? "" : " (" + problem.given() + ")");
  }

  private ServerResponse shown(
      ServerRequest request,
      Acting acting,
      RemindersView.Typed typed,
      List<String> refused,
      HttpStatus status) {
    Words words = rendering.words(request.servletRequest());
    List<Recipient> people = desk.reminders().recipients(acting);
    List<Reminders.Outgoing> letters =
        acting.may(Permission.MANAGE) ? desk.reminders().outbox(acting, LETTERS) : List.of();
    RemindersView view =
        new RemindersView(
            people.stream().map(one -> person(words, one)).toList(),
            typed,
            letters.stream().map(one -> letter(words, one)).toList(),
            refused,
            people.stream().noneMatch(Recipient::others));
    return rendering.page(request, Place.ADMINISTER, "administer/reminders.jte", view, status);
  }

  private static RemindersView.Person person(Words words, Recipient one) {
    List<String> more = new ArrayList<>();
    if (one.others()) {
      more.add(words.say("reminders.others.yes"));
    }
    one.away()
        .ifPresent(away ->
            more.add(
                words.say(
                    "reminders.away.said",
                    words.date(away.from()),
                    words.date(away.until()),
                    away.delegate())));
    return new RemindersView.Person(
        one.person(),
        one.mail(),
        words.code("reminders.language", one.language()),
        days(one),
        String.join("; ", more),
        one.escalation()
            .map(to -> words.say("reminders.escalation.said", to.days(), to.to()))
            .orElse(""));
  }

  private static RemindersView.Sent letter(Words words, Reminders.Outgoing one) {
    String state = words.code("reminders.state", one.state());
    return new RemindersView.Sent(
        words.time(one.made()),
        one.to(),
        one.subject(),
        one.state(),
        one.failure().isEmpty() ? state : state + ": " + one.failure());
  }

  private static String days(Recipient one) {
    return one.days().stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static RemindersView.Typed empty() {
    return new RemindersView.Typed(
        "",
        "",
        "zh",
        Recipient.USUAL_DAYS.stream().map(Object::toString).collect(Collectors.joining(", ")),
        false,
        "",
        "",
        "",
        "",
        "");
  }

  private static RemindersView.Typed typed(Recipient one) {
    return new RemindersView.Typed(
        one.person(),
        one.mail(),
        one.language(),
        days(one),
        one.others(),
        one.away().map(away -> away.from().toString()).orElse(""),
        one.away().map(away -> away.until().toString()).orElse(""),
        one.away().map(Recipient.Away::delegate).orElse(""),
        one.escalation().map(to -> Integer.toString(to.days())).orElse(""),
        one.escalation().map(Recipient.Escalation::to).orElse(""));
  }

  private static RemindersView.Typed typed(ServerRequest request) {
    return new RemindersView.Typed(
        text(request, "person"),
        text(request, "mail"),
        text(request, "language"),
        text(request, "days"),
        request.param("others").isPresent(),
        text(request, "awayFrom"),
        text(request, "awayUntil"),
        text(request, "delegate"),
        text(request, "escalateDays"),
        text(request, "escalateTo"));
  }

  private static String text(ServerRequest request, String name) {
    return request.param(name).orElse("").strip();
  }

  private static Recipient recipient(RemindersView.Typed typed) {
    List<Integer> days = new ArrayList<>();
    for (String part : DAYS_APART.split(typed.days(), -1)) {
      if (!part.isEmpty()) {
        days.add(number("days", part));
      }
    }
    boolean away =
        !(typed.awayFrom().isEmpty() && typed.awayUntil().isEmpty() && typed.delegate().isEmpty());
    boolean escalated = !(typed.escalateDays().isEmpty() && typed.escalateTo().isEmpty());
    return new Recipient(
        typed.person(),
        typed.mail(),
        typed.language(),
        days,
        typed.others(),
        away
            ? Optional.of(
                new Recipient.Away(
                    date(typed.awayFrom()), date(typed.awayUntil()), typed.delegate()))
            : Optional.empty(),
        escalated
            ? Optional.of(
                new Recipient.Escalation(
                    number("escalation", typed.escalateDays()), typed.escalateTo()))
            : Optional.empty());
  }

  private static int number(String field, String text) {
    if (text.matches("[0-9]{1,4}")) {
      return Integer.parseInt(text);
    }
    throw new ProblemsException(
        Problem.of(
            "limit", field, text, "A number of days, from 0 to " + Recipient.DAYS_MAX + "."));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException none) {
      throw new ProblemsException(Problem.of("date", "away", text, "A date is 2026-12-31."));
    }
  }
}
