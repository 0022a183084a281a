package org.zhiheng.server.administer;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.Typed;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.customs.Guarantee;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.customs.Step;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.server.page.Absent;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The customs duty desk: the notices by the time that is left, the register of recordals, one
/// notice with its clocks and what is done about it.
public final class CustomsPages {

  private static final String PATH = Place.ADMINISTER.path() + "/customs";
  private static final String NOTICE = PATH + "/notices/new";
  private static final String RECORDAL = PATH + "/recordals/new";
  private static final String ONE = PATH + "/{id:N[0-9]+}";
  private static final int LISTED = 200;

  private final Rendering rendering;
  private final AdministerDesk desk;
  private final Records records;

  /// Over this desk and these records.
  public CustomsPages(Rendering rendering, AdministerDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET(PATH, this::list)
        .GET(NOTICE, this::blankNotice)
        .POST(NOTICE, this::take)
        .GET(RECORDAL, this::blankRecordal)
        .POST(RECORDAL, this::record)
        .GET(ONE, this::show)
        .POST(ONE, this::step)
        .build();
  }

  private CustomsReading reading(ServerRequest request) {
    Words words = rendering.words(request.servletRequest());
    LocalDate today = desk.customs().today();
    return new CustomsReading(
        words,
        new DocketReading(words, desk.docket().deadlines().book(), today),
        desk.docket().law(today).days(),
        today);
  }

  private ServerResponse list(ServerRequest request) {
    Acting acting = rendering.acting(request);
    CustomsReading reading = reading(request);
    List<CustomsDesk.Shown> notices = desk.customs().list(acting, LISTED);
    long open =
        notices.stream()
            .filter(one ->
                one.state() == CustomsDesk.Standing.OPEN
                    || one.state() == CustomsDesk.Standing.PROPOSED)
            .count();
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/customs.jte",
        new CustomsView.Desk(
            open == 0
                ? reading.words().say("customs.open.none")
                : reading.words().count("customs.open", open),
            notices.stream().map(reading::row).toList(),
            desk.customs().recordals(acting, LISTED).stream().map(reading::recordal).toList()));
  }

  // one notice

  private Customs.Id id(ServerRequest request) {
    return Customs.Id.parse(request.pathVariable("id")).found().orElseThrow(Absent::new);
  }

  private CustomsDesk.Shown found(Acting acting, Customs.Id id) {
    try {
      return desk.customs().show(acting, id);
    } catch (ProblemsException absent) {
      throw new Absent();
    }
  }

  private ServerResponse show(ServerRequest request) {
    return one(
        request,
        rendering.acting(request),
        new CustomsView.Typed("", desk.customs().today().toString(), "", ""),
        List.of(),
        HttpStatus.OK);
  }

  private ServerResponse one(
      ServerRequest request,
      Acting acting,
      CustomsView.Typed typed,
      List<String> refused,
      HttpStatus status) {
    CustomsReading reading = reading(request);
    CustomsDesk.Shown shown = found(acting, id(request));
    Notice notice = shown.kept().notice();
    CustomsView.One view =
        new CustomsView.One(
            reading.row(shown),
            shown.missed(),
            reading.facts(
                notice, records.show(acting, notice.right()).map(RightFile::title).orElse("")),
            reading.bars(shown),
            shown.kept().steps().stream().map(reading::done).toList(),
            shown.findings().stream().map(reading::found).toList(),
            doable(shown.kept()),
            desk.customs().proposed(acting, shown.kept()),
            desk.customs().today().toString(),
            typed,
            refused);
    return rendering.page(request, Place.ADMINISTER, "administer/customs-notice.jte", view, status);
  }

  /// The steps that may be taken now, in their order.
  private static List<String> doable(Customs.Kept kept) {
    boolean decided = kept.signed().isPresent() || kept.declined().isPresent();
    List<String> steps = new ArrayList<>();
    if (!decided && kept.proposed().isEmpty()) {
      steps.add("propose");
    }
    if (kept.declined().isEmpty()) {
      steps.add("secure");
    }
    if (!decided && kept.proposed().isPresent()) {
      steps.add("sign");
    }
    if (!decided) {
      steps.add("decline");
    }
    if (kept.detained().isEmpty()) {
      steps.add("detained");
    }
    return steps;
  }

  private ServerResponse step(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    Customs.Id id = found(acting, id(request)).kept().id();
    CustomsView.Typed typed =
        new CustomsView.Typed(
            text(request, "do"),
            text(request, "on"),
            text(request, "amount"),
            text(request, "text"));
    try {
      Optional<Money> amount =
          typed.amount().isEmpty()
              ? Optional.empty()
              : Optional.of(Typed.money(typed.amount()).orThrow());
      desk.customs()
          .step(
              acting,
              id,
              Step.read(typed.step(), Typed.day(typed.on()).orThrow(), typed.text(), amount)
                  .orThrow());
    } catch (ProblemsException refused) {
      return one(
          request,
          acting,
          typed,
          said(rendering.words(request.servletRequest()), refused),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return ServerResponse.seeOther(URI.create(PATH + "/" + id)).build();
  }

  private static List<String> said(Words words, ProblemsException refused) {
    return refused.problems().stream()
        .map(problem ->
            words.problem(problem)
                + (problem.given().isEmpty() ? "" : " (" + problem.given() + ")"))
        .toList();
  }

  private static String text(ServerRequest request, String name) {
    return request.param(name).orElse("").strip();
  }

  // a notice taken in

  private ServerResponse blankNotice(ServerRequest request) {
    rendering.acting(request).must(Permission.RECORD);
    return form(
        request,
        new CustomsView.NoticeForm(
            text(request, "right"),
            desk.customs().today().toString(),
            "",
            "",
            "",
            "",
            "",
            List.of()),
        HttpStatus.OK);
  }

  private ServerResponse form(
      ServerRequest request, CustomsView.NoticeForm view, HttpStatus status) {
    return rendering.page(
        request, Place.ADMINISTER, "administer/customs-notice-new.jte", view, status);
  }

  private ServerResponse take(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    Words words = rendering.words(request.servletRequest());
    try {
      List<Problem> problems = new ArrayList<>();
      Optional<RightId> right = read(problems, records.meantOne(acting, text(request, "right")));
      Optional<LocalDate> on = read(problems, Typed.day(text(request, "on")));
      Optional<Money> worth = optional(problems, text(request, "worth"), Typed::money);
      if (!problems.isEmpty()) {
        throw new ProblemsException(problems);
      }
      CustomsDesk.Shown shown =
          desk.customs()
              .take(
                  acting,
                  new Notice(
                      right.orElseThrow(),
                      on.orElseThrow(),
                      text(request, "port"),
                      text(request, "goods"),
                      text(request, "shipper"),
                      text(request, "quantity"),
                      worth));
      return ServerResponse.seeOther(URI.create(PATH + "/" + shown.kept().id())).build();
    } catch (ProblemsException refused) {
      return form(
          request,
          new CustomsView.NoticeForm(
              text(request, "right"),
              text(request, "on"),
              text(request, "port"),
              text(request, "goods"),
              text(request, "shipper"),
              text(request, "quantity"),
              text(request, "worth"),
              said(words, refused)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static <T> Optional<T> read(List<Problem> problems, Parsed<T> parsed) {
    parsed.refusal().ifPresent(problems::add);
    return parsed.found();
  }

  private static <T> Optional<T> optional(
      List<Problem> problems, String typed, Function<String, Parsed<T>> parser) {
    return typed.isEmpty() ? Optional.empty() : read(problems, parser.apply(typed));
  }

  // a recordal written down

  private ServerResponse blankRecordal(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    String number = text(request, "number");
    CustomsView.RecordalForm form =
        desk.customs().recordals(acting, LISTED).stream()
            .map(Customs.Recorded::recordal)
            .filter(one -> one.number().equals(number))
            .findFirst()
            .map(this::typed)
            .orElseGet(() ->
                new CustomsView.RecordalForm(
                    number,
                    text(request, "right"),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    desk.customs().today().toString(),
                    false,
                    List.of()));
    return recordalForm(request, form, HttpStatus.OK);
  }

  private CustomsView.RecordalForm typed(Recordal one) {
    return new CustomsView.RecordalForm(
        one.number(),
        one.right().toString(),
        one.first().toString(),
        one.last().toString(),
        one.goods(),
        String.join("\n", one.sellers()),
        one.guarantee().map(Guarantee::number).orElse(""),
        one.guarantee().map(it -> it.amount().toString()).orElse(""),
        one.guarantee().map(it -> it.until().toString()).orElse(""),
        desk.customs().today().toString(),
        true,
        List.of());
  }

  private ServerResponse recordalForm(
      ServerRequest request, CustomsView.RecordalForm view, HttpStatus status) {
    return rendering.page(
        request, Place.ADMINISTER, "administer/customs-recordal.jte", view, status);
  }

  private ServerResponse record(ServerRequest request) throws IOException, ServletException {
    Acting acting = rendering.acting(request);
    acting.must(Permission.RECORD);
    Words words = rendering.words(request.servletRequest());
    try {
      List<Problem> problems = new ArrayList<>();
      Optional<RightId> right = read(problems, records.meantOne(acting, text(request, "right")));
      Optional<LocalDate> first = read(problems, Typed.day(text(request, "first")));
      Optional<LocalDate> last = optional(problems, text(request, "last"), Typed::day);
      Optional<LocalDate> on = optional(problems, text(request, "on"), Typed::day);
      Optional<Guarantee> guarantee = guarantee(problems, request);
      if (!problems.isEmpty()) {
        throw new ProblemsException(problems);
      }
      desk.customs()
          .record(
              acting,
              new Recordal(
                  text(request, "number"),
                  right.orElseThrow(),
                  first.orElseThrow(),
                  last.orElseGet(() -> desk.customs().last(first.orElseThrow())),
                  text(request, "goods"),
                  RecordalReading.lines(text(request, "sellers")),
                  guarantee),
              on.orElse(desk.customs().today()));
      return ServerResponse.seeOther(URI.create(PATH)).build();
    } catch (ProblemsException refused) {
      return recordalForm(
          request,
          new CustomsView.RecordalForm(
              text(request, "number"),
              text(request, "right"),
              text(request, "first"),
              text(request, "last"),
              text(request, "goods"),
              text(request, "sellers"),
              text(request, "guarantee"),
              text(request, "amount"),
              text(request, "until"),
              text(request, "on"),
              request.param("known").isPresent(),
              said(words, refused)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private static Optional<Guarantee> guarantee(List<Problem> problems, ServerRequest request) {
    String number = text(request, "guarantee");
    String amount = text(request, "amount");
    String until = text(request, "until");
    if (number.isEmpty() && amount.isEmpty() && until.isEmpty()) {
      return Optional.empty();
    }
    Optional<Money> sum = read(problems, Typed.money(amount));
    Optional<LocalDate> last = read(problems, Typed.day(until));
    return sum.isPresent() && last.isPresent()
        ? Optional.of(new Guarantee(number, sum.get(), last.get()))
        : Optional.empty();
  }
}
