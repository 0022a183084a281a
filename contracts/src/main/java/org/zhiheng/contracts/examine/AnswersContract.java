package org.zhiheng.contracts.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// What every implementation of [Answers] keeps to.
public abstract class AnswersContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123456Z");

  /// The answers under test, of the same store in one test.
  protected abstract Answers answers();

  /// An organisation without answers.
  protected abstract OrganisationId newOrganisation();

  private Answers.Answer kept(OrganisationId owner, PartyId party, Instant at, String text) {
    Answers.Answer answer = new Answers.Answer(owner, party, at, "li", text);
    answers().keep(answer);
    return answer;
  }

  @Test
  protected void givesAllAboutAPartyInTheOrderOfKeeping() {
    OrganisationId owner = newOrganisation();
    PartyId party = new PartyId(7);
    Answers.Answer first = kept(owner, party, AT, "我方自2009年起使用该商标。\n见附件 '1' \"2\" \\ 𠮷");
    Answers.Answer second = kept(owner, party, AT.minusSeconds(60), "");
    kept(owner, new PartyId(8), AT, "别的当事人");

    assertThat(answers().about(owner, party)).containsExactly(first, second);
    assertThat(answers().about(owner, new PartyId(9))).isEmpty();
  }

  @Test
  protected void keepsTheSameAnswerTwice() {
    OrganisationId owner = newOrganisation();
    PartyId party = new PartyId(7);
    Answers.Answer answer = kept(owner, party, AT, "同样");
    answers().keep(answer);
    assertThat(answers().about(owner, party)).containsExactly(answer, answer);
  }

  @Test
  protected void keepsOrganisationsApart() {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    PartyId party = new PartyId(7);
    Answers.Answer own = kept(owner, party, AT, "甲");
    assertThat(answers().about(other, party)).isEmpty();
    Answers.Answer others = kept(other, party, AT, "乙");
    assertThat(answers().about(owner, party)).containsExactly(own);
    assertThat(answers().about(other, party)).containsExactly(others);
  }
}
