package org.zhiheng.jobs.administer.customs;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Question;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Act;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The customs duty desk: writes recordals down, takes notices in, has two persons decide on each,
/// and keeps the clocks of the docket in step. Safe for many threads.
public final class CustomsDesk {

  private static final int TEXT_MAX = CustomsChecks.TEXT_MAX;
  private static final int NUMBER_MAX = 64;
  static final String SECURITY = "cn.customs.security";
  private static final String RENEWAL = "cn.customs.recordal-renewal";

  private final CustomsActs acts;
  private final DocketDesk docket;
  private final Customs customs;
  private final AuditTrail trail;

  /// Over these stores.
  public CustomsDesk(Records records, DocketDesk docket, Customs customs, AuditTrail trail) {
    this.acts = new CustomsActs(records, docket);
    this.docket = docket;
    this.customs = customs;
    this.trail = trail;
  }

  /// The day at the office.
  public LocalDate today() {
    return docket.today();
  }

  /// A clock.
  ///
  /// @param due the safe date, or the warning date where there is none
  /// @param latestArguable the latest that could be argued
  /// @param status certain, provisional or unknown
  /// @param daysLeft from today; below 0 when it is over
  public record Clock(
      String rule, LocalDate due, LocalDate latestArguable, String status, long daysLeft) {}

  /// Where a notice stands.
  public enum Standing {
    /// 逾期: nobody applied in time.
    MISSED,
    /// 待提议
    OPEN,
    /// 待复核签发
    PROPOSED,
    /// 逾期申请: applied for, too late.
    LATE,
    /// 已申请
    REQUESTED,
    /// 不申请
    DECLINED;

    /// `proposed`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A notice with where it stands.
  ///
  /// @param missed whether the last day to apply passed without an application or a reason against
  /// @param security the last day to apply and give security
  /// @param detention from the day the goods are held: finding, release; empty while they are not
  /// @param findings what a person should see
  public record Shown(
      Customs.Kept kept,
      Standing state,
      boolean missed,
      Clock security,
      List<Clock> detention,
      List<Finding> findings) {

    /// Copies the lists.
    public Shown {
      detention = List.copyOf(detention);
      findings = List.copyOf(findings);
    }
  }

  /// The last day of a recordal that takes effect on a day, as the rule of its renewal counts it.
  ///
  /// @throws ProblemsException when the rule does not reach that day
  public LocalDate last(LocalDate first) {
    Answer answer = docket.law(docket.today()).compute(Question.of(RENEWAL, first)).orThrow();
    return answer.due().orElse(answer.warnBy());
  }

  /// Writes a recordal down, new or changed, and records that on the right. The same one written
  /// down again changes nothing.
  ///
  /// @param on the day of the change; of a new number its first day counts
  /// @throws ProblemsException naming all that is refused
  /// @throws IOException when the record cannot be written
  public Customs.Recorded record(Acting acting, Recordal recordal, LocalDate on)
      throws IOException {
    acting.must(Permission.RECORD);
    List<Problem> problems = new ArrayList<>();
    CustomsChecks.filled(problems, "number", recordal.number(), NUMBER_MAX);
    if (recordal.last().isBefore(recordal.first())) {
      problems.add(
          Problem.of(
              "date-out-of-range",
              "last",
              recordal.last().toString(),
              "A recordal ends on no earlier day than it begins, " + recordal.first() + "."));
    }
    CustomsChecks.counted(problems, "first", recordal.first());
    CustomsChecks.counted(problems, "last", recordal.last());
    recordal.guarantee().ifPresent(one -> CustomsChecks.counted(problems, "until", one.until()));
    if (recordal.goods().length() > TEXT_MAX
        || recordal.sellers().size() > Recordal.SELLERS_MAX
        || recordal.sellers().stream().anyMatch(one -> one.isBlank() || one.length() > TEXT_MAX)) {
      problems.add(
          Problem.of(
              "limit",
              "",
              "",
              "Goods and each seller have at most "
                  + TEXT_MAX
                  + " characters, and there are at most "
                  + Recordal.SELLERS_MAX
                  + " sellers, none without a name."));
    }
    recordal
        .guarantee()
        .ifPresent(one -> {
          CustomsChecks.filled(problems, "guarantee", one.number(), NUMBER_MAX);
          CustomsChecks.positive(problems, "guarantee", one.amount());
        });
    Optional<Customs.Recorded> was = customs.recordal(acting.organisation(), recordal.number());
    if (was.isPresent() && !was.get().recordal().right().equals(recordal.right())) {
      problems.add(
          Problem.of(
              "customs-number-taken",
              "number",
              recordal.number(),
              "This recordal is of another right, " + was.get().recordal().right() + "."));
    }
    CustomsChecks.refuse(problems);
    acts.own(acting, recordal.right());
    if (was.isPresent() && was.get().recordal().equals(recordal)) {
      return was.get();
    }
    if (was.isEmpty()) {
      acts.act(
          acting,
          recordal.right(),
          Act.RECORDAL_TAKES_EFFECT,
          recordal.first(),
          recordal.number(),
          "");
    } else {
      boolean renewed = recordal.last().isAfter(was.get().recordal().last());
      acts.act(
          acting,
          recordal.right(),
          renewed ? Act.RECORDAL_RENEWED : Act.RECORDAL_CHANGED,
          on,
          recordal.number(),
          "");
    }
    Instant now = now();
    Customs.Recorded recorded = customs.record(acting.organisation(), recordal, acting.name(), now);
    told(acting, now, "customs-record", recordal.number(), recordal.right().toString());
    return recorded;
  }

  /// The recordals, by number.
  ///
  /// @param limit 1 or more
  public List<Customs.Recorded> recordals(Acting acting, int limit) {
    acting.must(Permission.READ);
    return customs.recordals(acting.organisation(), limit);
  }

  /// Takes a notice in; its clock starts on the docket of the right. One that comes in too late is
  /// kept too.
  ///
  /// @throws ProblemsException naming all that is refused
  /// @throws IOException when the record cannot be written
  public Shown take(Acting acting, Notice notice) throws IOException {
    acting.must(Permission.RECORD);
    List<Problem> problems = new ArrayList<>();
    CustomsChecks.filled(problems, "port", notice.port(), TEXT_MAX);
    CustomsChecks.filled(problems, "goods", notice.goods(), TEXT_MAX);
    CustomsChecks.filled(problems, "shipper", notice.shipper(), TEXT_MAX);
    if (notice.quantity().length() > TEXT_MAX) {
      problems.add(
          Problem.of(
              "limit", "quantity", "", "At most " + TEXT_MAX + " characters for the quantity."));
    }
    notice.worth().ifPresent(worth -> CustomsChecks.positive(problems, "worth", worth));
    if (notice.day().isAfter(today())) {
      problems.add(CustomsChecks.future("day", notice.day(), today()));
    }
    docket
        .law(today())
        .compute(Question.of(SECURITY, notice.day()))
        .refusal()
        .ifPresent(problem -> problems.add(problem.at("day")));
    CustomsChecks.refuse(problems);
    acts.own(acting, notice.right());
    Instant now = now();
    Customs.Kept kept = customs.keep(acting.organisation(), notice, acting.name(), now);
    told(acting, now, "customs-notice", kept.id().toString(), notice.right().toString());
    acts.noticed(acting, kept);
    return show(acting, kept.id());
  }

  /// Takes a step. A step that was broken off is made good by taking it again.
  ///
  /// @throws ProblemsException `not-found`, `customs-done`, `customs-not-proposed`,
  ///   `customs-second-person`, `customs-no-security`, `customs-lawful-shipment`, `required`,
  ///   `date-out-of-range`
  /// @throws IOException when the record cannot be written
  public Shown step(Acting acting, Customs.Id id, Step step) throws IOException {
    acting.must(Permission.RECORD);
    Customs.Kept kept = kept(acting, id);
    if (step.on().isAfter(today()) || step.on().isBefore(kept.notice().day())) {
      throw new ProblemsException(
          step.on().isAfter(today())
              ? CustomsChecks.future("on", step.on(), today())
              : Problem.of(
                  "date-out-of-range",
                  "on",
                  step.on().toString(),
                  "Nothing is done before the notice, " + kept.notice().day() + "."));
    }
    allowed(acting, kept, step);
    Instant now = now();
    if (customs.step(acting.organisation(), id, step, acting.name(), now)) {
      told(acting, now, "customs-" + step.code(), id.toString(), text(step));
    }
    Customs.Kept after = kept(acting, id);
    EventId notice = acts.noticed(acting, after);
    String concerns = notice.toString();
    RightId right = after.notice().right();
    switch (step) {
      case Step.Propose _, Step.Secure _ -> {}
      case Step.Sign _ -> {
        Step signed = after.signed().orElseThrow(() -> CustomsChecks.done(after)).step();
        acts.act(acting, right, Act.DETENTION_REQUESTED, signed.on(), id.toString(), concerns);
      }
      case Step.Detained _ -> {
        Step held = after.detained().orElseThrow(() -> CustomsChecks.done(after)).step();
        acts.act(acting, right, Act.CUSTOMS_DETENTION, held.on(), id.toString(), concerns);
      }
      case Step.Decline _ -> {
        Customs.Taken declined = after.declined().orElseThrow(() -> CustomsChecks.done(after));
        acts.closed(acting, after, notice, id + ": " + text(declined.step()));
      }
    }
    return show(acting, id);
  }

  /// Refuses a step that is not due. One that was taken already is not refused: its record is made
  /// good.
  private void allowed(Acting acting, Customs.Kept kept, Step step) {
    switch (step) {
      case Step.Propose propose -> {
        CustomsChecks.limited(propose.text());
        CustomsChecks.ended(kept);
        if (kept.proposed().isPresent()) {
          throw CustomsChecks.done(kept);
        }
      }
      case Step.Secure secure -> {
        List<Problem> problems = new ArrayList<>();
        CustomsChecks.positive(problems, "amount", secure.amount());
        CustomsChecks.refuse(problems);
        if (kept.declined().isPresent()) {
          throw CustomsChecks.done(kept);
        }
      }
      case Step.Sign sign -> {
        CustomsChecks.limited(sign.text());
        if (kept.signed().isEmpty()) {
          signing(acting, kept, sign);
        }
      }
      case Step.Decline decline -> {
        if (decline.text().isBlank() || decline.text().length() > TEXT_MAX / 2) {
          throw new ProblemsException(
              Problem.of(
                  "required",
                  "text",
                  decline.text().isBlank() ? "" : decline.text().length() + " characters",
                  "Say why nobody applies, in 1 to " + TEXT_MAX / 2 + " characters."));
        }
        if (kept.declined().isEmpty()) {
          CustomsChecks.ended(kept);
        }
      }
      case Step.Detained _ -> {}
    }
  }

  private void signing(Acting acting, Customs.Kept kept, Step.Sign sign) {
    CustomsChecks.ended(kept);
    Customs.Taken proposed =
        kept.proposed()
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of(
                        "customs-not-proposed",
                        "",
                        kept.id().toString(),
                        "Somebody proposes to apply first.")));
    List<Problem> problems = new ArrayList<>();
    if (CustomsChecks.samePerson(proposed.by(), acting.name())) {
      problems.add(
          Problem.of(
              "customs-second-person",
              "",
              acting.name(),
              "Who proposed to apply does not sign; a second person does."));
    }
    List<Recordal> recordals = of(acting, kept.notice().right());
    if (given(kept).isEmpty() && Findings.guaranteed(recordals, sign.on()).isEmpty()) {
      problems.add(
          Problem.of(
              "customs-no-security",
              "",
              kept.id().toString(),
              "Give security first: no general guarantee stands on " + sign.on() + "."));
    }
    if (Findings.authorised(kept.notice(), recordals).isPresent() && sign.text().isBlank()) {
      problems.add(
          Problem.of(
              "customs-lawful-shipment",
              "text",
              kept.notice().shipper(),
              "The shipper is an authorised seller; who signs all the same says why."));
    }
    CustomsChecks.refuse(problems);
  }

  /// One notice.
  ///
  /// @throws ProblemsException `not-found`
  public Shown show(Acting acting, Customs.Id id) {
    acting.must(Permission.READ);
    return shown(acting, kept(acting, id));
  }

  /// The duty list: of the newest notices, those that nobody decided on first, by the days that are
  /// left.
  ///
  /// @param limit 1 or more
  public List<Shown> list(Acting acting, int limit) {
    acting.must(Permission.READ);
    return customs.page(acting.organisation(), Optional.empty(), limit).stream()
        .map(kept -> shown(acting, kept))
        .sorted(
            Comparator.comparingInt((Shown shown) -> place(shown.state()))
                .thenComparing(shown -> shown.security().due())
                .thenComparing(shown -> shown.kept().id()))
        .toList();
  }

  /// Whether this one proposed to apply, by whatever door, and so may not sign.
  public boolean proposed(Acting acting, Customs.Kept kept) {
    return kept.proposed()
        .filter(proposed -> CustomsChecks.samePerson(proposed.by(), acting.name()))
        .isPresent();
  }

  private static int place(Standing state) {
    return switch (state) {
      case OPEN, PROPOSED -> 0;
      case MISSED -> 1;
      case LATE, REQUESTED, DECLINED -> 2;
    };
  }

  private Shown shown(Acting acting, Customs.Kept kept) {
    LocalDate today = today();
    Clock security = clock(SECURITY, kept.notice().day());
    LocalDate last = security.latestArguable();
    Optional<LocalDate> signed = kept.signed().map(taken -> taken.step().on());
    Optional<LocalDate> declined = kept.declined().map(taken -> taken.step().on());
    boolean missed = signed.or(() -> declined).orElse(today).isAfter(last);
    Standing state;
    if (signed.isPresent()) {
      state = missed ? Standing.LATE : Standing.REQUESTED;
    } else if (declined.isPresent()) {
      state = Standing.DECLINED;
    } else if (missed) {
      state = Standing.MISSED;
    } else {
      state = kept.proposed().isPresent() ? Standing.PROPOSED : Standing.OPEN;
    }
    return new Shown(
        kept,
        state,
        missed,
        security,
        kept.detained().map(taken -> detention(taken.step().on())).orElse(List.of()),
        Findings.of(
            kept.notice(),
            of(acting, kept.notice().right()),
            given(kept),
            signed.or(() -> declined).orElse(today)));
  }

  private List<Clock> detention(LocalDate held) {
    return Stream.of(
            "cn.customs.finding",
            "cn.customs.release-on-application",
            "cn.customs.release-ex-officio")
        .map(rule -> clock(rule, held))
        .toList();
  }

  private Clock clock(String rule, LocalDate event) {
    LocalDate today = today();
    Answer answer = docket.law(today).compute(Question.of(rule, event)).orThrow();
    LocalDate due = answer.due().orElse(answer.warnBy());
    return new Clock(
        rule,
        due,
        answer.latestArguable(),
        answer.status().toString(),
        ChronoUnit.DAYS.between(today, due));
  }

  private List<Recordal> of(Acting acting, RightId right) {
    return customs.recordals(acting.organisation(), right).stream()
        .map(Customs.Recorded::recordal)
        .toList();
  }

  private static List<Money> given(Customs.Kept kept) {
    List<Money> given = new ArrayList<>();
    for (Customs.Taken taken : kept.steps()) {
      if (taken.step() instanceof Step.Secure secure) {
        given.add(secure.amount());
      }
    }
    return given;
  }

  private Customs.Kept kept(Acting acting, Customs.Id id) {
    return customs
        .find(acting.organisation(), id)
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", id.toString(), "There is no such notice.")));
  }

  private static String text(Step step) {
    return switch (step) {
      case Step.Propose propose -> propose.text();
      case Step.Secure secure -> secure.amount().toString();
      case Step.Sign sign -> sign.text();
      case Step.Decline decline -> decline.text();
      case Step.Detained detained -> detained.on().toString();
    };
  }

  private Instant now() {
    return docket.now().truncatedTo(ChronoUnit.MICROS);
  }

  private void told(Acting acting, Instant now, String what, String id, String text) {
    trail.keep(new AuditTrail.Entry(now, acting.organisation(), acting.name(), what, id, text));
  }
}
