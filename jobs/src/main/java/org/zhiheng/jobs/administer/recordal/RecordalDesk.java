package org.zhiheng.jobs.administer.recordal;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.Question;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.jobs.examine.assignment.CoAssignmentList;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The change desk: takes requests in, checks them at the gates, starts their clocks, lists what is
/// to be done by the time that is left. Safe for many threads.
public final class RecordalDesk {

  private static final int TEXT_MAX = 2_000;

  private final Records records;
  private final DocketDesk docket;
  private final Recordals recordals;
  private final Siblings siblings;
  private final AuditTrail trail;

  /// Over these stores.
  public RecordalDesk(
      Records records,
      DocketDesk docket,
      Recordals recordals,
      Siblings siblings,
      AuditTrail trail) {
    this.records = records;
    this.docket = docket;
    this.recordals = recordals;
    this.siblings = siblings;
    this.trail = trail;
  }

  /// The day at the office.
  public LocalDate today() {
    return docket.today();
  }

  /// Finds the marks that an assignment or a pledge leaves behind.
  @FunctionalInterface
  public interface Siblings {

    /// What is left behind; empty where it cannot be said.
    Optional<CoAssignmentList> of(
        Acting acting, Set<RightId> marks, CoAssignmentList.Purpose purpose);
  }

  /// A clock of the office.
  ///
  /// @param due the safe date, or the warning date where there is none
  /// @param status certain, provisional or unknown
  /// @param daysLeft from today; below 0 when it is over
  public record Clock(String rule, LocalDate due, String status, long daysLeft) {}

  /// What a request comes to today.
  public record Checked(
      Request request, Gate.Outcome verdict, List<Gate> gates, List<Clock> clock) {}

  /// Where a request stands.
  public enum Standing {
    /// 不予受理：a gate stopped it.
    STOPPED,
    /// 待人工核对: a person must look.
    OPEN,
    /// 待启动: every gate passed, the clock is not on the docket yet.
    READY,
    /// 办理中
    RUNNING,
    /// 已办结
    DONE,
    /// 超期: its time is over, and no act is on record.
    OVER,
    /// 已启动: no clock is published for it.
    STARTED;

    /// `running`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A request with where it stands.
  public record Shown(Recordals.Kept kept, Standing state, List<Clock> clock) {

    /// The days that are left of its shortest clock.
    public Optional<Long> daysLeft() {
      return clock.stream().map(Clock::daysLeft).min(Long::compareTo);
    }
  }

  /// Checks a request; nothing is kept.
  ///
  /// @throws ProblemsException naming all that is refused
  public Checked check(Acting acting, Request request) {
    acting.must(Permission.READ);
    List<Problem> problems = new ArrayList<>();
    if (request.rights().isEmpty() || request.rights().size() > Request.RIGHTS_MAX) {
      problems.add(
          Problem.of(
              "limit",
              "rights",
              Integer.toString(request.rights().size()),
              "A request names 1 to " + Request.RIGHTS_MAX + " rights."));
    }
    if (request.from().isBlank()) {
      problems.add(
          Problem.of("required", "from", "", "Say who owns the rights, as the request does."));
    }
    for (String country : List.of(request.fromCountry(), request.toCountry())) {
      if (!country.matches("[A-Z]{2}")) {
        problems.add(
            Problem.of("country", "", country, "A country is two capital letters, such as CN."));
      }
    }
    if ((request.from() + request.to() + request.signed() + request.consents()).length()
        > TEXT_MAX) {
      problems.add(
          Problem.of("limit", "", "", "Names together have at most " + TEXT_MAX + " characters."));
    }
    Map<RightId, RightFile> files = new LinkedHashMap<>();
    for (RightId right : request.rights()) {
      records
          .show(acting, right)
          .ifPresentOrElse(
              file -> files.put(right, file),
              () ->
                  problems.add(
                      Problem.of(
                          "not-found",
                          "rights",
                          right.toString(),
                          "The register has no such right.")));
    }
    long families =
        files.values().stream().map(file -> file.record().kind().family()).distinct().count();
    if (families > 1) {
      problems.add(
          Problem.of(
              "recordal-mixed",
              "rights",
              request.rights().toString(),
              "Patents and marks are requested apart."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    List<Gate> gates =
        Gates.of(
            request,
            files.entrySet().stream()
                .map(entry -> new Gates.Found(entry.getKey(), entry.getValue().right()))
                .toList(),
            siblings(acting, request, files));
    return new Checked(
        request, Gate.verdict(gates), gates, clocks(request, files.values().iterator().next()));
  }

  private Optional<CoAssignmentList> siblings(
      Acting acting, Request request, Map<RightId, RightFile> files) {
    Set<RightId> marks = new LinkedHashSet<>();
    files.forEach((id, file) -> {
      if (file.record().kind().family() == RightKind.Family.MARK) {
        marks.add(id);
      }
    });
    if (marks.isEmpty()) {
      return Optional.empty();
    }
    return switch (request.kind()) {
      case ASSIGNMENT -> siblings.of(acting, marks, CoAssignmentList.Purpose.ASSIGNMENT);
      case PLEDGE -> siblings.of(acting, marks, CoAssignmentList.Purpose.PLEDGE);
      case CHANGE, LICENCE -> Optional.empty();
    };
  }

  private List<Clock> clocks(Request request, RightFile one) {
    LocalDate today = docket.today();
    KnownLaw law = docket.law(today);
    List<Clock> clocks = new ArrayList<>();
    request
        .kind()
        .clock(one.record().kind())
        .flatMap(clock ->
            law.compute(Question.of(clock.rule(), request.filedOn()))
                .found()
                .map(answer -> clock(clock.rule(), answer, today)))
        .ifPresent(clocks::add);
    return clocks;
  }

  private static Clock clock(String rule, Answer answer, LocalDate today) {
    LocalDate due = answer.due().orElse(answer.warnBy());
    return new Clock(rule, due, answer.status().toString(), ChronoUnit.DAYS.between(today, due));
  }

  /// Takes a request in. Where every gate passes, its clock starts on the docket of each right.
  ///
  /// @param replaces the stopped one that it mends
  /// @throws ProblemsException naming all that is refused
  /// @throws IOException when the record cannot be written
  public Shown file(Acting acting, Request request, Optional<Recordals.Id> replaces)
      throws IOException {
    acting.must(Permission.RECORD);
    if (replaces.isPresent()) {
      Recordals.Kept old = kept(acting, replaces.get());
      if (old.started().isPresent()) {
        throw new ProblemsException(
            Problem.of(
                "recordal-started",
                "replaces",
                replaces.get().toString(),
                "Its clock runs; what is under way is not replaced."));
      }
    }
    if (request.filedOn().isAfter(docket.today())) {
      throw new ProblemsException(
          Problem.of(
              "date-out-of-range",
              "filedOn",
              request.filedOn().toString(),
              "A request that is kept reached the office today, "
                  + docket.today()
                  + ", or before."));
    }
    Checked checked = check(acting, request);
    Instant now = now();
    Recordals.Kept kept =
        recordals.keep(
            acting.organisation(),
            request,
            checked.verdict(),
            RecordalJson.text(checked.gates()),
            replaces,
            acting.name(),
            now);
    told(acting, now, "recordal-file", kept.id(), checked.verdict().code());
    if (checked.verdict() == Gate.Outcome.PASSED) {
      started(acting, kept, "");
    }
    return show(acting, kept.id());
  }

  /// Lets a request pass that the record alone could not, and starts its clock. One that was
  /// stopped is not started; starting twice changes nothing.
  ///
  /// @param reason what was looked at, and found
  /// @throws ProblemsException `not-found`, `recordal-stopped`, `required`
  /// @throws IOException when the record cannot be written
  public Shown start(Acting acting, Recordals.Id id, String reason) throws IOException {
    acting.must(Permission.RECORD);
    Recordals.Kept kept = kept(acting, id);
    if (reason.isBlank() || reason.length() > TEXT_MAX) {
      throw new ProblemsException(
          Problem.of(
              "required",
              "reason",
              reason.isBlank() ? "" : reason.length() + " characters",
              "Say what was looked at, in 1 to " + TEXT_MAX + " characters."));
    }
    Checked today = check(acting, kept.request());
    if (kept.started().isEmpty() && today.verdict() == Gate.Outcome.STOPPED) {
      throw new ProblemsException(
          today.gates().stream()
              .filter(gate -> gate.outcome() == Gate.Outcome.STOPPED)
              .map(gate ->
                  Problem.of("recordal-stopped", gate.name().code(), id.toString(), gate.en()))
              .toList());
    }
    started(acting, kept, reason.strip());
    return show(acting, id);
  }

  /// The acts come first: a start that was broken off is made good by starting again.
  private void started(Acting acting, Recordals.Kept kept, String reason) throws IOException {
    for (RightId right : kept.request().rights()) {
      RightFile file = records.show(acting, right).orElseThrow();
      Optional<RecordalKind.OfficeClock> clock = kept.request().kind().clock(file.record().kind());
      if (clock.isEmpty()) {
        continue;
      }
      Map<String, String> fields = new TreeMap<>();
      fields.put("act", clock.get().act().code());
      fields.put("text", kept.id().toString());
      Recording recording =
          records.record(
              acting,
              right,
              FactKind.ACTED,
              kept.request().filedOn(),
              fields,
              Optional.empty(),
              Optional.empty());
      switch (recording) {
        case Recording.Done _, Recording.Unchanged _ -> {}
        case Recording.Refused refused -> throw new ProblemsException(refused.problems());
        case Recording.NotFound _ ->
            throw new ProblemsException(
                Problem.of(
                    "not-found",
                    "rights",
                    right.toString(),
                    "There is no such right of one's own."));
        case Recording.Stale _ ->
            throw new ProblemsException(
                Problem.of("stale", "rights", right.toString(), "Others write to it; try again."));
      }
    }
    Instant now = now();
    if (recordals.start(acting.organisation(), kept.id(), reason, acting.name(), now)) {
      told(acting, now, "recordal-start", kept.id(), reason);
    }
  }

  /// One request.
  ///
  /// @throws ProblemsException `not-found`
  public Shown show(Acting acting, Recordals.Id id) {
    acting.must(Permission.READ);
    return shown(acting, kept(acting, id));
  }

  private Recordals.Kept kept(Acting acting, Recordals.Id id) {
    return recordals
        .find(acting.organisation(), id)
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", id.toString(), "There is no such request.")));
  }

  /// The work list: of the newest requests, those with the least time left first, then those that
  /// wait for somebody, then those that are over and done.
  ///
  /// @param limit 1 or more
  public List<Shown> list(Acting acting, int limit) {
    acting.must(Permission.READ);
    return recordals.page(acting.organisation(), Optional.empty(), limit).stream()
        .map(kept -> shown(acting, kept))
        .sorted(
            java.util.Comparator.comparingInt((Shown shown) -> place(shown.state()))
                .thenComparingLong(shown -> shown.daysLeft().orElse(Long.MAX_VALUE))
                .thenComparing(shown -> shown.kept().id()))
        .toList();
  }

  private static int place(Standing state) {
    return switch (state) {
      case OVER -> 0;
      case RUNNING, READY -> 1;
      case OPEN -> 2;
      case STOPPED -> 3;
      case STARTED -> 4;
      case DONE -> 5;
    };
  }

  private Shown shown(Acting acting, Recordals.Kept kept) {
    Optional<RightFile> first = records.show(acting, kept.request().rights().getFirst());
    List<Clock> clocks = first.map(file -> clocks(kept.request(), file)).orElse(List.of());
    if (kept.started().isEmpty()) {
      return new Shown(
          kept,
          switch (kept.verdict()) {
            case STOPPED -> Standing.STOPPED;
            case NO_SOURCE -> Standing.OPEN;
            case PASSED -> Standing.READY;
          },
          clocks);
    }
    if (clocks.isEmpty()) {
      return new Shown(kept, Standing.STARTED, clocks);
    }
    return new Shown(kept, running(acting, kept, clocks.getFirst()), clocks);
  }

  /// The worst of its rights.
  private Standing running(Acting acting, Recordals.Kept kept, Clock clock) {
    boolean all = true;
    boolean over = false;
    for (RightId right : kept.request().rights()) {
      Set<EventId> acts = acts(acting, right, kept);
      Optional<State> state =
          docket.docket(acting, right, docket.today()).stream()
              .flatMap(one -> one.deadlines().stream())
              .filter(deadline ->
                  deadline.question().rule().equals(clock.rule())
                      && deadline.trigger().filter(acts::contains).isPresent())
              .map(Deadline::state)
              .findFirst();
      if (state.isEmpty()) {
        return Standing.READY;
      }
      switch (state.get()) {
        case State.Met _, State.Settled _, State.Closed _, State.Ended _ -> {}
        case State.Running _ -> all = false;
        case State.Over _, State.Missed _ -> {
          all = false;
          over = true;
        }
      }
    }
    return over ? Standing.OVER : all ? Standing.DONE : Standing.RUNNING;
  }

  /// The events by which this request started its clocks: two requests of one day are told apart.
  private Set<EventId> acts(Acting acting, RightId right, Recordals.Kept kept) {
    Set<EventId> acts = new HashSet<>();
    records
        .show(acting, right)
        .ifPresent(file ->
            file.record()
                .events()
                .forEach(event -> {
                  if (event.fact() instanceof Fact.Acted acted
                      && acted.text().equals(kept.id().toString())) {
                    acts.add(event.id());
                  }
                }));
    return acts;
  }

  private Instant now() {
    return docket.now().truncatedTo(ChronoUnit.MICROS);
  }

  private void told(Acting acting, Instant now, String what, Recordals.Id id, String text) {
    trail.keep(
        new AuditTrail.Entry(now, acting.organisation(), acting.name(), what, id.toString(), text));
  }
}
