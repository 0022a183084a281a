package org.zhiheng.jobs.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.Problem;

final class FactFormTest {

  @Test
  void readsAPledgeWithItsNumberAndEnd() {
    Fact fact =
        ok(
            FactKind.PLEDGED,
            Map.of(
                "pledgor", " 甲公司 ",
                "pledgee", "乙银行",
                "recordNumber", "Y2026210000001",
                "until", "2027-11-22",
                "amount", "2,000 万元"));

    assertThat(fact)
        .isEqualTo(
            new Fact.Pledged(
                "甲公司",
                "乙银行",
                "Y2026210000001",
                Optional.of(LocalDate.of(2027, 11, 22)),
                "2,000 万元"));
  }

  @Test
  void readsSharesInChineseAndLatinPunctuation() {
    Fact fact = ok(FactKind.OWNERS_RECORDED, Map.of("owners", "甲公司=60；乙研究所 = 40;丙"));

    assertThat(fact)
        .isEqualTo(
            new Fact.OwnersRecorded(
                List.of(
                    new Fact.Share("甲公司", 60),
                    new Fact.Share("乙研究所", 40),
                    new Fact.Share("丙", 1))));
  }

  @Test
  void readsAFilingWithACheckedApplicationNumber() {
    Fact.Filed filed =
        (Fact.Filed)
            ok(
                FactKind.FILED,
                Map.of(
                    // 2,3,4,5,6,7,8,9,2,3,4,5 over 201830514079 sum to 196, and 196 mod 11 = 9
                    "application-number", "201830514079.9",
                    "title", "糕点",
                    "classes", "01-01"));

    assertThat(filed.numbers()).hasSize(1);
    assertThat(filed.numbers().getFirst().text()).isEqualTo("201830514079.9");
    assertThat(filed.bibliography().titles().getFirst().language()).isEqualTo("zh");
    assertThat(filed.bibliography().classes().getFirst().symbol()).isEqualTo("01-01");
  }

  @Test
  void gathersAllThatIsWrongInOnePass() {
    List<Problem> problems =
        refused(
            FactKind.PLEDGED,
            Map.of("pledgor", "甲", "until", "22.11.2026", "amont", "1", "record-number", " "));

    assertThat(problems)
        .extracting(problem -> problem.code() + " " + problem.path())
        .containsExactlyInAnyOrder(
            "unknown-field amont", "required pledgee", "required record-number", "date until");
  }

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void refusesAFieldThatNoKindHas(FactKind kind) {
    assertThat(refused(kind, Map.of("nonsense", "1")))
        .extracting(Problem::code)
        .contains("unknown-field");
  }

  @ParameterizedTest
  @EnumSource(FactKind.class)
  void namesEveryRequiredFieldThatIsMissing(FactKind kind) {
    List<String> required =
        FactForm.fields(kind).stream()
            .filter(field -> field.need() == FormField.Need.REQUIRED)
            .map(FormField::name)
            .toList();
    FactForm.Read read = FactForm.read(kind, RightKind.DESIGN, Office.CN, Map.of());

    switch (read) {
      case FactForm.Read.Ok ok -> {
        assertThat(required).isEmpty();
        assertThat(FactKind.of(ok.fact())).isEqualTo(kind);
      }
      case FactForm.Read.Refused refused ->
          assertThat(refused.problems())
              .filteredOn(problem -> problem.code().equals("required"))
              .extracting(Problem::path)
              .containsExactlyElementsOf(required);
    }
  }

  /// A name that nobody knows is told as values are: cut, with what cannot be seen escaped.
  @Test
  void tellsAnUnknownNameCut() {
    assertThat(refused(FactKind.NOTED, Map.of("code", "x", "\u202E" + "n".repeat(10_000), "y")))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("unknown-field");
          assertThat(problem.path()).doesNotContain("\u202E").hasSizeLessThan(100);
        });
  }

  private static Fact ok(FactKind kind, Map<String, String> values) {
    return ((FactForm.Read.Ok) FactForm.read(kind, RightKind.DESIGN, Office.CN, values)).fact();
  }

  private static List<Problem> refused(FactKind kind, Map<String, String> values) {
    return ((FactForm.Read.Refused) FactForm.read(kind, RightKind.DESIGN, Office.CN, values))
        .problems();
  }
}
