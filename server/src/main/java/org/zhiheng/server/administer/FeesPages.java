package org.zhiheng.server.administer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.jobs.administer.PaymentList;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;

/// What must be paid to keep all rights alive, in one list.
///
/// Cost: one docket a right; above [#RIGHTS_MAX] rights the command line is named instead.
public final class FeesPages {

  /// More are not counted while somebody waits for a page.
  static final int RIGHTS_MAX = 5_000;

  private static final String PATH = Place.ADMINISTER.path() + "/fees";
  private static final int ROWS_MAX = 500;
  private static final int AHEAD_DAYS = 90;
  private static final int NEAR_DAYS = 14;

  private final Rendering rendering;
  private final AdministerDesk desk;
  private final Records records;

  /// Over this desk and these records.
  public FeesPages(Rendering rendering, AdministerDesk desk, Records records) {
    this.rendering = rendering;
    this.desk = desk;
    this.records = records;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route().GET(PATH, this::show).build();
  }

  private ServerResponse show(ServerRequest request) {
    Acting acting = rendering.acting(request);
    acting.must(Permission.READ);
    Words words = rendering.words(request.servletRequest());
    LocalDate today = desk.docket().today();
    LocalDate until = until(request, today.plusDays(AHEAD_DAYS));
    Upkeep.Relief relief =
        request
            .param("relief")
            .flatMap(text -> Upkeep.Relief.parse(text).found())
            .orElse(Upkeep.Relief.NONE);
    boolean tooMany =
        records.count(acting, RightQuery.all(acting.organisation(), 1), RIGHTS_MAX + 1L)
            > RIGHTS_MAX;
    Listed listed = new Listed(words, today);
    if (!tooMany) {
      desk.docket()
          .payments(
              acting, desk.board(), new Upkeep.Terms(relief, Filing.ONLINE, today), until, listed);
    }
    return rendering.page(
        request,
        Place.ADMINISTER,
        "administer/fees.jte",
        new FeesView(
            until.toString(),
            relief.code(),
            listed.rows,
            listed.totals.values().stream()
                .map(money ->
                    money.currency().getCurrencyCode() + " " + words.money(money.decimal()))
                .toList(),
            words.say("fees.said", words.number(listed.count), words.date(until)),
            listed.unknown,
            tooMany));
  }

  private static LocalDate until(ServerRequest request, LocalDate usual) {
    try {
      return request.param("until").map(LocalDate::parse).orElse(usual);
    } catch (DateTimeException none) {
      return usual;
    }
  }

  /// Fees as a page lists them.
  private static final class Listed implements PaymentList.Taker {

    private final Words words;
    private final LocalDate today;
    private final List<FeesView.Row> rows = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<Currency, Money> totals = new LinkedHashMap<>();
    private long count;

    Listed(Words words, LocalDate today) {
      this.words = words;
      this.today = today;
    }

    @Override
    public void fee(DocketBoard.Case right, FeeDue fee) {
      count++;
      totals.merge(fee.total().currency(), fee.total(), Money::plus);
      if (rows.size() == ROWS_MAX) {
        return;
      }
      long left = ChronoUnit.DAYS.between(today, fee.due());
      rows.add(
          new FeesView.Row(
              right.right().toString(),
              right.title(),
              right.number(),
              words.code("fees.fee", fee.fee())
                  + fee.patentYear().map(year -> " " + words.say("fees.year", year)).orElse(""),
              words.date(fee.due()),
              left < 0 ? words.count("recordals.over", -left) : words.count("recordals.left", left),
              left < 0 ? "late" : left <= NEAR_DAYS ? "near" : "far",
              words.date(fee.graceDue()),
              words.money(fee.full().decimal()),
              words.money(fee.reduced().decimal()),
              words.money(fee.surcharge().decimal()),
              fee.total().currency().getCurrencyCode() + " " + words.money(fee.total().decimal())));
    }

    @Override
    public void unknown(DocketBoard.Case right, Problem problem) {
      if (unknown.size() < ROWS_MAX) {
        unknown.add(right.right() + " " + problem.path() + ": " + words.problem(problem));
      }
    }

    @Override
    public void ended(DocketBoard.Case right) {
      if (unknown.size() < ROWS_MAX) {
        unknown.add(right.right() + " " + right.number() + ": " + words.say("docket.fees.ended"));
      }
    }
  }
}
