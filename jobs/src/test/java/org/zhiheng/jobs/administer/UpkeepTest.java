package org.zhiheng.jobs.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.deadlines.fee.FeeBook;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.right.Right;

/// What keeps a right alive on a day. Amounts: cn.yaml of the fees, each with its source there.
final class UpkeepTest {

  private static final Upkeep UPKEEP = new Upkeep(FeeBook.load());

  private static FeesDue due(Life life, RightKind kind, String on, Upkeep.Relief relief) {
    Right right = Right.fold(kind, Office.CN, life.events(), String::equals).right();
    LocalDate day = LocalDate.parse(on);
    return UPKEEP.due(
        right,
        life.on(on),
        Life.deadlines().knownOn(day),
        new Upkeep.Terms(relief, Filing.ONLINE, day));
  }

  private static Life patent() {
    // filed 2024-03-01, granted in its second year; recorded here before any fee was due
    return new Life(RightKind.INVENTION_PATENT, "2026-01-10")
        .filed("2024-03-01")
        .granted("2025-12-02");
  }

  private static FeeDue first(FeesDue fees) {
    return fees.fees().getFirst();
  }

  @Test
  void inTimeItIsTheFeeOfItsYear() {
    // year 3 of an invention patent: 900
    FeesDue fees = due(patent(), RightKind.INVENTION_PATENT, "2026-03-02", Upkeep.Relief.NONE);
    assertThat(first(fees).patentYear()).contains(3);
    assertThat(first(fees).total().decimal()).isEqualTo("900.00");
    assertThat(first(fees).surcharge().minor()).isZero();
    assertThat(fees.ended()).isFalse();
  }

  @Test
  void lateItCostsFivePercentOfTheFullFeeForEachFurtherMonth() {
    // the term ended 2026-03-01; on 2026-04-02 the second month runs: 5 % of 900
    Map<String, String> surcharges =
        Map.of(
            "2026-04-01", "0.00",
            "2026-04-02", "45.00",
            "2026-05-02", "90.00",
            "2026-09-01", "225.00");
    surcharges.forEach((on, surcharge) -> {
      FeesDue fees = due(patent(), RightKind.INVENTION_PATENT, on, Upkeep.Relief.NONE);
      assertThat(first(fees).surcharge().decimal()).as(on).isEqualTo(surcharge);
    });
  }

  @Test
  void reliefTakesOffTheFeeAndNotTheSurcharge() {
    FeesDue sole = due(patent(), RightKind.INVENTION_PATENT, "2026-04-02", Upkeep.Relief.SOLE);
    // 900 less 85 % and 45
    assertThat(first(sole).reduced().decimal()).isEqualTo("765.00");
    assertThat(first(sole).total().decimal()).isEqualTo("180.00");
    FeesDue joint = due(patent(), RightKind.INVENTION_PATENT, "2026-04-02", Upkeep.Relief.JOINT);
    // 900 less 70 % and 45
    assertThat(first(joint).total().decimal()).isEqualTo("315.00");
  }

  @Test
  void anOpenLicenceReducesWhileItStands() {
    Life life = patent();
    life.event(
        "2026-02-01", new Fact.Licensed(Fact.LicenceKind.OPEN, "甲", "", "L1", Optional.empty()));
    FeesDue fees = due(life, RightKind.INVENTION_PATENT, "2026-03-02", Upkeep.Relief.NONE);
    // 15 % of 900
    assertThat(first(fees).reduced().decimal()).isEqualTo("135.00");
    assertThat(first(fees).ground()).contains("open-licence");
    FeesDue larger = due(life, RightKind.INVENTION_PATENT, "2026-03-02", Upkeep.Relief.SOLE);
    assertThat(first(larger).ground()).contains("sole-relief");
  }

  @Test
  void afterTheGraceOnlyRestorationIsLeft() {
    FeesDue fees = due(patent(), RightKind.INVENTION_PATENT, "2026-09-02", Upkeep.Relief.NONE);
    assertThat(fees.ended()).isTrue();
    assertThat(fees.fees()).noneMatch(fee -> fee.patentYear().equals(Optional.of(3)));
  }

  @Test
  void whatMayHaveBeenPaidBeforeTheRecordIsNotCalledLost() {
    Life life =
        new Life(RightKind.INVENTION_PATENT, "2026-01-10")
            .filed("2015-03-02")
            .granted("2018-05-01");
    FeesDue fees = due(life, RightKind.INVENTION_PATENT, "2026-01-20", Upkeep.Relief.NONE);
    assertThat(fees.ended()).isFalse();
    assertThat(fees.problems()).isNotEmpty().allMatch(one -> one.code().equals("fee-untold"));
    // year 12: 4,000
    assertThat(first(fees).patentYear()).contains(12);
    assertThat(first(fees).full().decimal()).isEqualTo("4000.00");
  }

  @Test
  void whatIsPaidIsNotDue() {
    Life life = patent().act("2026-02-10", Act.ANNUITY_PAID, "3");
    FeesDue fees = due(life, RightKind.INVENTION_PATENT, "2026-03-02", Upkeep.Relief.NONE);
    // year 4: 1,200
    assertThat(first(fees).patentYear()).contains(4);
    assertThat(first(fees).full().decimal()).isEqualTo("1200.00");
  }

  @Test
  void aMarkIsRenewedForEachClass() {
    Bibliography two =
        new Bibliography(
            List.of(new Bibliography.Text("zh", "知衡")),
            List.of(),
            List.of(),
            List.of(nice("09"), nice("42")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    Life life = new Life(RightKind.MARK, "2016-02-01");
    life.event("2016-01-14", new Fact.Registered(List.of(), Optional.empty(), two));
    FeesDue inTime = due(life, RightKind.MARK, "2026-01-13", Upkeep.Relief.NONE);
    // 2 x 450 online
    assertThat(first(inTime).total().decimal()).isEqualTo("900.00");
    FeesDue late = due(life, RightKind.MARK, "2026-02-01", Upkeep.Relief.NONE);
    // 2 x (450 + 225)
    assertThat(first(late).fee()).isEqualTo("renewal-late");
    assertThat(first(late).total().decimal()).isEqualTo("1350.00");
    assertThat(due(life, RightKind.MARK, "2026-07-14", Upkeep.Relief.NONE).ended()).isTrue();
  }

  private static ClassSymbol nice(String symbol) {
    return new ClassSymbol(ClassScheme.NICE, symbol);
  }
}
