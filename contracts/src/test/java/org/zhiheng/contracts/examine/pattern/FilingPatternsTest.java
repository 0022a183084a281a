package org.zhiheng.contracts.examine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.jobs.examine.pattern.Amount;
import org.zhiheng.jobs.examine.pattern.EvidencePack;
import org.zhiheng.jobs.examine.pattern.Factor;
import org.zhiheng.jobs.examine.pattern.FilingPatterns;
import org.zhiheng.jobs.examine.pattern.PatternEngine;
import org.zhiheng.jobs.examine.pattern.PatternJson;
import org.zhiheng.jobs.examine.pattern.PatternQuestion;
import org.zhiheng.jobs.examine.pattern.PortfolioReader;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.event.Fact;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Who may look at filing patterns, what the trail keeps, and what is read from the register.
final class FilingPatternsTest {

  private static final String FILER = "甲示例公司";
  private static final String OTHER = "样例玩具公司";

  private final MarkRoom room = new MarkRoom();
  private final FilingPatterns patterns =
      new FilingPatterns(
          new PortfolioReader(
              room.stores.rights(),
              room.stores.parties(),
              room.index,
              (_, party) -> party.equals(room.party(OTHER))),
          new PatternEngine(room.words),
          new ListedAnswers(),
          room.stores.trail(),
          room.clock);

  /// Answers in a list.
  private static final class ListedAnswers implements Answers {
    private final List<Answer> all = new ArrayList<>();

    @Override
    public void keep(Answer answer) {
      all.add(answer);
    }

    @Override
    public List<Answer> about(OrganisationId organisation, PartyId party) {
      return all.stream()
          .filter(one -> one.organisation().equals(organisation) && one.party().equals(party))
          .toList();
    }
  }

  private PartyId filer() {
    room.mark("LABUBU", OTHER, "2018-01-01", true, "28");
    RightId sold = room.mark("Labubu", FILER, "2024-01-01", true, "25");
    room.mark("静候云起", FILER, "2024-01-02", false, "30");
    room.record(
        sold, "2025-03-01", new Fact.Assigned(FILER, List.of(new Fact.Share("丙示例公司", 1)), "Z1"));
    return room.party(FILER);
  }

  @Test
  void readsTheFactorsFromTheRegister() throws IOException {
    EvidencePack pack = patterns.view(room.manager, PatternQuestion.about(filer()));

    assertThat(pack.pattern().filings()).isEqualTo(2);
    assertThat(amount(pack, Factor.Kind.RESEMBLANCE, "filings-resembling-known"))
        .isEqualTo(new Amount.Share(1, 2));
    assertThat(amount(pack, Factor.Kind.RESALE, "assigned-early-untied"))
        .isEqualTo(new Amount.Share(1, 2));
    // the toy company has the same address and agent on record
    assertThat(amount(pack, Factor.Kind.NETWORK, "linked-address-and-agent"))
        .isEqualTo(new Amount.Count(1));
    assertThat(pack.sections().getFirst().lines().getFirst().en()).contains("no verdict");
    assertThat(RecordJson.text(out -> PatternJson.pack(pack, out)))
        .contains("suspicion-for-authorised-roles-only", pack.digest().hex());
  }

  private static Amount amount(EvidencePack pack, Factor.Kind kind, String code) {
    return pack.pattern().factor(kind).figure(code).amount();
  }

  @Test
  void keepsEachLookAndEachExport() throws IOException {
    PartyId filer = filer();
    EvidencePack seen = patterns.view(room.manager, PatternQuestion.about(filer));
    EvidencePack taken = patterns.export(room.manager, PatternQuestion.about(filer));

    assertThat(taken.digest()).isEqualTo(seen.digest());
    assertThat(room.trail())
        .extracting(entry -> entry.action() + " " + entry.subject() + " " + entry.detail())
        .containsExactly(
            "pattern-export " + filer + " others " + taken.digest().hex(),
            "pattern-view " + filer + " others");
  }

  @Test
  void refusesWhoMayNotAndKeepsNothing() {
    PartyId filer = filer();

    assertThatThrownBy(() -> patterns.view(room.examiner, PatternQuestion.about(filer)))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("forbidden");
    assertThatThrownBy(() -> patterns.view(room.examiner, PatternQuestion.own(filer)))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("not-own-portfolio");
    assertThatThrownBy(() -> patterns.view(room.viewer, PatternQuestion.own(room.party(OTHER))))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("forbidden");
    assertThat(room.trail()).isEmpty();
  }

  @Test
  void letsAnExaminerCheckTheHousesOwn() throws IOException {
    filer();

    EvidencePack own = patterns.view(room.examiner, PatternQuestion.own(room.party(OTHER)));

    assertThat(own.pattern().filings()).isEqualTo(1);
    assertThat(own.sections().getFirst().lines().getFirst().en()).startsWith("Self-check");
    assertThat(room.trail()).extracting(AuditTrail.Entry::action).containsExactly("pattern-view");
  }

  @Test
  void showsWhatTheOtherSideAnswered() throws IOException {
    PartyId filer = filer();
    EvidencePack before = patterns.view(room.manager, PatternQuestion.about(filer));

    patterns.answer(room.examiner, filer, " 我方有在先授权。 ");

    EvidencePack after = patterns.view(room.manager, PatternQuestion.about(filer));
    assertThat(after.answers())
        .singleElement()
        .extracting(Answers.Answer::text)
        .isEqualTo("我方有在先授权。");
    assertThat(after.digest()).isNotEqualTo(before.digest());
    assertThatThrownBy(() -> patterns.answer(room.examiner, filer, " "))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("answer-text");
  }
}
