package org.zhiheng.contracts.administer;

import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.values.OrganisationId;

final class MemoryRemindersTest extends RemindersContract {

  private final Reminders reminders = new MemoryReminders();
  private final AtomicLong organisations = new AtomicLong();

  @Override
  protected Reminders reminders() {
    return reminders;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return new OrganisationId(organisations.incrementAndGet());
  }
}
