package org.zhiheng.jobs.administer;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.fee.FeeBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// The deadlines of rights, as people work with them: listed, closed with a reason, given to
/// somebody. Safe for many threads.
public final class DocketDesk {

  private final Records records;
  private final DocketNotes notes;
  private final Deadlines deadlines;
  private final Docketing docketing;
  private final Upkeep upkeep;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// The law as it was known on the day asked last: making it costs more than asking it.
  private final AtomicReference<Optional<KnownLaw>> known = new AtomicReference<>(Optional.empty());

  /// Over these stores, with the law that the program brings.
  ///
  /// @throws org.zhiheng.values.ProblemsException when the rules do not read
  public DocketDesk(Records records, DocketNotes notes, AuditTrail trail, InstantSource clock) {
    this.records = records;
    this.notes = notes;
    this.deadlines = Deadlines.load();
    this.docketing = Docketing.of(deadlines.book(), deadlines.calendar().zone());
    this.upkeep = new Upkeep(FeeBook.load());
    this.trail = trail;
    this.clock = clock;
  }

  /// The rules and the calendar.
  public Deadlines deadlines() {
    return deadlines;
  }

  /// Now.
  public Instant now() {
    return clock.instant();
  }

  /// All that was said of a right's deadlines, oldest first.
  public List<DocketNotes.Note> notes(Acting acting, RightId right) {
    acting.must(Permission.READ);
    return notes.of(acting.organisation(), right);
  }

  /// The day at the office.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), deadlines.calendar().zone());
  }

  /// The law as it is known on a day.
  public KnownLaw law(LocalDate asOf) {
    Optional<KnownLaw> last = known.get().filter(law -> law.asOf().equals(asOf));
    if (last.isPresent()) {
      return last.get();
    }
    KnownLaw law = deadlines.knownOn(asOf);
    known.set(Optional.of(law));
    return law;
  }

  /// All deadlines of one right on a day; empty when the acting one may not see it.
  ///
  /// @param on the day that is asked from, and what was known on it
  public Optional<Docket> docket(Acting acting, RightId right, LocalDate on) {
    return records.show(acting, right).map(file -> docket(acting, file, on));
  }

  private Docket docket(Acting acting, RightFile file, LocalDate on) {
    return docketing.of(
        file.record().kind(),
        file.record().office(),
        file.record().events(),
        law(on),
        notes.closings(acting.organisation(), file.record().id()),
        on);
  }

  /// What keeps a right alive on a day; empty when the acting one may not see it.
  ///
  /// @param terms of which no relief says: as the record of the right says
  public Optional<FeesDue> fees(Acting acting, RightId right, Upkeep.Terms terms) {
    return records
        .show(acting, right)
        .map(file -> {
          Optional<FeeRelief> relief = FeeRelief.on(file.record().events(), terms.on());
          return upkeep
              .due(
                  file.right(),
                  docket(acting, file, terms.on()),
                  law(terms.on()),
                  FeeRelief.terms(relief, terms))
              .with(relief);
        });
  }

  /// What must be paid for all rights.
  ///
  /// @param until fees that are due later are left out
  public void payments(
      Acting acting,
      DocketBoard board,
      Upkeep.Terms terms,
      LocalDate until,
      PaymentList.Taker taker) {
    acting.must(Permission.READ);
    new PaymentList(board, docketing, upkeep)
        .each(acting.organisation(), law(terms.on()), terms, until, taker);
  }

  /// The same for some rights.
  ///
  /// @return the next ones; empty at the end
  public Optional<Part> payments(
      Acting acting,
      DocketBoard board,
      Upkeep.Terms terms,
      LocalDate until,
      Part part,
      PaymentList.Taker taker) {
    acting.must(Permission.READ);
    return new PaymentList(board, docketing, upkeep)
        .part(acting.organisation(), law(terms.on()), terms, until, part, taker);
  }

  /// Takes a deadline off the docket, puts it back, or gives it to somebody.
  ///
  /// @param text why, or to whom; must not be blank
  /// @return the docket as it is then; `not-found` without such a right or deadline, `required`
  ///   without a text
  public Parsed<Docket> note(
      Acting acting, RightId right, String key, DocketNotes.What what, String text) {
    acting.must(Permission.RECORD);
    Optional<Docket> before = docket(acting, right, today());
    if (before.isEmpty()) {
      return Parsed.refused("not-found", right.toString(), "The register has no such right.");
    }
    if (before.get().deadlines().stream().noneMatch(one -> one.key().equals(key))) {
      return Parsed.refused("not-found", key, "The right has no such deadline.");
    }
    String said = text.strip();
    if (said.isEmpty() || said.length() > Closing.REASON_MAX) {
      return Parsed.refused(
          "required",
          said.isEmpty() ? "" : said.length() + " characters",
          "Say why, in 1 to " + Closing.REASON_MAX + " characters.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    notes.keep(
        new DocketNotes.Note(acting.organisation(), right, key, what, said, acting.name(), now));
    trail.keep(
        new AuditTrail.Entry(
            now,
            acting.organisation(),
            acting.name(),
            "deadline-" + what.code(),
            right + " " + key,
            said));
    return Parsed.ok(docket(acting, right, today()).orElseThrow());
  }

  /// Notes that a list was taken out.
  ///
  /// @param what such as `receipts`
  public void takenOut(Acting acting, String what) {
    acting.must(Permission.EXPORT);
    trail.keep(
        new AuditTrail.Entry(
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            acting.organisation(),
            acting.name(),
            "export",
            what,
            ""));
  }

  /// The same for many deadlines at once, one after the other: what one refuses does not hold up
  /// the rest.
  ///
  /// @return what was refused, each at its name
  public List<Problem> noteAll(
      Acting acting, List<DeadlineName> deadlines, DocketNotes.What what, String text) {
    List<Problem> problems = new ArrayList<>();
    for (DeadlineName one : deadlines) {
      note(acting, one.right(), one.key(), what, text)
          .refusal()
          .ifPresent(problem -> problems.add(problem.at(one.toString())));
    }
    return problems;
  }
}
