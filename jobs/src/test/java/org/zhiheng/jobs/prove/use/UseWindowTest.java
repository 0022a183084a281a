package org.zhiheng.jobs.prove.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiheng.jobs.prove.use.UseFixtures.ASKED;
import static org.zhiheng.jobs.prove.use.UseFixtures.item;
import static org.zhiheng.jobs.prove.use.UseFixtures.locker;
import static org.zhiheng.jobs.prove.use.UseFixtures.mark;
import static org.zhiheng.jobs.prove.use.UseFixtures.request;
import static org.zhiheng.jobs.prove.use.UseFixtures.window;
import static org.zhiheng.jobs.prove.use.UseFixtures.windows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.assignment.GoodsNearness;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// What evidence shows of three years, by examples worked by hand.
final class UseWindowTest {

  private static final UseItem INVOICE =
      item(UseKind.INVOICE, "2025-03-10", "2025-03-10", "数据处理程序");
  private static final UseItem PHOTO = item(UseKind.PHOTO, "2025-04-01", "2025-04-01", "数据处理程序");

  @Test
  void aTradePaperAndEvidenceOfAnotherKindProve() {
    GoodUse good = window(mark("数据处理程序"), INVOICE, PHOTO).goods().getFirst();
    assertThat(good.verdict()).isEqualTo(UseVerdict.PROVED);
    assertThat(good.lastUse()).hasValue(LocalDate.of(2025, 4, 1));
    // asked on the 22nd: months run from a 22nd to the next. 2025-03-10 lies in 2025-02-22 …,
    // the 16th month from 2023-11-22 (15 before it: 2023-11 … 2025-01), 2025-04-01 in the 17th;
    // the 19 behind them are empty, and longer than the 15 before
    assertThat(good.months().stream().map(GoodUse.Month::count).toList().subList(14, 18))
        .containsExactly(0, 1, 1, 0);
    assertThat(good.gapMonths()).isEqualTo(19);
    assertThat(good.months()).hasSize(36);
    assertThat(good.threeYearsWithout()).isFalse();
  }

  @Test
  void aTradePaperAloneIsWeak() {
    GoodUse good = window(mark("数据处理程序"), INVOICE, INVOICE).goods().getFirst();
    assertThat(good.verdict()).isEqualTo(UseVerdict.WEAK);
    assertThat(good.because()).extracting(Said::en).first().asString().contains("another kind");
  }

  @Test
  void eachGoodStandsForItself() {
    UseWindow window = window(mark("数据处理程序", "软件设计"), INVOICE, PHOTO);
    assertThat(window.goods())
        .extracting(GoodUse::good, GoodUse::verdict, GoodUse::threeYearsWithout)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("数据处理程序", UseVerdict.PROVED, false),
            org.assertj.core.groups.Tuple.tuple("软件设计", UseVerdict.NONE, true));
  }

  @Test
  void anotherFormIsForAPerson() {
    UseItem other =
        new UseItem(
            UseKind.INVOICE,
            INVOICE.from(),
            INVOICE.to(),
            "上海",
            "CN",
            INVOICE.goods(),
            "知横",
            "",
            "");
    GoodUse good = window(mark("数据处理程序"), other, PHOTO).goods().getFirst();
    assertThat(good.verdict()).isEqualTo(UseVerdict.WEAK);
    assertThat(good.counted().getFirst().shortfalls()).containsExactly(Shortfall.MARK_OTHER);
    UseItem accepted =
        new UseItem(
            UseKind.INVOICE,
            INVOICE.from(),
            INVOICE.to(),
            "上海",
            "CN",
            INVOICE.goods(),
            "知衡 样例 2",
            "仅加注型号",
            "");
    assertThat(window(mark("数据处理程序"), accepted, PHOTO).goods().getFirst().verdict())
        .isEqualTo(UseVerdict.PROVED);
  }

  @Test
  void whatIsLackingIsSaid() {
    UseItem abroad =
        new UseItem(
            UseKind.CONTRACT,
            LocalDate.of(2023, 1, 1),
            LocalDate.of(2026, 12, 31),
            "",
            "DE",
            List.of("数据处理程序"),
            "",
            "",
            "");
    GoodUse good = window(mark("数据处理程序"), abroad).goods().getFirst();
    assertThat(good.counted().getFirst().shortfalls())
        .containsExactly(
            Shortfall.MARK_UNSTATED,
            Shortfall.PLACE_UNSTATED,
            Shortfall.ABROAD,
            Shortfall.OVER_EDGE);
    assertThat(good.because()).hasSize(4);
    assertThat(good.gapMonths()).isZero();
    assertThat(good.lastUse()).hasValue(ASKED.minusDays(1));
  }

  @Test
  void theWindowEndsBeforeTheDay() {
    UseItem before = item(UseKind.INVOICE, "2026-11-21", "2026-11-21", "数据处理程序");
    UseItem on = item(UseKind.INVOICE, "2026-11-22", "2026-11-22", "数据处理程序");
    UseItem first = item(UseKind.INVOICE, "2023-11-22", "2023-11-22", "数据处理程序");
    UseItem early = item(UseKind.INVOICE, "2023-11-21", "2023-11-21", "数据处理程序");
    assertThat(window(mark("数据处理程序"), before).goods().getFirst().counted()).hasSize(1);
    assertThat(window(mark("数据处理程序"), on).goods().getFirst().counted()).isEmpty();
    assertThat(window(mark("数据处理程序"), first).goods().getFirst().counted()).hasSize(1);
    assertThat(window(mark("数据处理程序"), early).goods().getFirst().counted()).isEmpty();
  }

  @Test
  void aReasonForNonUseIsRecordedAndNoUse() {
    UseItem reason =
        new UseItem(
            UseKind.JUSTIFICATION,
            LocalDate.of(2024, 1, 1),
            LocalDate.of(2026, 1, 1),
            "",
            "",
            List.of(),
            "",
            "",
            "进口许可停发");
    UseWindow window = window(mark("数据处理程序"), reason);
    assertThat(window.goods().getFirst().verdict()).isEqualTo(UseVerdict.NONE);
    assertThat(window.justifications())
        .extracting(UseWindow.Justified::reason)
        .containsExactly("进口许可停发");
  }

  @Test
  void similarGoodsAreNamedAndNotCounted() {
    UseWindows similar =
        new UseWindows(
            UseLaw.load(), (_, _) -> GoodsNearness.SAME_OR_SIMILAR, (_, _) -> Optional.empty());
    UseWindow window =
        similar.of(mark("数据处理程序", "软件设计"), locker(List.of(INVOICE, PHOTO)), request(ASKED));
    assertThat(window.goods().get(1).verdict()).isEqualTo(UseVerdict.NONE);
    assertThat(window.goods().get(1).beside()).containsExactly("数据处理程序");
    assertThat(window.law())
        .filteredOn(point -> point.id().equals("similar-goods"))
        .extracting(point -> point.citation().confidence())
        .containsExactly(Confidence.UNKNOWN);
  }

  private static List<String> remarks(UseWindow window) {
    return window.remarks().stream().map(UseWindow.Remark::code).toList();
  }

  @Test
  void whatIsNotCountedIsSaid() {
    UseItem strange = item(UseKind.PHOTO, "2025-04-01", "2025-04-01", "雨伞");
    Locker locker =
        new Locker(
            locker(List.of(strange)).items(),
            List.of(new EvidenceId(7)),
            List.of(new Locker.Unread(new EvidenceId(8), List.of())));
    UseWindow window = windows().of(mark("数据处理程序"), locker, request(ASKED));
    assertThat(remarks(window)).containsExactly("strange-good", "erased", "unread", "stated-time");
    assertThat(window.goods().get(1).registered()).isFalse();
    assertThat(remarks(window(mark()))).contains("goods-unknown");
    // registered 2020-01-07: no request before 2023-01-07, Implementing Regulations art. 66
    assertThat(
            remarks(
                windows().of(mark("数据处理程序"), locker(List.of()), request(LocalDate.of(2023, 1, 6)))))
        .contains("premature");
    assertThat(
            remarks(
                windows().of(mark("数据处理程序"), locker(List.of()), request(LocalDate.of(2023, 1, 7)))))
        .doesNotContain("premature");
  }

  private static Citation law(LocalDate asked) {
    return UseLaw.load().of(request(asked)).stream()
        .filter(point -> point.id().equals("non-use"))
        .findFirst()
        .orElseThrow()
        .citation();
  }

  @Test
  void theLawIsThatOfTheDay() {
    assertThat(law(LocalDate.of(2026, 12, 31)).article()).isEqualTo("第四十九条第二款");
    assertThat(law(LocalDate.of(2026, 12, 31)).confidence()).isEqualTo(Confidence.SEEN);
    assertThat(law(LocalDate.of(2027, 1, 1)).confidence()).isEqualTo(Confidence.UNKNOWN);
    assertThat(law(LocalDate.of(2019, 10, 31)).confidence()).isEqualTo(Confidence.RECALLED);
    assertThat(UseLaw.load().of(request(LocalDate.of(2014, 4, 30)))).isEmpty();
    assertThat(UseLaw.load().of(new UseQuestion(UseQuestion.Basis.SUIT, ASKED, List.of())))
        .extracting(UsePoint::id)
        .containsExactly("use", "no-damages", "other-form");
  }
}
