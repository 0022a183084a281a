package org.zhiheng.contracts.examine;

import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.values.OrganisationId;

final class MemoryAnswersTest extends AnswersContract {

  private final Answers answers = new MemoryAnswers();
  private long last;

  @Override
  protected Answers answers() {
    return answers;
  }

  @Override
  protected OrganisationId newOrganisation() {
    last++;
    return new OrganisationId(last);
  }
}
