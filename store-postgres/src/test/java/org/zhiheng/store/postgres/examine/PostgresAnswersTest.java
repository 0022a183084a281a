package org.zhiheng.store.postgres.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.contracts.examine.AnswersContract;
import org.zhiheng.jobs.examine.Answers;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

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

  @ParameterizedTest
  @ValueSource(
      strings = {"update answer set by_name = 'eve'", "delete from answer", "truncate answer"})
  void refusesToChangeWhatIsKept(String sql) {
    OrganisationId owner = newOrganisation();
    PartyId party = new PartyId(7);
    Answers.Answer kept = new Answers.Answer(owner, party, Instant.EPOCH, "li", "x");
    answers.keep(kept);
    JdbcClient client = DATABASE.get().client();
    assertThatThrownBy(() -> client.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("answer");
    assertThat(answers.about(owner, party)).containsExactly(kept);
  }
}
