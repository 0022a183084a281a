package org.zhiheng.contracts.answers;

import org.zhiheng.jobs.answers.KeptAnswers;
import org.zhiheng.values.OrganisationId;

final class MemoryAnswersTest extends KeptAnswersContract {

  private final MemoryAnswers answers = new MemoryAnswers();
  private int count;

  @Override
  protected KeptAnswers answers() {
    return answers;
  }

  @Override
  protected OrganisationId organisation() {
    return new OrganisationId(1);
  }

  @Override
  protected OrganisationId otherOrganisation() {
    return new OrganisationId(2);
  }

  @Override
  protected String unique() {
    count++;
    return "n" + count;
  }
}
