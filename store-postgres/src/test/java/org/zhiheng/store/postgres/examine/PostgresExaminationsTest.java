package org.zhiheng.store.postgres.examine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.contracts.examine.ExaminationsContract;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

final class PostgresExaminationsTest extends ExaminationsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_examinations");

  private final Examinations examinations = new PostgresExaminations(DATABASE.get());

  @Override
  protected Examinations examinations() {
    return examinations;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update examination set by_name = 'eve'",
        "delete from examination",
        "truncate examination"
      })
  void refusesToChangeWhatIsKept(String sql) {
    OrganisationId owner = newOrganisation();
    Examinations.Kept kept =
        examinations.keep(
            new Examinations.Fresh(
                owner, Instant.EPOCH, "li", "x", "{}", "{}", Digest.of(new byte[0]), "[]"));
    JdbcClient client = DATABASE.get().client();
    assertThatThrownBy(() -> client.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("examination");
    assertThat(examinations.find(owner, kept.id())).contains(kept);
  }
}
