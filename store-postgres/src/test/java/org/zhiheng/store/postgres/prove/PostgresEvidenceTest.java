package org.zhiheng.store.postgres.prove;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.contracts.prove.EvidenceStoreContract;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;

final class PostgresEvidenceTest extends EvidenceStoreContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_evidence");

  private final EvidenceStore evidence = new PostgresEvidence(DATABASE.get());

  @Override
  protected EvidenceStore evidence() {
    return evidence;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence set by_name = 'eve'",
        "update evidence set log_index = null",
        "delete from evidence",
        "truncate evidence"
      })
  void refusesToChangeWhatIsKept(String sql) {
    enterOneThatWaits();
    JdbcClient client = DATABASE.get().client();
    assertThatThrownBy(() -> client.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("evidence");
  }
}
