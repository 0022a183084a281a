package org.zhiheng.jobs.administer;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.values.Digest;

/// Keeps the board up to date: after events, after notes, as days pass, and after the rules
/// changed. Safe for many threads and processes: a batch is taken by one of them.
public final class DocketKeeper {

  /// Rights counted in one transaction.
  public static final int BATCH = 1_000;

  private static final String CALENDAR = "calendar";

  private final DocketBoard board;
  private final Deadlines deadlines;
  private final Docketing docketing;
  private final InstantSource clock;

  /// Over this board, with the law that the program brings.
  public DocketKeeper(DocketBoard board, Deadlines deadlines, InstantSource clock) {
    this.board = board;
    this.deadlines = deadlines;
    this.docketing = Docketing.of(deadlines.book(), deadlines.calendar().zone());
    this.clock = clock;
  }

  /// Compares the rules with those that the rows were counted by, and marks what a change touches:
  /// only rights with a deadline by a changed rule, unless a rule is new or the calendar changed.
  public void compareLaw() {
    Map<String, String> now = digests();
    Map<String, String> then = board.law();
    Set<String> changed = new TreeSet<>();
    Set<String> all = new HashSet<>(now.keySet());
    all.addAll(then.keySet());
    for (String rule : all) {
      if (!String.valueOf(now.get(rule)).equals(String.valueOf(then.get(rule)))) {
        changed.add(rule);
      }
    }
    if (!changed.isEmpty()) {
      boolean everything =
          !then.isEmpty()
              && changed.stream()
                  .anyMatch(rule -> rule.equals(CALENDAR) || !then.containsKey(rule));
      board.law(now, changed, everything);
    }
  }

  /// Counts the next rights.
  ///
  /// @return how many; 0 when all are up to date
  public int turn() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), docketing.zone());
    KnownLaw law = deadlines.knownOn(today);
    return board.refresh(
        today,
        BATCH,
        (kind, office, events, closings) ->
            docketing.of(kind, office, events, law, closings, today));
  }

  /// Compares the rules and counts all that changed: for who asks once and goes away.
  public void catchUp() {
    compareLaw();
    while (turn() > 0) {
      // the next batch, until all are up to date
    }
  }

  /// What tells one state of the rules from another.
  private Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    for (Rule rule : deadlines.book().rules()) {
      String text =
          String.join(
              "\n",
              rule.kind().toString(),
              rule.who().name(),
              law(deadlines.book().law(rule)),
              Boolean.toString(rule.served()),
              rule.counting().name(),
              rule.spans().toString(),
              rule.cases().toString(),
              rule.extension().toString(),
              rule.opens().toString(),
              new TreeSet<>(rule.clears()).toString(),
              new TreeSet<>(rule.aborts()).toString(),
              rule.remedies().toString(),
              docketing.triggers().all().stream()
                  .filter(trigger -> trigger.rule().equals(rule.id()))
                  .map(Trigger::words)
                  .toList()
                  .toString());
      digests.put(rule.id(), digest(text));
    }
    digests.put(CALENDAR, digest(deadlines.calendar().notices().toString()));
    return digests;
  }

  private static String law(Law law) {
    return law.counting() + " " + law.changes() + " " + new TreeMap<>(law.services());
  }

  private static String digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
