package org.zhiheng.jobs.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.Problem;

/// Forms of rights and of events as nobody fills them in. Exceptions that may come out: none. What
/// is taken is written and read as the same.
final class EntryFuzz {

  private static final List<String> VALUES =
      List.of(
          "2026-01-05",
          "2019.07.12",
          "201830514079.9",
          "CN305252224S",
          "12345678",
          "甲公司；乙公司",
          "9;42",
          "01-01 (11)",
          "900",
          "CNY 900.00",
          "100万元",
          "5%",
          "E1",
          "R1",
          "exclusive",
          "答复",
          "x");

  private static Map<String, String> filled(Seed seed, List<FormField> fields) {
    Map<String, String> values = new LinkedHashMap<>();
    for (FormField field : fields) {
      if (seed.chance(0.8)) {
        String value = seed.oneOf(VALUES);
        values.put(
            seed.chance(0.95) ? field.name() : Spoilt.text(seed, field.name()),
            seed.chance(0.6) ? value : Spoilt.text(seed, value));
      }
    }
    return values;
  }

  private static void told(List<Problem> problems) {
    assertThat(problems)
        .isNotEmpty()
        .allSatisfy(problem -> assertThat(problem.line().length()).isLessThan(2_000));
  }

  @Seeds(400)
  void rightsAreTakenOrRefused(Seed seed) {
    RightKind kind = seed.oneOf(List.of(RightKind.values()));
    Office office =
        seed.oneOf(List.of(Office.CN, Office.EP, Office.US, Office.WO, new Office("JP")));
    switch (EntryForm.read(kind, office, filled(seed, EntryForm.fields(kind)))) {
      case EntryForm.Read.Ok(org.zhiheng.register.event.Notice notice) -> {
        for (DatedFact fact : notice.facts()) {
          assertThat(FactJson.read(FactJson.write(fact.fact()))).isEqualTo(fact.fact());
        }
      }
      case EntryForm.Read.Refused(List<Problem> problems) -> told(problems);
    }
  }

  @Seeds(400)
  void eventsAreTakenOrRefused(Seed seed) {
    FactKind kind = seed.oneOf(List.of(FactKind.values()));
    RightKind right = seed.oneOf(List.of(RightKind.values()));
    Office office =
        seed.oneOf(List.of(Office.CN, Office.EP, Office.US, Office.WO, new Office("JP")));
    switch (FactForm.read(kind, right, office, filled(seed, FactForm.fields(kind)))) {
      case FactForm.Read.Ok(org.zhiheng.register.event.Fact fact) ->
          assertThat(FactJson.read(FactJson.write(fact))).isEqualTo(fact);
      case FactForm.Read.Refused(List<Problem> problems) -> told(problems);
    }
  }
}
