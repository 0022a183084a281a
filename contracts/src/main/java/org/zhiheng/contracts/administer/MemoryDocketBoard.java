package org.zhiheng.contracts.administer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.jobs.administer.Unanswered;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The board written to be obvious: every refresh counts every right of one organisation.
public final class MemoryDocketBoard implements DocketBoard {

  private final Rights rights;
  private final DocketNotes notes;
  private final OrganisationId organisation;

  /// Guarded by this, like all below.
  private List<Kept> kept = List.of();

  private List<Broken> broken = List.of();
  private Map<String, String> law = Map.of();
  private Object counted = "nothing";

  /// Over these rights of this organisation.
  public MemoryDocketBoard(Rights rights, DocketNotes notes, OrganisationId organisation) {
    this.rights = rights;
    this.notes = notes;
    this.organisation = organisation;
  }

  private record Kept(Row row, boolean beforeRecord, Optional<LocalDate> doneOn) {
    private long eventDay() {
      return row.eventOn().toEpochDay();
    }

    private boolean late() {
      return doneOn.filter(day -> day.isAfter(row.due().orElse(row.warnBy()))).isPresent();
    }
  }

  @Override
  public synchronized int refresh(LocalDate today, int most, Reckoner reckoner) {
    List<RightRow> all = new ArrayList<>();
    rights.each(RightQuery.all(organisation, 1), all::add);
    List<RightRecord> records =
        all.stream().map(row -> rights.find(organisation, row.id()).orElseThrow()).toList();
    List<List<DocketNotes.Note>> said =
        records.stream().map(one -> notes.of(organisation, one.id())).toList();
    Object now = List.of(today, records, said, law);
    if (now.equals(counted)) {
      return 0;
    }
    counted = now;
    List<Kept> rows = new ArrayList<>();
    List<Broken> failed = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      RightRecord one = records.get(at);
      Docket docket =
          reckoner.of(
              one.kind(), one.office(), one.events(), notes.closings(organisation, one.id()));
      for (Deadline deadline : docket.deadlines()) {
        rows.add(
            new Kept(
                row(all.get(at), deadline, said.get(at)),
                deadline.beforeRecord(),
                deadline.state() instanceof State.Met met
                    ? Optional.of(met.on())
                    : Optional.empty()));
      }
      for (Unanswered unanswered : docket.unanswered()) {
        failed.add(
            new Broken(
                one.id(),
                all.get(at).title(),
                unanswered.rule(),
                unanswered.event(),
                unanswered.problem().given(),
                unanswered.problem().reason()));
      }
    }
    kept = List.copyOf(rows);
    broken = List.copyOf(failed);
    return all.size();
  }

  @Override
  public synchronized List<Case> cases(OrganisationId asked, long after, int most) {
    List<Case> cases = new ArrayList<>();
    rights.each(
        RightQuery.all(asked, 1),
        row -> {
          RightRecord one = rights.find(asked, row.id()).orElseThrow();
          cases.add(
              new Case(
                  row.id(),
                  row.number(),
                  row.title(),
                  one.kind(),
                  one.office(),
                  one.events(),
                  notes.closings(asked, row.id())));
        });
    return cases.stream()
        .filter(one -> one.right().number() > after)
        .sorted(Comparator.comparing(Case::right))
        .limit(most)
        .toList();
  }

  private static Row row(RightRow right, Deadline deadline, List<DocketNotes.Note> said) {
    return new Row(
        right.id(),
        right.kind(),
        right.title(),
        right.number(),
        deadline.key(),
        deadline.question().rule(),
        deadline.answer().kind().toString(),
        deadline.who(),
        deadline.question().event(),
        deadline.answer().due(),
        deadline.answer().warnBy(),
        deadline.answer().latestArguable(),
        deadline.answer().status().toString(),
        deadline.state().code(),
        deadline.patentYear().orElse(0),
        DocketNotes.assigned(said).getOrDefault(deadline.key(), ""));
  }

  @Override
  public synchronized Map<String, String> law() {
    return law;
  }

  @Override
  public synchronized void law(
      Map<String, String> digests, Collection<String> changed, boolean everything) {
    law = Map.copyOf(digests);
  }

  @Override
  public synchronized List<Row> page(Query query) {
    return found(query).stream().limit(query.limit()).toList();
  }

  @Override
  public synchronized long count(Query query, long atMost) {
    return Math.min(atMost, found(query).size());
  }

  private List<Row> found(Query query) {
    Comparator<Cursor> order =
        Comparator.comparing(Cursor::day)
            .thenComparing(Cursor::right, Comparator.comparingLong(RightId::number))
            .thenComparing(Cursor::key);
    if (!query.organisation().equals(organisation)) {
      return List.of();
    }
    return kept.stream()
        .filter(one ->
            switch (query.show()) {
              case RUNNING -> one.row().state().equals(state(query.show()));
              case MISSED -> one.row().state().equals(state(query.show())) && !one.beforeRecord();
            })
        .map(Kept::row)
        .filter(row -> query.until().map(day -> !day(row, query).isAfter(day)).orElse(true))
        .filter(row -> query.assigned().map(row.assigned()::equals).orElse(true))
        .filter(row -> query.right().map(row.right()::equals).orElse(true))
        .filter(row -> query.rule().map(row.rule()::equals).orElse(true))
        .filter(row ->
            query
                .after()
                .map(after -> order.compare(row.cursor(query.show()), after) > 0)
                .orElse(true))
        .sorted(Comparator.comparing(row -> row.cursor(query.show()), order))
        .toList();
  }

  private static String state(Show show) {
    return switch (show) {
      case RUNNING -> new State.Running(0).code();
      case MISSED -> new State.Missed(LocalDate.EPOCH, Optional.empty(), List.of()).code();
    };
  }

  private static LocalDate day(Row row, Query query) {
    return row.cursor(query.show()).day();
  }

  @Override
  public synchronized List<Long> weeks(OrganisationId of, LocalDate from, int weeks) {
    List<Long> counts = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      LocalDate first = from.plusWeeks(week);
      counts.add(
          found(Query.of(of, Show.RUNNING, 1)).stream()
              .filter(
                  row -> !row.warnBy().isBefore(first) && row.warnBy().isBefore(first.plusWeeks(1)))
              .count());
    }
    return counts;
  }

  @Override
  public synchronized List<DocketBoard.Kept> limits(OrganisationId of, LocalDate since) {
    Map<String, List<Kept>> groups = new TreeMap<>();
    for (Kept one : kept) {
      boolean office =
          one.row().kind().equals("office-limit") || one.row().kind().equals("service-target");
      boolean decided = List.of("met", "running", "over").contains(one.row().state());
      if (of.equals(organisation) && office && decided && !one.row().eventOn().isBefore(since)) {
        groups
            .computeIfAbsent(
                one.row().rule() + " " + one.row().eventOn().withDayOfMonth(1),
                _ -> new ArrayList<>())
            .add(one);
      }
    }
    return groups.values().stream().map(MemoryDocketBoard::limits).toList();
  }

  private static DocketBoard.Kept limits(List<Kept> group) {
    List<Long> days =
        group.stream()
            .flatMap(one -> one.doneOn().map(done -> done.toEpochDay() - one.eventDay()).stream())
            .sorted()
            .toList();
    Row first = group.getFirst().row();
    return new DocketBoard.Kept(
        first.rule(),
        first.eventOn().withDayOfMonth(1),
        group.size(),
        group.stream().filter(one -> one.doneOn().isPresent() && !one.late()).count(),
        group.stream().filter(one -> one.doneOn().isPresent() && one.late()).count(),
        group.stream().filter(one -> one.row().state().equals("running")).count(),
        group.stream().filter(one -> one.row().state().equals("over")).count(),
        at(days, 5),
        at(days, 9));
  }

  /// The first of the sorted days that so many tenths of them do not exceed.
  private static Optional<Long> at(List<Long> days, int tenths) {
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(days.get((days.size() * tenths + 9) / 10 - 1));
  }

  @Override
  public synchronized List<Broken> broken(OrganisationId of, int limit) {
    return Objects.equals(of, organisation) ? broken.stream().limit(limit).toList() : List.of();
  }
}
