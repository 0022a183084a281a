package org.zhiheng.jobs.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.right.Right;
import org.zhiheng.valuation.Conclusion;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Money;

final class KeepOrDropTest {

  private static final Currency CNY = Currency.getInstance("CNY");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 20);

  private static FeeDue fee(String total) {
    Money money = Money.parse(CNY, total).orThrow();
    return new FeeDue(
        "cn.patent.annuity/5",
        "annuity",
        Optional.of(5),
        DAY,
        DAY.plusMonths(6),
        money,
        Money.zero(CNY),
        Optional.empty(),
        Money.zero(CNY),
        money,
        1,
        "owner",
        Confidence.RECALLED,
        List.of());
  }

  private static Right right(boolean pledged) {
    List<Event> events = new ArrayList<>();
    if (pledged) {
      events.add(
          new Event(
              new EventId(1),
              LocalDate.of(2026, 1, 2),
              new Fact.Pledged("甲公司", "某银行", "Z1", Optional.empty(), ""),
              Source.BY_HAND,
              Instant.EPOCH,
              "test"));
    }
    return Right.fold(RightKind.INVENTION_PATENT, Office.CN, events, SameParty.BY_NAME).right();
  }

  @ParameterizedTest
  @CsvSource({
    "1200.00, 1200.00, 9000, false, KEEP",
    "1200.00, 1199.99, 9000, false, LOOK",
    "1200.00, 0, 1200.00, false, LOOK",
    "1200.00, 0, 1199.99, false, DROP",
    "1200.00, 0, 1199.99, true, LOOK",
    "1200.00, 1300, 9000, true, KEEP",
  })
  void theFeeStandsBesideTheRange(
      String total, double low, double high, boolean pledged, KeepOrDrop.Advice expected) {
    Conclusion range = new Conclusion(low, high, Conclusion.Agreement.ALONE, "");
    assertThat(KeepOrDrop.of(right(pledged), fee(total), Optional.of(range)).advice())
        .isEqualTo(expected);
    assertThat(KeepOrDrop.of(right(pledged), fee(total), Optional.empty()).advice())
        .isEqualTo(KeepOrDrop.Advice.LOOK);
  }
}
