package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.Question;
import org.zhiheng.deadlines.fee.Annuity;
import org.zhiheng.deadlines.fee.AnnuityQuestion;
import org.zhiheng.deadlines.fee.FeeBook;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.deadlines.fee.Ground;
import org.zhiheng.deadlines.fee.PatentKind;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// What it costs to keep a right alive on a day: annual fees with surcharge and reduction, renewals
/// of marks. Pure; holds nothing that changes.
///
/// Fee relief (费减备案) is what the terms say: whoever asks, or the record of the right, see
/// [FeeRelief]; where neither says any, the full fee is asked.
public final class Upkeep {

  private static final String ANNUITY = "cn.patent.annuity";
  private static final String RENEWAL = "cn.mark.renewal";
  private static final String GRACE = "-grace";
  private static final String LATE_FEE = "cn.mark.renewal-late";

  private final FeeBook fees;

  /// Over these fees.
  public Upkeep(FeeBook fees) {
    this.fees = fees;
  }

  /// Relief from annual fees, as the office granted it.
  public enum Relief {
    /// None.
    NONE,
    /// 85 %: one applicant with relief.
    SOLE,
    /// 70 %: several applicants, all with relief.
    JOINT;

    /// `sole`
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a code.
    public static Parsed<Relief> parse(String text) {
      for (Relief relief : values()) {
        if (relief.code().equals(text.strip().toLowerCase(Locale.ROOT))) {
          return Parsed.ok(relief);
        }
      }
      return Parsed.refused("fee-relief", text, "Relief is none, sole or joint.");
    }
  }

  /// What is asked.
  ///
  /// @param relief what the office granted
  /// @param filing how a renewal is filed, where that changes its fee
  /// @param on the day of payment
  public record Terms(Relief relief, Filing filing, LocalDate on) {}

  /// The fees that can be paid on that day: each that is owing, and the next.
  ///
  /// @param docket of the right on that day
  public FeesDue due(Right right, Docket docket, KnownLaw law, Terms terms) {
    List<FeeDue> due = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    boolean ended = false;
    for (Deadline deadline : docket.deadlines()) {
      if (!(deadline.state() instanceof State.Running)
          && !(deadline.state() instanceof State.Missed)) {
        continue;
      }
      if (deadline.question().rule().equals(ANNUITY)) {
        ended |= annuity(right, docket, deadline, law, terms, due, problems);
      } else if (deadline.question().rule().equals(RENEWAL)) {
        ended |= renewal(right, docket, deadline, law, terms, due, problems);
      }
    }
    due.sort(Comparator.comparing(FeeDue::due).thenComparing(FeeDue::key));
    return new FeesDue(next(due, terms.on()), problems, ended, Optional.empty());
  }

  /// All that is owing on the day, and of what is not yet due only the first.
  private static List<FeeDue> next(List<FeeDue> due, LocalDate on) {
    List<FeeDue> kept = new ArrayList<>();
    boolean ahead = false;
    for (FeeDue fee : due) {
      if (!fee.due().isAfter(on)) {
        kept.add(fee);
      } else if (!ahead) {
        kept.add(fee);
        ahead = true;
      }
    }
    return kept;
  }

  private boolean annuity(
      Right right,
      Docket docket,
      Deadline deadline,
      KnownLaw law,
      Terms terms,
      List<FeeDue> due,
      List<Problem> problems) {
    Optional<LocalDate> filed = right.dates().filedOn();
    Optional<LocalDate> granted = right.dates().grantedOn();
    Optional<Answer> grace = grace(deadline, law);
    if (filed.isEmpty()
        || granted.isEmpty()
        || grace.isEmpty()
        || deadline.patentYear().isEmpty()
        || deadline.answer().due().isEmpty()
        || deadline.answer().end().isEmpty()
        || grace.get().due().isEmpty()) {
      problems.add(unknown(deadline));
      return false;
    }
    Parsed<Annuity> found =
        fees.annuity(
            new AnnuityQuestion(
                kind(right.kind()),
                deadline.patentYear().get(),
                Clocks.patentYear(filed.get(), granted.get()),
                deadline.answer().end().get(),
                deadline.answer().due().get(),
                grace.get().due().get(),
                terms.on(),
                grounds(right, terms)));
    return switch (found) {
      case Parsed.Refused<Annuity> refused -> {
        problems.add(refused.problem().at(deadline.key()));
        yield false;
      }
      case Parsed.Ok<Annuity>(Annuity.Ended _) -> lost(docket, deadline, problems);
      case Parsed.Ok<Annuity>(Annuity.Payable fee) -> {
        due.add(
            new FeeDue(
                deadline.key(),
                "annuity",
                deadline.patentYear(),
                deadline.answer().due().get(),
                grace.get().due().get(),
                fee.full(),
                fee.reduced(),
                fee.ground().map(ground -> code(ground)),
                fee.surcharge(),
                fee.total(),
                1,
                "owner",
                fee.confidence(),
                fee.citations()));
        yield false;
      }
    };
  }

  private boolean renewal(
      Right right,
      Docket docket,
      Deadline deadline,
      KnownLaw law,
      Terms terms,
      List<FeeDue> due,
      List<Problem> problems) {
    Optional<Answer> grace = grace(deadline, law);
    if (deadline.answer().due().isEmpty() || grace.isEmpty() || grace.get().due().isEmpty()) {
      problems.add(unknown(deadline));
      return false;
    }
    LocalDate last = deadline.answer().due().get();
    LocalDate lastLate = grace.get().due().get();
    if (terms.on().isAfter(lastLate)) {
      return lost(docket, deadline, problems);
    }
    boolean late = terms.on().isAfter(last);
    Parsed<FeeBook.Once> renewal = fees.once(RENEWAL, terms.filing(), terms.on());
    Optional<Parsed<FeeBook.Once>> surcharge =
        late ? Optional.of(fees.once(LATE_FEE, terms.filing(), terms.on())) : Optional.empty();
    int classes = Math.max(1, right.bibliography().classes().size());
    if (renewal.found().isEmpty() || surcharge.filter(one -> one.found().isEmpty()).isPresent()) {
      problems.add(unknown(deadline));
      return false;
    }
    FeeBook.Once fee = renewal.orThrow();
    Money full = fee.amount().times(classes);
    Money nothing = Money.zero(full.currency());
    List<Citation> citations = new ArrayList<>(List.of(fee.citation()));
    Money more = nothing;
    if (surcharge.isPresent()) {
      FeeBook.Once one = surcharge.get().orThrow();
      more = one.amount().times(classes);
      if (!citations.contains(one.citation())) {
        citations.add(one.citation());
      }
    }
    due.add(
        new FeeDue(
            deadline.key(),
            late ? "renewal-late" : "renewal",
            Optional.empty(),
            last,
            lastLate,
            full,
            nothing,
            Optional.empty(),
            more,
            full.plus(more),
            classes,
            "owner",
            citations.stream()
                .map(Citation::confidence)
                .max(Comparator.naturalOrder())
                .orElse(Confidence.UNKNOWN),
            citations));
    return false;
  }

  /// The grace that follows, whether or not it runs already.
  private static Optional<Answer> grace(Deadline deadline, KnownLaw law) {
    return deadline
        .answer()
        .end()
        .flatMap(end -> law.compute(Question.of(deadline.question().rule() + GRACE, end)).found());
  }

  /// Whether the right was lost by this: not where it may well have been paid before the record
  /// began.
  private static boolean lost(Docket docket, Deadline deadline, List<Problem> problems) {
    boolean since =
        docket.deadlines().stream()
            .filter(one -> one.parent().filter(deadline.key()::equals).isPresent())
            .anyMatch(grace -> grace.state() instanceof State.Missed && !grace.beforeRecord());
    if (!since) {
      problems.add(
          Problem.of(
              "fee-untold",
              deadline.key(),
              "",
              "It was over before the record of the right began here; whether it was paid is not"
                  + " told."));
    }
    return since;
  }

  private static Problem unknown(Deadline deadline) {
    return Problem.of(
        "fee-unknown", deadline.key(), "", "What this costs, or until when, is not known.");
  }

  private static Set<Ground> grounds(Right right, Terms terms) {
    Set<Ground> grounds = EnumSet.noneOf(Ground.class);
    switch (terms.relief()) {
      case NONE -> {}
      case SOLE -> grounds.add(Ground.SOLE_RELIEF);
      case JOINT -> grounds.add(Ground.JOINT_RELIEF);
    }
    if (openLicence(right, terms.on())) {
      grounds.add(Ground.OPEN_LICENCE);
    }
    return grounds;
  }

  private static boolean openLicence(Right right, LocalDate on) {
    return right.interests().standingOn(on).stream()
        .anyMatch(interest ->
            interest instanceof Interest.Licence licence
                && licence.kind() == Fact.LicenceKind.OPEN);
  }

  private static String code(Ground ground) {
    return ground.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static PatentKind kind(RightKind kind) {
    return switch (kind) {
      case INVENTION_PATENT -> PatentKind.INVENTION_PATENT;
      case UTILITY_MODEL -> PatentKind.UTILITY_MODEL;
      case DESIGN -> PatentKind.DESIGN;
      case MARK,
          SOFTWARE_COPYRIGHT,
          WORK,
          GEOGRAPHICAL_INDICATION,
          LAYOUT_DESIGN,
          DATA_IP_REGISTRATION ->
          throw new IllegalArgumentException("annual fees are paid for patents: " + kind);
    };
  }
}
