package org.zhiheng.store.postgres.examine;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.examine.AnswersContract;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;

final class PostgresAnswersTest extends AnswersContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_said");

  private final Answers answers = new PostgresAnswers(DATABASE.get());

  @Override
  protected Answers answers() {
    return answers;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
