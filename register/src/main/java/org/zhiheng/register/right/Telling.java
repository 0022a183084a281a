package org.zhiheng.register.right;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.InterestLaw;
import org.zhiheng.register.interest.InterestStep;
import org.zhiheng.register.interest.Interests;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.Life;
import org.zhiheng.register.life.Move;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.Problem;

/// One fold under way: takes events in the order of a life. Used by one thread, once.
final class Telling {

  private final RightKind kind;
  private final Office office;
  private final SameParty same;
  private final Optional<LocalDate> filedOn;
  private final List<RightNumber> numbers = new ArrayList<>();
  private final List<Right.Document> documents = new ArrayList<>();
  private final List<Right.Note> notes = new ArrayList<>();
  private final List<Problem> objections = new ArrayList<>();
  private final List<Problem> cautions = new ArrayList<>();
  private Life life;
  private Bibliography bibliography = Bibliography.EMPTY;
  private Interests interests = Interests.NONE;
  private Optional<LocalDate> publishedOn = Optional.empty();
  private Optional<LocalDate> approvedOn = Optional.empty();
  private Optional<LocalDate> grantedOn = Optional.empty();
  private Optional<LocalDate> registeredOn = Optional.empty();
  private Optional<LocalDate> endedOn = Optional.empty();
  private Optional<LocalDate> until = Optional.empty();

  /// Starts with nothing known but the day of filing, which later events are held against.
  Telling(RightKind kind, Office office, SameParty same, Optional<LocalDate> filedOn) {
    this.kind = kind;
    this.office = office;
    this.same = same;
    this.filedOn = filedOn;
    this.life = Life.nascent(kind);
  }

  /// Takes the next event.
  void take(Event event) {
    refuseBeforeFiling(event);
    boolean lived = live(event);
    if (lived) {
      date(event);
    }
    describe(event);
    InterestStep step =
        new InterestLaw(
                new InterestLaw.Occasion(event.id(), event.on(), kind, life),
                interests,
                Folding.applicants(bibliography),
                same)
            .after(event.fact());
    interests = step.interests();
    objections.addAll(step.objections());
    cautions.addAll(step.cautions());
  }

  /// What was told, with these objections in front.
  Folded folded(List<Problem> first) {
    List<Problem> all = new ArrayList<>(first);
    all.addAll(objections);
    Right.Dates dates =
        new Right.Dates(filedOn, publishedOn, approvedOn, grantedOn, registeredOn, endedOn, until);
    return new Folded(
        new Right(kind, office, life, dates, bibliography, numbers, interests, documents, notes),
        all,
        cautions);
  }

  /// Whether the fact is no move of life, or one that is legal.
  private boolean live(Event event) {
    return switch (life.after(kind, event.fact())) {
      case Move.Moved moved -> {
        boolean ended = moved.life().stage().ended();
        boolean stays = ended && moved.life().stage() == life.stage();
        endedOn = ended ? (stays ? endedOn : Optional.of(event.on())) : Optional.empty();
        life = moved.life();
        yield true;
      }
      case Move.Stays _ -> true;
      case Move.Refused refused -> {
        objections.add(refused.problem().at(event.id().toString()));
        yield false;
      }
    };
  }

  private void date(Event event) {
    Optional<LocalDate> on = Optional.of(event.on());
    switch (event.fact()) {
      case Fact.Published _ -> publishedOn = publishedOn.or(() -> on);
      case Fact.PreliminarilyApproved _ -> approvedOn = approvedOn.or(() -> on);
      case Fact.Granted _ -> grantedOn = grantedOn.or(() -> on);
      case Fact.Registered registered -> {
        registeredOn = registeredOn.or(() -> on);
        registered.until().ifPresent(last -> term(event, last));
      }
      case Fact.Renewed renewed -> term(event, renewed.until());
      case Fact.Filed _ -> refuseOtherFiling(event);
      case Fact.ExaminationBegun _,
          Fact.Refused _,
          Fact.Withdrawn _,
          Fact.DeemedWithdrawn _,
          Fact.Abandoned _,
          Fact.Ceased _,
          Fact.Expired _,
          Fact.Restored _,
          Fact.Invalidated _,
          Fact.Cancelled _,
          Fact.Suspended _,
          Fact.Resumed _,
          Fact.OwnersRecorded _,
          Fact.Assigned _,
          Fact.Pledged _,
          Fact.PledgeReleased _,
          Fact.Licensed _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _,
          Fact.Acted _,
          Fact.Described _,
          Fact.Noted _,
          Fact.Attached _,
          Fact.Corrected _ -> {}
    }
  }

  private void describe(Event event) {
    switch (event.fact()) {
      case Fact.Filed fact -> learn(fact.numbers(), fact.bibliography());
      case Fact.Published fact -> learn(List.of(fact.number()), fact.bibliography());
      case Fact.PreliminarilyApproved fact -> learn(fact.numbers(), fact.bibliography());
      case Fact.Granted fact -> learn(List.of(fact.number()), fact.bibliography());
      case Fact.Registered fact -> learn(fact.numbers(), fact.bibliography());
      case Fact.Described fact -> learn(fact.numbers(), fact.bibliography());
      case Fact.Noted noted -> notes.add(new Right.Note(event.id(), event.on(), noted));
      case Fact.Attached attached ->
          documents.add(new Right.Document(event.id(), event.on(), attached));
      case Fact.Acted _,
          Fact.ExaminationBegun _,
          Fact.Refused _,
          Fact.Withdrawn _,
          Fact.DeemedWithdrawn _,
          Fact.Abandoned _,
          Fact.Ceased _,
          Fact.Expired _,
          Fact.Renewed _,
          Fact.Restored _,
          Fact.Invalidated _,
          Fact.Cancelled _,
          Fact.Suspended _,
          Fact.Resumed _,
          Fact.OwnersRecorded _,
          Fact.Assigned _,
          Fact.Pledged _,
          Fact.PledgeReleased _,
          Fact.Licensed _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _,
          Fact.Corrected _ -> {}
    }
  }

  private void learn(List<RightNumber> more, Bibliography later) {
    more.stream().filter(number -> !numbers.contains(number)).forEach(numbers::add);
    bibliography = bibliography.then(later);
  }

  /// Takes the last day of a term; a term that ends before it begins is reported and left out.
  private void term(Event event, LocalDate last) {
    LocalDate first = filedOn.orElse(event.on());
    if (last.isBefore(first)) {
      objections.add(
          Problem.of(
              "term-before-start",
              event.id().toString(),
              last.toString(),
              "The last day of the term must not lie before " + first + "."));
    } else {
      until = Optional.of(last);
    }
  }

  /// A right is filed once; the earliest day stands.
  private void refuseOtherFiling(Event event) {
    filedOn
        .filter(filed -> event.on().isAfter(filed))
        .ifPresent(filed ->
            objections.add(
                Problem.of(
                    "filed-twice",
                    event.id().toString(),
                    event.on().toString(),
                    "The right is filed on "
                        + filed
                        + " already; correct the one event or the other.")));
  }

  /// What describes a right may be older than its filing; what happened to it may not.
  private void refuseBeforeFiling(Event event) {
    filedOn
        .filter(filed -> event.on().isBefore(filed) && happens(event.fact()))
        .ifPresent(filed ->
            objections.add(
                Problem.of(
                    "before-filing",
                    event.id().toString(),
                    event.on().toString(),
                    "Nothing happens to a right before it is filed, which was on "
                        + filed
                        + "; correct the one date or the other.")));
  }

  private static boolean happens(Fact fact) {
    return switch (fact) {
      case Fact.Described _, Fact.Noted _, Fact.Attached _, Fact.Corrected _ -> false;
      case Fact.Acted acted -> !acted.act().precedesFiling();
      case Fact.Filed _,
          Fact.Published _,
          Fact.ExaminationBegun _,
          Fact.PreliminarilyApproved _,
          Fact.Granted _,
          Fact.Registered _,
          Fact.Refused _,
          Fact.Withdrawn _,
          Fact.DeemedWithdrawn _,
          Fact.Abandoned _,
          Fact.Ceased _,
          Fact.Expired _,
          Fact.Renewed _,
          Fact.Restored _,
          Fact.Invalidated _,
          Fact.Cancelled _,
          Fact.Suspended _,
          Fact.Resumed _,
          Fact.OwnersRecorded _,
          Fact.Assigned _,
          Fact.Pledged _,
          Fact.PledgeReleased _,
          Fact.Licensed _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _ ->
          true;
    };
  }
}
