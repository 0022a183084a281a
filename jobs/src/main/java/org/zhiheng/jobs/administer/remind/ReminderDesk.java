package org.zhiheng.jobs.administer.remind;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;

/// Who is reminded, as people see to it. Safe for many threads.
public final class ReminderDesk {

  private final Reminders reminders;
  private final ReminderRounds rounds;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// Over these stores.
  public ReminderDesk(
      Reminders reminders, ReminderRounds rounds, AuditTrail trail, InstantSource clock) {
    this.reminders = reminders;
    this.rounds = rounds;
    this.trail = trail;
    this.clock = clock;
  }

  /// Writes and sends what is due.
  public ReminderRounds rounds() {
    return rounds;
  }

  /// Who is reminded, by name.
  public List<Recipient> recipients(Acting acting) {
    acting.must(Permission.READ);
    return reminders.recipients(acting.organisation());
  }

  /// The last letters, the newest first.
  ///
  /// @param limit 1 or more
  public List<Reminders.Outgoing> outbox(Acting acting, int limit) {
    acting.must(Permission.MANAGE);
    return reminders.outbox(acting.organisation(), limit);
  }

  /// Puts a person on the list, or changes what stands there.
  ///
  /// @throws org.zhiheng.values.ProblemsException naming all that is refused
  public Recipient keep(Acting acting, Recipient typed) {
    acting.must(Permission.MANAGE);
    Recipient recipient = Recipient.checked(typed, reminders.recipients(acting.organisation()));
    reminders.keep(acting.organisation(), recipient);
    told(acting, "reminder-keep", recipient.person(), recipient.mail());
    return recipient;
  }

  /// Takes a person off the list.
  ///
  /// @return whether there was one
  public boolean drop(Acting acting, String person) {
    acting.must(Permission.MANAGE);
    boolean dropped = reminders.drop(acting.organisation(), person);
    if (dropped) {
      told(acting, "reminder-drop", person, "");
    }
    return dropped;
  }

  private void told(Acting acting, String what, String person, String text) {
    trail.keep(
        new AuditTrail.Entry(
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            acting.organisation(),
            acting.name(),
            what,
            person,
            text));
  }
}
