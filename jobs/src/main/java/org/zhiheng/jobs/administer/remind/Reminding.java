package org.zhiheng.jobs.administer.remind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.jobs.administer.DocketBoard;

/// From deadlines and people to reminders. Pure.
///
/// A step of so many days before the warning date is reached on the last working day that leaves as
/// many days: who would be told on a free day is told before it. The times of offices are told only
/// to whom they were given; all other deadlines reach who takes the others.
public final class Reminding {

  /// Between a step and the working day before it lies no more than this.
  static final int AHEAD_MAX = 15;

  private static final Set<String> OFFICE_TIMES = Set.of("office-limit", "service-target");

  private final Map<String, Recipient> people;
  private final WorkingDays calendar;
  private final LocalDate today;

  /// @param people who is reminded
  /// @param calendar the office's working days, as known today
  /// @param today the day at the office
  public Reminding(List<Recipient> people, WorkingDays calendar, LocalDate today) {
    this.people = new LinkedHashMap<>();
    people.forEach(one -> this.people.put(one.person(), one));
    this.calendar = calendar;
    this.today = today;
  }

  /// The last warning date that can concern anybody today.
  public LocalDate until() {
    int most =
        people.values().stream()
            .mapToInt(one ->
                Math.max(
                    one.days().getFirst(),
                    one.escalation().map(Recipient.Escalation::days).orElse(0)))
            .max()
            .orElse(0);
    return today.plusDays(most + AHEAD_MAX);
  }

  /// Who is to be told of a deadline that runs.
  public List<Reminder> running(DocketBoard.Row row) {
    return of(row, false);
  }

  /// Who is to be told of a missed one.
  public List<Reminder> missed(DocketBoard.Row row) {
    return of(row, true);
  }

  private List<Reminder> of(DocketBoard.Row row, boolean missed) {
    Map<String, Reminder> reminders = new LinkedHashMap<>();
    for (Recipient owner : owners(row)) {
      int step = missed ? Reminder.MISSED : step(row, owner.days());
      if (missed || step >= 0) {
        Recipient reader = reader(owner);
        Reminder.Why why =
            !reader.equals(owner)
                ? new Reminder.Why.StandsIn(owner.person())
                : row.assigned().equals(owner.person())
                    ? new Reminder.Why.Given()
                    : new Reminder.Why.Nobodys();
        reminders.putIfAbsent(reader.person(), new Reminder(reader, row, step, why));
      }
      escalated(row, owner, missed)
          .ifPresent(reminder -> reminders.putIfAbsent(reminder.to().person(), reminder));
    }
    return List.copyOf(reminders.values());
  }

  private Optional<Reminder> escalated(DocketBoard.Row row, Recipient owner, boolean missed) {
    return owner
        .escalation()
        .filter(escalation -> missed || step(row, List.of(escalation.days())) >= 0)
        .flatMap(escalation ->
            Optional.ofNullable(people.get(escalation.to()))
                .map(to ->
                    new Reminder(
                        reader(to),
                        row,
                        missed ? Reminder.MISSED : escalation.days(),
                        new Reminder.Why.Escalated(
                            Optional.of(row.assigned()).filter(name -> !name.isEmpty())))));
  }

  private List<Recipient> owners(DocketBoard.Row row) {
    Recipient given = people.get(row.assigned());
    if (given != null) {
      return List.of(given);
    }
    return OFFICE_TIMES.contains(row.kind())
        ? List.of()
        : people.values().stream().filter(Recipient::others).toList();
  }

  /// Who reads a person's letters today: a delegate's delegate, too, but nobody twice.
  private Recipient reader(Recipient owner) {
    Recipient reader = owner;
    Set<String> seen = new HashSet<>(Set.of(owner.person()));
    while (reader.away().filter(away -> away.on(today)).isPresent()) {
      Recipient next = people.get(reader.away().orElseThrow().delegate());
      if (next == null || !seen.add(next.person())) {
        return owner;
      }
      reader = next;
    }
    return reader;
  }

  /// The closest of the steps that is reached; -1 when none is.
  private int step(DocketBoard.Row row, List<Integer> days) {
    int reached = -1;
    for (int day : days) {
      if (!today.isBefore(workday(row.warnBy().minusDays(day)))) {
        reached = reached < 0 ? day : Math.min(reached, day);
      }
    }
    return reached;
  }

  private LocalDate workday(LocalDate day) {
    LocalDate on = day;
    while (on.isAfter(WorkingDays.FIRST)
        && day.toEpochDay() - on.toEpochDay() < AHEAD_MAX
        && on.getYear() <= calendar.lastYear()
        && !calendar.kind(on).worked()) {
      on = on.minusDays(1);
    }
    return on;
  }

  /// Reminders by who gets them, in the order in which they came.
  static Map<Recipient, List<Reminder>> letters(List<Reminder> reminders) {
    Map<Recipient, List<Reminder>> letters = new LinkedHashMap<>();
    Map<String, Recipient> first = new HashMap<>();
    for (Reminder reminder : reminders) {
      Recipient to = first.computeIfAbsent(reminder.to().person(), _ -> reminder.to());
      letters.computeIfAbsent(to, _ -> new ArrayList<>()).add(reminder);
    }
    return letters;
  }
}
