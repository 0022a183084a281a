package org.zhiheng.server.administer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.customs.Finding;
import org.zhiheng.jobs.administer.customs.Guarantee;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.customs.Step;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Money;

/// Recordals and notices of customs in the words of a page.
///
/// @param days which days are worked, as it is known today
record CustomsReading(Words words, DocketReading docket, WorkingDays days, LocalDate today) {

  private static final int NEAR_DAYS = 2;

  /// 海关备案到期前六个月内可续展 (Regulations on Customs Protection, art. 10): from then it is shown.
  private static final int RENEWABLE_MONTHS = 6;

  private static final int GUARANTEE_NEAR_DAYS = 60;

  /// Of a bar, in units of the picture.
  private static final int BAR_WIDTH = 720;

  private static final int CELL_MAX = 60;

  /// More days are not drawn: fifty working days with the longest holidays are fewer.
  private static final int DAYS_MAX = 120;

  CustomsView.Row row(CustomsDesk.Shown shown) {
    Notice notice = shown.kept().notice();
    boolean waits =
        switch (shown.state()) {
          case OPEN, PROPOSED, MISSED -> true;
          case LATE, REQUESTED, DECLINED -> false;
        };
    long left = shown.security().daysLeft();
    return new CustomsView.Row(
        shown.kept().id().toString(),
        shown.state().code(),
        words.code("customs.state", shown.state().code()),
        words.date(shown.security().due()),
        waits ? left(left) : "",
        waits ? urgency(left) : "far",
        notice.right().toString(),
        notice.goods(),
        notice.port(),
        notice.shipper(),
        words.date(notice.day()));
  }

  private String left(long days) {
    if (days == 0) {
      return words.say("customs.today");
    }
    return days < 0 ? words.count("recordals.over", -days) : words.count("recordals.left", days);
  }

  private static String urgency(long left) {
    return left < 0 ? "late" : left <= NEAR_DAYS ? "near" : "far";
  }

  CustomsView.Recordal recordal(Customs.Recorded recorded) {
    Recordal one = recorded.recordal();
    long left = ChronoUnit.DAYS.between(today, one.last());
    Optional<Guarantee> guarantee = one.guarantee();
    long guaranteed = guarantee.map(it -> ChronoUnit.DAYS.between(today, it.until())).orElse(0L);
    return new CustomsView.Recordal(
        one.number(),
        "/administer/customs/recordals/new?number="
            + URLEncoder.encode(one.number(), StandardCharsets.UTF_8),
        one.right().toString(),
        words.date(one.first()),
        words.date(one.last()),
        left < 0
            ? "missing"
            : today.plusMonths(RENEWABLE_MONTHS).isBefore(one.last()) ? "clear" : "warned",
        left(left),
        one.goods(),
        one.sellers(),
        guarantee
            .map(it -> it.number() + " " + money(it.amount()) + " · " + words.date(it.until()))
            .orElse(""),
        guarantee.isEmpty() || guaranteed < 0
            ? "missing"
            : guaranteed <= GUARANTEE_NEAR_DAYS ? "warned" : "clear",
        guarantee.isEmpty() ? "" : left(guaranteed));
  }

  private String money(Money money) {
    return words.money(money.toString());
  }

  List<CustomsView.Fact> facts(Notice notice, String title) {
    List<CustomsView.Fact> facts = new ArrayList<>();
    facts.add(
        new CustomsView.Fact(
            words.say("customs.right"),
            notice.right() + (title.isEmpty() ? "" : " " + title),
            "/rights/" + notice.right() + "/docket"));
    facts.add(new CustomsView.Fact(words.say("customs.day"), words.date(notice.day()), ""));
    facts.add(new CustomsView.Fact(words.say("customs.port"), notice.port(), ""));
    facts.add(new CustomsView.Fact(words.say("customs.goods"), notice.goods(), ""));
    facts.add(new CustomsView.Fact(words.say("customs.shipper"), notice.shipper(), ""));
    if (!notice.quantity().isEmpty()) {
      facts.add(new CustomsView.Fact(words.say("customs.quantity"), notice.quantity(), ""));
    }
    notice
        .worth()
        .ifPresent(
            worth -> facts.add(new CustomsView.Fact(words.say("customs.worth"), money(worth), "")));
    return facts;
  }

  CustomsView.Done done(Customs.Taken taken) {
    return new CustomsView.Done(
        words.code("customs.step", taken.step().code()),
        words.date(taken.step().on()),
        taken.by(),
        words.time(taken.at()),
        switch (taken.step()) {
          case Step.Propose propose -> propose.text();
          case Step.Secure secure -> money(secure.amount());
          case Step.Sign sign -> sign.text();
          case Step.Decline decline -> decline.text();
          case Step.Detained _ -> "";
        });
  }

  CustomsView.Found found(Finding finding) {
    return new CustomsView.Found(
        words.code("customs.about", finding.about().code()),
        finding.outcome().code(),
        words.code("customs.outcome", finding.outcome().code()),
        words.language() == Language.CHINESE ? finding.zh() : finding.en(),
        finding.citations().stream()
            .map(citation ->
                (citation.instrument() + " " + citation.article()).strip()
                    + words.say(
                        "customs.sure",
                        words.code(
                            "confidence", citation.confidence().name().toLowerCase(Locale.ROOT))))
            .collect(Collectors.joining(words.say("docket.and"))));
  }

  /// The clocks of a notice, each as a bar of days.
  List<CustomsView.Bar> bars(CustomsDesk.Shown shown) {
    List<CustomsView.Bar> bars = new ArrayList<>();
    boolean waits = shown.kept().signed().isEmpty() && shown.kept().declined().isEmpty();
    bars.add(bar(shown.kept().notice().day(), shown.security(), waits));
    shown
        .kept()
        .detained()
        .ifPresent(taken ->
            shown.detention().forEach(clock -> bars.add(bar(taken.step().on(), clock, true))));
    return bars;
  }

  private CustomsView.Bar bar(LocalDate from, CustomsDesk.Clock clock, boolean waits) {
    List<CustomsView.Day> cells = new ArrayList<>();
    LocalDate due = clock.due();
    int worked = 0;
    for (LocalDate day = from;
        !day.isAfter(due) && cells.size() < DAYS_MAX;
        day = day.plusDays(1)) {
      boolean works = days.kind(day).worked();
      worked += works && day.isAfter(from) ? 1 : 0;
      String kind =
          day.equals(from) ? "event" : day.equals(due) ? "due" : works ? "worked" : "free";
      cells.add(
          new CustomsView.Day(
              kind,
              day.equals(from) || day.equals(due)
                  ? day.getMonthValue() + "/" + day.getDayOfMonth()
                  : "",
              words.say(
                  "customs.bar.day",
                  words.date(day),
                  words.code("customs.bar", kind),
                  words.number(worked))));
    }
    int place = (int) Math.min(Integer.MAX_VALUE, ChronoUnit.DAYS.between(from, today));
    return new CustomsView.Bar(
        docket.title(clock.rule(), 0),
        words.say("customs.bar.said", words.date(from), words.date(due), words.number(worked)),
        waits ? left(clock.daysLeft()) : "",
        waits ? urgency(clock.daysLeft()) : "far",
        clock.status(),
        words.code("docket.status", clock.status()),
        cells,
        Math.min(CELL_MAX, BAR_WIDTH / Math.max(1, cells.size())),
        place >= 0 && place < cells.size() ? Optional.of(place) : Optional.empty());
  }
}
