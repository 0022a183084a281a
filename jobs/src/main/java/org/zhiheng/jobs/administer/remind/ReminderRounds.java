package org.zhiheng.jobs.administer.remind;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Goes round: writes the letters that are due, and hands over those that wait. Called again and
/// again; several at once do no harm. A process that dies between a letter's being taken and its
/// being marked sends it twice, under the same id.
///
/// Cost: one look through the rows whose warning dates lie within the farthest step.
public final class ReminderRounds {

  private static final int BATCH = 50;

  /// What was missed longer ago stands on the docket and is told nobody anew: a list of years would
  /// hide what is fresh, and every round would read it.
  private static final int MISSED_DAYS = 60;

  private static final int PAGE = DocketBoard.Query.LIMIT_MAX;

  private final Reminders reminders;
  private final DocketBoard board;
  private final Deadlines deadlines;
  private final Optional<Postman> postman;
  private final InstantSource clock;

  /// Over these stores.
  ///
  /// @param postman empty where no mail server is configured: letters wait
  public ReminderRounds(
      Reminders reminders,
      DocketBoard board,
      Deadlines deadlines,
      Optional<Postman> postman,
      InstantSource clock) {
    this.reminders = reminders;
    this.board = board;
    this.deadlines = deadlines;
    this.postman = postman;
    this.clock = clock;
  }

  /// What a round did.
  ///
  /// @param written letters put into the outbox
  /// @param sent letters taken by the mail server
  /// @param failed letters that were not
  public record Done(int written, int sent, int failed) {}

  /// Writes for all organisations, then hands over what waits.
  public Done round() {
    int written = 0;
    for (OrganisationId organisation : reminders.organisations()) {
      written += write(organisation);
    }
    Handed handed = new Handed(0, 0);
    if (postman.isPresent()) {
      handed = hand(postman.get());
    }
    return new Done(written, handed.sent(), handed.failed());
  }

  private record Handed(int sent, int failed) {}

  private Handed hand(Postman taker) {
    int sent = 0;
    int failed = 0;
    List<Reminders.Waiting> waiting = reminders.take(now(), BATCH);
    while (!waiting.isEmpty()) {
      for (Reminders.Waiting one : waiting) {
        Optional<String> refusal = taker.send("reminder-" + one.id(), one.letter());
        if (refusal.isPresent()) {
          reminders.failed(one.id(), refusal.get());
          failed++;
        } else {
          reminders.sent(one.id(), now());
          sent++;
        }
      }
      waiting = reminders.take(now(), BATCH);
    }
    return new Handed(sent, failed);
  }

  private int write(OrganisationId organisation) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), deadlines.calendar().zone());
    Reminding reminding =
        new Reminding(
            reminders.recipients(organisation), deadlines.calendar().knownOn(today), today);
    List<Reminder> due = new ArrayList<>();
    DocketBoard.Query running =
        DocketBoard.Query.of(organisation, DocketBoard.Show.RUNNING, PAGE).until(reminding.until());
    each(running, row -> due.addAll(reminding.running(row)));
    each(
        DocketBoard.Query.of(organisation, DocketBoard.Show.MISSED, PAGE)
            .behind(new DocketBoard.Cursor(today.minusDays(MISSED_DAYS), new RightId(1), "")),
        row -> due.addAll(reminding.missed(row)));
    if (due.isEmpty()) {
      return 0;
    }
    return reminders.post(
        organisation,
        due.stream().map(Reminder::mark).toList(),
        now(),
        fresh -> letters(due, fresh, today));
  }

  private void each(DocketBoard.Query query, java.util.function.Consumer<DocketBoard.Row> taker) {
    DocketBoard.Query next = query;
    List<DocketBoard.Row> rows = board.page(next);
    while (!rows.isEmpty()) {
      rows.forEach(taker);
      if (rows.size() < PAGE) {
        return;
      }
      next = query.behind(rows.getLast().cursor(query.show()));
      rows = board.page(next);
    }
  }

  private List<Letter> letters(List<Reminder> due, Set<Mark> fresh, LocalDate today) {
    Map<String, LetterText> texts = new HashMap<>();
    List<Letter> letters = new ArrayList<>();
    Reminding.letters(due.stream().filter(one -> fresh.contains(one.mark())).toList())
        .forEach((to, items) ->
            letters.add(
                texts
                    .computeIfAbsent(
                        to.language(),
                        language -> new LetterText(language, deadlines.book(), today))
                    .of(to, items)));
    return letters;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
