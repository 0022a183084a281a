package org.zhiheng.jobs.prove.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiheng.jobs.prove.use.UseFixtures.locker;
import static org.zhiheng.jobs.prove.use.UseFixtures.mark;
import static org.zhiheng.jobs.prove.use.UseFixtures.request;
import static org.zhiheng.jobs.prove.use.UseFixtures.windows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Laws of the window over seeded evidence, against a count of days one by one.
final class UseWindowProperties {

  private static final List<String> GOODS = List.of("数据处理程序", "软件设计", "雨伞");
  private static final LocalDate EPOCH = LocalDate.of(2021, 1, 1);

  private static UseItem any(Seed seed) {
    UseKind kind = seed.oneOf(List.of(UseKind.values()));
    LocalDate from = EPOCH.plusDays(seed.between(0, 2_200));
    String mark = seed.oneOf(List.of("知衡样例", "知衡样例", "知横", ""));
    return new UseItem(
        kind,
        from,
        from.plusDays(seed.chance(0.7) ? seed.between(0, 20) : seed.between(0, 900)),
        seed.oneOf(List.of("上海", "上海", "")),
        seed.oneOf(List.of("CN", "", "DE")),
        seed.chance(0.5) ? List.of(seed.oneOf(GOODS)) : GOODS.subList(0, 2),
        mark,
        mark.equals("知横") && seed.chance(0.3) ? "仅一字之差" : "",
        kind == UseKind.JUSTIFICATION ? "停产令" : "");
  }

  private static List<UseItem> items(Seed seed) {
    List<UseItem> items = new ArrayList<>();
    int count = seed.between(0, 9);
    for (int at = 0; at < count; at++) {
      items.add(any(seed));
    }
    return items;
  }

  private static LocalDate day(Seed seed) {
    return EPOCH.plusDays(seed.between(900, 2_200));
  }

  private static UseVerdict verdict(UseWindow window, String good) {
    return window.goods().stream()
        .filter(one -> one.good().equals(good))
        .findFirst()
        .map(GoodUse::verdict)
        .orElse(UseVerdict.NONE);
  }

  @Seeds(300)
  void moreEvidenceNeverLowersAVerdict(Seed seed) {
    List<UseItem> items = items(seed);
    LocalDate asked = day(seed);
    UseWindow before = windows().of(mark("数据处理程序", "软件设计"), locker(items), request(asked));
    items.add(seed.between(0, items.size() + 1), any(seed));
    UseWindow after = windows().of(mark("数据处理程序", "软件设计"), locker(items), request(asked));
    for (String good : GOODS) {
      assertThat(verdict(after, good)).as(good).isGreaterThanOrEqualTo(verdict(before, good));
    }
  }

  @Seeds(300)
  void theDayShiftsWithTheEvidence(Seed seed) {
    // by whole years between two dates with no 29 February among them, months keep their lengths
    List<UseItem> items = items(seed);
    LocalDate asked = LocalDate.of(2026, seed.between(3, 13), seed.between(1, 29));
    List<UseItem> later = items.stream().map(item -> moved(item, 28)).toList();
    UseWindow now = windows().of(mark("数据处理程序", "软件设计"), locker(items), request(asked));
    UseWindow then =
        windows().of(mark("数据处理程序", "软件设计"), locker(later), request(asked.plusYears(28)));
    assertThat(then.goods().stream().map(GoodUse::verdict).toList())
        .isEqualTo(now.goods().stream().map(GoodUse::verdict).toList());
    assertThat(then.goods().stream().map(GoodUse::gapMonths).toList())
        .isEqualTo(now.goods().stream().map(GoodUse::gapMonths).toList());
  }

  /// The calendar of dates repeats every 28 years within a century.
  private static UseItem moved(UseItem item, int years) {
    return new UseItem(
        item.kind(),
        item.from().plusYears(years),
        item.to().plusYears(years),
        item.place(),
        item.country(),
        item.goods(),
        item.mark(),
        item.formAccepted(),
        item.reason());
  }

  @Seeds(200)
  void theWindowIsThirtySixMonthsEndToEnd(Seed seed) {
    LocalDate asked = EPOCH.plusDays(seed.between(0, 9_000));
    List<GoodUse.Month> months =
        windows().of(mark("雨伞"), locker(List.of()), request(asked)).goods().getFirst().months();
    assertThat(months).hasSize(36);
    assertThat(months.getFirst().from()).isEqualTo(asked.minusYears(3));
    assertThat(months.getLast().until()).isEqualTo(asked);
    for (int at = 0; at < 36; at++) {
      assertThat(months.get(at).from()).isBefore(months.get(at).until());
      assertThat(at == 35 ? asked : months.get(at + 1).from()).isEqualTo(months.get(at).until());
    }
  }

  @Seeds(300)
  void asTheObviousCountHasIt(Seed seed) {
    List<UseItem> items = items(seed);
    LocalDate asked = day(seed);
    UseWindow window = windows().of(mark("数据处理程序", "软件设计"), locker(items), request(asked));
    for (GoodUse good : window.goods()) {
      assertThat(good.verdict()).as(good.good()).isEqualTo(byHand(items, good.good(), asked));
      for (GoodUse.Month month : good.months()) {
        assertThat(month.count()).isEqualTo(touching(items, good.good(), month));
      }
    }
  }

  private static boolean used(UseItem item, String good, LocalDate day) {
    return item.kind() != UseKind.JUSTIFICATION
        && item.goods().contains(good)
        && !day.isBefore(item.from())
        && !day.isAfter(item.to());
  }

  /// Day by day.
  private static int touching(List<UseItem> items, String good, GoodUse.Month month) {
    int count = 0;
    for (UseItem item : items) {
      boolean touched = false;
      for (LocalDate day = month.from(); day.isBefore(month.until()); day = day.plusDays(1)) {
        touched |= used(item, good, day);
      }
      count += touched ? 1 : 0;
    }
    return count;
  }

  /// The rule as it is worded.
  private static UseVerdict byHand(List<UseItem> items, String good, LocalDate asked) {
    UseVerdict verdict = UseVerdict.NONE;
    for (UseItem paper : items) {
      boolean inside = false;
      for (LocalDate day = asked.minusYears(3); day.isBefore(asked); day = day.plusDays(1)) {
        inside |= used(paper, good, day);
      }
      if (!inside) {
        continue;
      }
      verdict = verdict == UseVerdict.NONE ? UseVerdict.WEAK : verdict;
      boolean tradePaper = paper.kind() == UseKind.CONTRACT || paper.kind() == UseKind.INVOICE;
      boolean whole = !paper.from().isBefore(asked.minusYears(3)) && paper.to().isBefore(asked);
      if (!tradePaper || !whole || paper.place().isEmpty() || !shown(paper)) {
        continue;
      }
      for (UseItem other : items) {
        boolean touches = false;
        for (LocalDate day = asked.minusYears(3); day.isBefore(asked); day = day.plusDays(1)) {
          touches |= used(other, good, day);
        }
        if (touches && other.kind() != paper.kind() && shown(other)) {
          return UseVerdict.PROVED;
        }
      }
    }
    return verdict;
  }

  private static boolean shown(UseItem item) {
    boolean form = item.mark().equals("知衡样例") || !item.formAccepted().isEmpty();
    return form && !item.country().equals("DE");
  }
}
