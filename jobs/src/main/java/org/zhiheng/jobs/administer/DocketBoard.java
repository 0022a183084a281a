package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The deadlines of all rights, kept so that lists are quick. What stands here follows from events,
/// notes and rules; it is counted anew whenever one of them changes. Safe for many threads and
/// processes.
public interface DocketBoard {

  /// Counts rights anew whose events or notes changed, or whose day has come.
  ///
  /// @param today the day that is asked from
  /// @param most rights
  /// @param reckoner counts one right
  /// @return how many were counted; fewer than `most` when all are up to date
  int refresh(LocalDate today, int most, Reckoner reckoner);

  /// The rules that the rows were counted by: the digest of each, by its id.
  Map<String, String> law();

  /// Takes note of other rules: the rights that have a deadline by one of them, or all, are counted
  /// anew.
  ///
  /// @param changed ids whose digests changed, appeared or went
  /// @param everything whether rights without such a deadline are counted anew too
  void law(Map<String, String> digests, Collection<String> changed, boolean everything);

  /// Rows in the order of their warning dates.
  List<Row> page(Query query);

  /// How many rows the query finds, counted up to `atMost`.
  long count(Query query, long atMost);

  /// How many deadlines run whose warning date lies in each of the weeks that begin on this day.
  List<Long> weeks(OrganisationId organisation, LocalDate from, int weeks);

  /// How offices keep their times: statutory limits and service targets by rule and month of the
  /// event, by rule and month.
  ///
  /// @param since only events of that day or later
  List<Kept> limits(OrganisationId organisation, LocalDate since);

  /// Rights of an organisation in the order of their ids, with all that their dockets are counted
  /// from.
  ///
  /// @param after only rights behind this number; 0 for the first
  /// @param most rights
  List<Case> cases(OrganisationId organisation, long after, int most);

  /// Clocks that could not be counted, with the reason.
  List<Broken> broken(OrganisationId organisation, int limit);

  /// Counts one right.
  interface Reckoner {
    /// The docket of a right that these events tell.
    Docket of(RightKind kind, Office office, List<Event> events, Map<String, Closing> closings);
  }

  /// What a right's docket is counted from.
  ///
  /// @param number as the register shows it
  record Case(
      RightId right,
      String number,
      String title,
      RightKind kind,
      Office office,
      List<Event> events,
      Map<String, Closing> closings) {}

  /// What is asked for.
  ///
  /// @param organisation whose rights
  /// @param show which states
  /// @param until only what must be watched by then: the warning date, of missed ones the latest
  ///   arguable one, is not later
  /// @param assigned only what this person has
  /// @param right only this right's
  /// @param rule only deadlines by this rule
  /// @param after only rows behind this one
  /// @param limit of rows, 1..[#LIMIT_MAX]
  record Query(
      OrganisationId organisation,
      Show show,
      Optional<LocalDate> until,
      Optional<String> assigned,
      Optional<RightId> right,
      Optional<String> rule,
      Optional<Cursor> after,
      int limit) {

    /// Most rows of a page.
    public static final int LIMIT_MAX = 5_000;

    /// @throws IllegalArgumentException when the limit is out of range
    public Query {
      if (limit < 1 || limit > LIMIT_MAX) {
        throw new IllegalArgumentException("limit must be 1.." + LIMIT_MAX + ": " + limit);
      }
    }

    /// The first rows of this kind.
    public static Query of(OrganisationId organisation, Show show, int limit) {
      return new Query(
          organisation,
          show,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          limit);
    }

    /// The same, until a day.
    public Query until(LocalDate day) {
      return new Query(organisation, show, Optional.of(day), assigned, right, rule, after, limit);
    }

    /// The same, of one person.
    public Query of(String person) {
      return new Query(organisation, show, until, Optional.of(person), right, rule, after, limit);
    }

    /// The same, by one rule.
    public Query by(String id) {
      return new Query(organisation, show, until, assigned, right, Optional.of(id), after, limit);
    }

    /// The same, behind a row.
    public Query behind(Cursor row) {
      return new Query(organisation, show, until, assigned, right, rule, Optional.of(row), limit);
    }
  }

  /// Which deadlines are shown.
  enum Show {
    /// Those that run.
    RUNNING,
    /// Those that were missed since the record began.
    MISSED;

    /// `running`
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// A place in the order of rows.
  record Cursor(LocalDate day, RightId right, String key) {}

  /// A deadline in a list.
  ///
  /// @param right whose
  /// @param rightKind what it is
  /// @param title of the right
  /// @param number as the register shows it
  /// @param due the safe date, where there is one
  /// @param status certain, provisional or unknown
  /// @param state see [State#code]
  /// @param assigned to whom it was given; may be empty
  record Row(
      RightId right,
      RightKind rightKind,
      String title,
      String number,
      String key,
      String rule,
      String kind,
      String who,
      LocalDate eventOn,
      Optional<LocalDate> due,
      LocalDate warnBy,
      LocalDate latest,
      String status,
      String state,
      int patentYear,
      String assigned) {

    /// Its place.
    public Cursor cursor(Show show) {
      return new Cursor(
          switch (show) {
            case RUNNING -> warnBy;
            case MISSED -> latest;
          },
          right,
          key);
    }
  }

  /// How a time was kept in a month.
  ///
  /// @param month its first day
  /// @param all clocks that began in it
  /// @param within acts on record on or before the safe date
  /// @param late acts on record after it
  /// @param running clocks that still run
  /// @param over clocks that passed without an act on record
  /// @param median days from the event to the act, of those done: half took no longer
  /// @param ninety days that nine of ten took no longer than
  record Kept(
      String rule,
      LocalDate month,
      long all,
      long within,
      long late,
      long running,
      long over,
      Optional<Long> median,
      Optional<Long> ninety) {

    /// Of those decided, that is done or over, the share within time in whole percent, rounded
    /// down; empty when none is decided.
    public Optional<Long> share() {
      long decided = within + late + over;
      return decided == 0 ? Optional.empty() : Optional.of(within * 100 / decided);
    }
  }

  /// A clock that could not be counted.
  record Broken(
      RightId right, String title, String rule, LocalDate event, String given, String reason) {}
}
