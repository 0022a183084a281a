package org.zhiheng.jobs.prove.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.jobs.examine.assignment.GoodsNearness;
import org.zhiheng.jobs.examine.assignment.GoodsNearnessBetween;
import org.zhiheng.jobs.examine.assignment.MarkedGoods;

/// Tells what evidence shows of three years: a function of its arguments.
///
/// More evidence never lowers a verdict. Cost: goods times evidence.
final class UseWindows {

  /// The market whose law is applied; Hong Kong, Macao and Taiwan have registers of their own.
  private static final String MARKET = "CN";

  private final UseLaw law;
  private final GoodsNearnessBetween nearness;
  private final MarkForm.Likeness likeness;

  UseWindows(UseLaw law, GoodsNearnessBetween nearness, MarkForm.Likeness likeness) {
    this.law = law;
    this.nearness = nearness;
    this.likeness = likeness;
  }

  /// What the locker shows.
  UseWindow of(RegisteredMark mark, Locker locker, UseQuestion question) {
    List<LockerItem> touching =
        locker.items().stream().filter(one -> touches(one.item(), question)).toList();
    List<LockerItem> uses =
        touching.stream().filter(one -> one.item().kind() != UseKind.JUSTIFICATION).toList();
    List<Seen> seen =
        uses.stream().map(one -> new Seen(one, MarkForm.of(mark, one.item(), likeness))).toList();
    List<GoodUse> goods = new ArrayList<>();
    for (String good : asked(mark, uses, question)) {
      goods.add(good(mark, good, seen, question));
    }
    return new UseWindow(
        mark,
        question,
        question.from(),
        question.asked(),
        goods.stream().map(good -> beside(mark, good, goods)).toList(),
        touching.stream()
            .filter(one -> one.item().kind() == UseKind.JUSTIFICATION)
            .map(UseWindows::justified)
            .toList(),
        new UseRemarks(mark, locker, question, law.of(question).isEmpty()).of(uses),
        law.of(question),
        said(nearness));
  }

  private static Said said(GoodsNearnessBetween nearness) {
    return new Said(nearness.basis().zh(), nearness.basis().en());
  }

  private static UseWindow.Justified justified(LockerItem one) {
    UseItem item = one.item();
    return new UseWindow.Justified(one.id(), item.from(), item.to(), item.goods(), item.reason());
  }

  private static boolean touches(UseItem item, UseQuestion question) {
    return item.from().isBefore(question.asked()) && !item.to().isBefore(question.from());
  }

  /// What is told of: what was asked; else what is registered, and what evidence names beside.
  private static List<String> asked(
      RegisteredMark mark, List<LockerItem> uses, UseQuestion question) {
    Map<String, String> goods = new LinkedHashMap<>();
    if (question.goods().isEmpty()) {
      mark.goods().goods().forEach(good -> goods.putIfAbsent(UseItem.plain(good), good));
      for (LockerItem one : uses) {
        one.item().goods().forEach(good -> goods.putIfAbsent(UseItem.plain(good), good));
      }
    } else {
      question.goods().forEach(good -> goods.putIfAbsent(UseItem.plain(good), good));
    }
    return List.copyOf(goods.values());
  }

  /// Evidence of use and the mark in it.
  private record Seen(LockerItem evidence, MarkForm form) {}

  private static GoodUse good(
      RegisteredMark mark, String good, List<Seen> seen, UseQuestion question) {
    List<GoodUse.Counted> counted = new ArrayList<>();
    List<UseItem> showing = new ArrayList<>();
    for (Seen one : seen) {
      UseItem item = one.evidence.item();
      if (item.shows(good)) {
        showing.add(item);
        counted.add(
            new GoodUse.Counted(
                one.evidence.id(),
                item.kind(),
                one.form,
                shortfalls(item, one.form.state(), question)));
      }
    }
    UseVerdict verdict = verdict(counted);
    List<GoodUse.Month> months = months(showing, question.asked());
    return new GoodUse(
        good,
        mark.covers(good),
        verdict,
        because(verdict, counted),
        months,
        gap(months),
        showing.stream()
            .map(item -> earlier(item.to(), question.asked().minusDays(1)))
            .max(Comparator.naturalOrder()),
        counted,
        List.of());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static Set<Shortfall> shortfalls(
      UseItem item, MarkForm.State form, UseQuestion question) {
    EnumSet<Shortfall> found = EnumSet.noneOf(Shortfall.class);
    if (!item.kind().tradePaper()) {
      found.add(Shortfall.NO_TRADE_PAPER);
    }
    switch (form) {
      case SAME, ACCEPTED -> {}
      case OTHER -> found.add(Shortfall.MARK_OTHER);
      case FIGURE -> found.add(Shortfall.FIGURE_NOT_COMPARED);
      case UNSTATED -> found.add(Shortfall.MARK_UNSTATED);
    }
    if (item.place().isEmpty()) {
      found.add(Shortfall.PLACE_UNSTATED);
    }
    if (!item.country().isEmpty() && !item.country().equals(MARKET)) {
      found.add(Shortfall.ABROAD);
    }
    if (item.from().isBefore(question.from()) || !item.to().isBefore(question.asked())) {
      found.add(Shortfall.OVER_EDGE);
    }
    return found;
  }

  /// [UseRule#VERDICT], version 1.
  private static UseVerdict verdict(List<GoodUse.Counted> counted) {
    boolean proved =
        counted.stream()
            .filter(GoodUse.Counted::strong)
            .anyMatch(strong ->
                counted.stream()
                    .anyMatch(other -> other.supports() && other.kind() != strong.kind()));
    if (proved) {
      return UseVerdict.PROVED;
    }
    return counted.isEmpty() ? UseVerdict.NONE : UseVerdict.WEAK;
  }

  private static List<Said> because(UseVerdict verdict, List<GoodUse.Counted> counted) {
    return switch (verdict) {
      case PROVED ->
          List.of(
              new Said(
                  "交易文书由其他种类的证据佐证。", "A trade paper is borne out by evidence of another kind."));
      case NONE ->
          List.of(new Said("三年内没有任何使用证据。", "There is no evidence of use in the three years."));
      case WEAK -> {
        List<Said> said = new ArrayList<>();
        if (counted.stream().anyMatch(GoodUse.Counted::strong)) {
          said.add(
              new Said(
                  "有合格的交易文书，但没有其他种类的证据佐证。",
                  "There is a trade paper that lacks nothing, and no evidence of another kind bears it"
                      + " out."));
        }
        for (GoodUse.Counted one : counted) {
          for (Shortfall lack : one.shortfalls()) {
            said.add(
                new Said(
                    one.id() + " " + lack.said().zh() + "。",
                    one.id() + " " + lack.said().en() + "."));
          }
        }
        yield said;
      }
    };
  }

  /// Counted back from the day that was asked about, each from that day itself: the ends of short
  /// months do not shift those before them.
  private static List<GoodUse.Month> months(List<UseItem> showing, LocalDate asked) {
    List<GoodUse.Month> months = new ArrayList<>();
    for (int back = UseWindow.MONTHS; back > 0; back--) {
      LocalDate from = asked.minusMonths(back);
      LocalDate until = asked.minusMonths(back - 1L);
      int count =
          (int)
              showing.stream()
                  .filter(item -> item.from().isBefore(until) && !item.to().isBefore(from))
                  .count();
      months.add(new GoodUse.Month(from, until, count));
    }
    return months;
  }

  private static int gap(List<GoodUse.Month> months) {
    int longest = 0;
    int run = 0;
    for (GoodUse.Month month : months) {
      run = month.count() == 0 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  /// Names the goods with proved use that are similar to one without.
  private GoodUse beside(RegisteredMark mark, GoodUse one, List<GoodUse> all) {
    if (one.verdict() == UseVerdict.PROVED || !one.registered()) {
      return one;
    }
    List<String> beside =
        all.stream()
            .filter(other -> other.registered() && other.verdict() == UseVerdict.PROVED)
            .map(GoodUse::good)
            .filter(other ->
                nearness.between(alone(mark, one.good()), alone(mark, other))
                    == GoodsNearness.SAME_OR_SIMILAR)
            .toList();
    return new GoodUse(
        one.good(),
        true,
        one.verdict(),
        one.because(),
        one.months(),
        one.gapMonths(),
        one.lastUse(),
        one.counted(),
        beside);
  }

  /// One good of the mark. Its group is not known from the register, which lists groups and goods
  /// apart; a mark with one class leaves no doubt of the class.
  private static MarkedGoods alone(RegisteredMark mark, String good) {
    return new MarkedGoods(mark.goods().classes(), new TreeSet<>(), List.of(good));
  }
}
