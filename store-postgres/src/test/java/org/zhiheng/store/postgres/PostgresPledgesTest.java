package org.zhiheng.store.postgres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.finance.PledgesContract;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.values.OrganisationId;

final class PostgresPledgesTest extends PledgesContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_pledges");

  @Override
  protected Pledges pledges() {
    return new PostgresPledges(
        DATABASE.get(), new PostgresRights(DATABASE.get(), InstantSource.system()));
  }

  @Override
  protected RegisterStores stores() {
    return DATABASE.stores();
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }

  @Test
  void whatWasReservedIsNeverChangedNorTakenAway() {
    OrganisationId owner = newOrganisation();
    DATABASE
        .get()
        .client()
        .sql(
            "insert into pledge (organisation, right_id, deal, record_number, by_name, at)"
                + " values (?, 1000000000, 'one', 'Y-1', 'li', now())")
        .param(owner.number())
        .update();
    for (String change :
        List.of(
            "update pledge set deal = 'two'",
            "update pledge set freed_at = now()",
            "update pledge set freed_by = 'li', freed_at = now(), right_id = 2",
            "delete from pledge",
            "truncate pledge cascade")) {
      assertThatThrownBy(() -> DATABASE.get().client().sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
    DATABASE
        .get()
        .client()
        .sql("update pledge set freed_by = 'li', freed_at = now() where organisation = ?")
        .param(owner.number())
        .update();
    assertThatThrownBy(() ->
            DATABASE
                .get()
                .client()
                .sql("update pledge set freed_by = null, freed_at = null")
                .update())
        .isInstanceOf(DataAccessException.class);
  }
}
