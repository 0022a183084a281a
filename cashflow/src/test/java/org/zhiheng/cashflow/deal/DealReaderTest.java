package org.zhiheng.cashflow.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.cashflow.formula.Tokens;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

final class DealReaderTest {

  private static final String DEAL =
      """
      deal: small
      dates: {cutoff: 2025-04-30, closing: 2025-05-15, pay: quarterly on 15, legal: 2028-05-15}
      pool:
        assets:
          - {id: L1, kind: level, balance: "1000000.00", rate: 4%, term: 12, next: 2025-06-10}
      tranches:
        A: {size: "900000.00", coupon: 2.15%}
        sub: {size: "100000.00", residual: true}
      fees:
        trustee: {rate: 0.1%, of: A}
      triggers:
        accelerate: {when: cum-default > 8%, do: status turbo}
      waterfall:
        normal: [fees, interest A, principal A, principal sub]
        turbo: [fees, interest A, principal A, residual sub]
      """;

  @Test
  void readsTheSameDealFromYamlAndJson() {
    Deal deal = read(DEAL);
    assertThat(deal.tranches()).extracting(Tranche::name).containsExactly("A", "sub");
    assertThat(deal.accounts()).extracting(Deal.Account::name).containsExactly("collect");
    assertThat(read(DealWriter.yaml(deal))).isEqualTo(deal);
    assertThat(read(DealWriter.json(deal))).isEqualTo(deal);
  }

  @Test
  void tellsAllThatIsWrongInOnePassWithPlaceAndNearestName() {
    String wrong =
        DEAL.replace("cutoff:", "cutof:")
            .replace("interest A, principal A, principal sub", "interest AA, principal A")
            .replace("cum-default >", "cum-defalt >")
            .replace("status turbo", "status trbo")
            .replace("rate: 0.1%", "rate: 0.1.1%");
    assertThat(problems(wrong))
        .extracting(Problem::path, Problem::code, Problem::given)
        .containsExactlyInAnyOrder(
            tuple("line 2, column 9", "deal-key", "cutof"),
            tuple("line 2, column 8", "deal-key", ""),
            tuple("line 10, column 19", "rate", "0.1.1%"),
            tuple("line 12, column 22", "deal-name", "cum-defalt"),
            tuple("line 12, column 50", "deal-name", "trbo"),
            tuple("line 14, column 27", "deal-name", "AA"));
    assertThat(problems(wrong))
        .extracting(Problem::reason)
        .anyMatch(reason -> reason.contains("the nearest is cum-default"))
        .anyMatch(reason -> reason.contains("the nearest is turbo"))
        .anyMatch(reason -> reason.contains("the nearest is cutoff"));
  }

  @Test
  void readsAPoolBesideTheDeal() {
    String csv =
        String.join(
            "\r\n",
            "id,kind,balance,rate,term,next,obligor,patent-expiry",
            "L1,level,1000000.00,4%,12,2025-06-10,\"甲, 公司\",2035-01-01",
            "L2,even,500000.00,5%,6,2025-06-10,乙公司,2030-01-01",
            "");
    String deal = DEAL.replaceFirst("(?s)assets:\\n.*?\\ntranches", "assets: pool.csv\ntranches");
    Deal read =
        DealReader.read(
            "deal", deal, name -> name.equals("pool.csv") ? Optional.of(csv) : Optional.empty());
    assertThat(read.pool().balance()).isEqualTo(150_000_000);
    assertThat(read.pool().assets().getFirst().facts())
        .containsEntry("obligor", "甲, 公司")
        .containsEntry("patent-expiry", "2035-01-01");
    assertThat(problems(deal)).extracting(Problem::code).containsExactly("deal-file");
  }

  @Test
  void refusesAColumnThatIsNearlyAKey() {
    String csv = "id,kind,balence,rate,term,next\nL1,level,1.00,4%,12,2025-06-10\n";
    ProblemsException refused =
        catchThrowableOfType(
            ProblemsException.class,
            () ->
                DealReader.read(
                    "deal",
                    DEAL.replaceFirst("(?s)assets:\\n.*?\\ntranches", "assets: p.csv\ntranches"),
                    _ -> Optional.of(csv)));
    assertThat(refused.problems()).extracting(Problem::given).contains("balence");
  }

  @Test
  void refusesDatesThatCannotBe() {
    assertThat(problems(DEAL.replace("closing: 2025-05-15", "closing: 2025-03-15")))
        .extracting(Problem::code)
        .contains("deal-dates");
    assertThat(problems(DEAL.replace("next: 2025-06-10", "next: 2025-04-10")))
        .extracting(Problem::code)
        .containsExactly("deal-dates");
  }

  @Test
  void refusesTwoThingsOfOneNameAndWordsOfRules() {
    assertThat(problems(DEAL.replace("trustee:", "A:"))).extracting(Problem::given).contains("A");
    assertThat(problems(DEAL.replace("trustee:", "pool:")))
        .extracting(Problem::given)
        .contains("pool");
  }

  /// Paid by parts, the same name twice was paid twice.
  @Test
  void refusesANameThatStandsTwiceInARule() {
    for (String rule : List.of("interest A, A pro-rata", "interest A from collect, collect")) {
      assertThatThrownBy(() -> RuleText.read(rule))
          .isInstanceOf(Tokens.Unreadable.class)
          .hasMessageContaining("stands once");
    }
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThat(problems("deal: [")).extracting(Problem::code).containsExactly("deal-yaml");
    assertThat(problems("")).extracting(Problem::code).containsExactly("deal-yaml");
    assertThat(problems("a: &x 1\nb: *x\n")).extracting(Problem::code).contains("deal-key");
  }

  private static Deal read(String text) {
    return DealReader.read("deal", text, DealReader.FileTexts.NONE);
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(ProblemsException.class, () -> read(text)).problems();
  }
}
