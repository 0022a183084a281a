package org.zhiheng.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.administer.RemindersContract;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.values.OrganisationId;

final class PostgresRemindersTest extends RemindersContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_reminders");

  private final Reminders reminders = new PostgresReminders(DATABASE.get());

  @Override
  protected Reminders reminders() {
    return reminders;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
