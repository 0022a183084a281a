package org.zhiheng.jobs.prove.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What evidence says of use, written into facts and read back.
final class UseItemTest {

  @Seeds(200)
  void whatIsWrittenIsRead(Seed seed) {
    LocalDate from = LocalDate.of(2020, 1, 1).plusDays(seed.between(0, 3_000));
    List<String> goods = new ArrayList<>();
    int count = seed.between(1, 13); // more than nine: good.10 is not behind good.1
    for (int good = 0; good < count; good++) {
      goods.add("商品" + good);
    }
    UseKind kind = seed.oneOf(List.of(UseKind.values()));
    String mark = seed.oneOf(List.of("", "知衡"));
    UseItem item =
        new UseItem(
            kind,
            from,
            from.plusDays(seed.between(0, 900)),
            seed.oneOf(List.of("", "上海市", "https://shop.example/1")),
            seed.oneOf(List.of("", "CN", "DE")),
            goods,
            mark,
            mark.isEmpty() ? "" : seed.oneOf(List.of("", "仅字体不同")),
            kind == UseKind.JUSTIFICATION ? "停产令" : "");
    assertThat(UseItem.parse(item.facts())).isEqualTo(item);
  }

  private static List<String> codes(Map<String, String> facts) {
    try {
      UseItem.parse(new TreeMap<>(facts));
      return List.of();
    } catch (ProblemsException wrong) {
      return wrong.problems().stream().map(Problem::code).toList();
    }
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThat(codes(Map.of("use.kind", "sale", "use.from", "2026-02-30", "use.colour", "red")))
        .containsExactlyInAnyOrder("use-fact", "use-kind", "use-dates", "use-dates");
    assertThat(
            codes(
                Map.of(
                    "use.kind", "photo",
                    "use.from", "2026-03-02",
                    "use.to", "2026-03-01",
                    "use.country", "China",
                    "use.reason", "not for a photo")))
        .containsExactlyInAnyOrder("use-dates", "use-good", "use-text", "use-text");
  }

  @Test
  void aGoodStandsOnce() {
    assertThatThrownBy(
            () -> UseFixtures.item(UseKind.PHOTO, "2026-01-01", "2026-01-01", "Ｔ恤", "t恤"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("use-good");
  }

  @Test
  void factsOfOthersArePassedOver() {
    UseItem item = UseFixtures.item(UseKind.PHOTO, "2026-01-01", "2026-01-01", "T恤");
    TreeMap<String, String> facts = new TreeMap<>(item.facts());
    facts.put("camera", "X100");
    assertThat(UseItem.parse(facts)).isEqualTo(item);
  }
}
