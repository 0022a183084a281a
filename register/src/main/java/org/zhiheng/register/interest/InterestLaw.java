package org.zhiheng.register.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.life.Life;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;

/// Folds one fact into the interests in a right and says what contradicts.
///
/// An office may have recorded what contradicts: the pledge, licence or preservation is kept and
/// the contradiction reported. Only an assignment by somebody who owns nothing changes no owner.
///
/// Sources: CNIPA announcement 461 of 2021 (patent pledge registration), grounds of refusal, seen
/// in a secondary source; Civil Code of China art. 444 (a pledged right is assigned or licensed
/// with the pledgee's consent only) and Patent Law art. 14 (co-owners), 50 to 51 (open licence),
/// recalled.
public final class InterestLaw {

  private static final String ARTICLE_444 = "Civil Code of China, art. 444 (recalled)";
  private static final String ARTICLE_14 = "Patent Law of China, art. 14 (recalled)";
  private static final String ANNOUNCEMENT_461 =
      "CNIPA announcement 461 of 2021 (secondary source)";

  private final Occasion occasion;
  private final LocalDate on;
  private final SameParty same;
  private final List<Fact.Share> owners;
  private final Interests before;
  private final List<Problem> objections = new ArrayList<>();
  private final List<Problem> cautions = new ArrayList<>();

  /// For one fact on its day.
  ///
  /// @param applicants who owns the right where no owner was recorded; may be empty
  public InterestLaw(
      Occasion occasion, Interests before, List<Fact.Share> applicants, SameParty same) {
    this.occasion = occasion;
    this.on = occasion.on();
    this.before = before;
    this.owners = before.owners().isEmpty() ? List.copyOf(applicants) : before.owners();
    this.same = same;
  }

  /// When the fact happened, and to what.
  ///
  /// @param event that says so
  /// @param on the legal date
  /// @param kind of the right
  /// @param life the right has on that day
  public record Occasion(EventId event, LocalDate on, RightKind kind, Life life) {}

  /// The interests after the fact; facts that concern none leave them as they are.
  public InterestStep after(Fact fact) {
    Interests after =
        switch (fact) {
          case Fact.OwnersRecorded recorded -> recorded(recorded);
          case Fact.Assigned assigned -> assigned(assigned);
          case Fact.Pledged pledged -> pledged(pledged);
          case Fact.PledgeReleased released -> released(released);
          case Fact.Licensed licensed -> licensed(licensed);
          case Fact.LicenceEnded ended -> licenceEnded(ended);
          case Fact.Preserved preserved -> preserved(preserved);
          case Fact.PreservationLifted lifted -> lifted(lifted);
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
              Fact.Acted _,
              Fact.Described _,
              Fact.Noted _,
              Fact.Attached _,
              Fact.Corrected _ ->
              before;
        };
    return new InterestStep(after, objections, cautions);
  }

  private Interests recorded(Fact.OwnersRecorded fact) {
    if (fact.owners().isEmpty()) {
      object("owners-empty", "", "A record of owners names at least one.");
      return before;
    }
    return owned("", fact.owners());
  }

  private Interests assigned(Fact.Assigned fact) {
    refuseEnded("assigned");
    refuseSuspended("assigned");
    refusePreserved("assigned");
    cautionPledged("assigned", fact.recordNumber());
    if (fact.to().isEmpty()) {
      object(
          "assignment-empty", fact.recordNumber(), "An assignment names at least one new owner.");
      return before;
    }
    if (fact.from().isBlank() || owners.isEmpty()) {
      return owned(fact.recordNumber(), fact.to());
    }
    if (!owns(fact.from())) {
      refuseStranger(fact.from(), "assign");
      return before;
    }
    cautionCoOwners(fact.from(), "assigns");
    Optional<List<Fact.Share>> after = Shares.passedOn(owners, fact.from(), fact.to(), same);
    if (after.isEmpty()) {
      object(
          "shares-too-fine",
          fact.recordNumber(),
          "The shares after this assignment need more than nine digits; record the owners instead.");
      return before;
    }
    return owned(fact.recordNumber(), after.get());
  }

  private Interests pledged(Fact.Pledged fact) {
    Interest.Pledge pledge =
        new Interest.Pledge(
            occasion.event(),
            fact.recordNumber(),
            fact.pledgor(),
            fact.pledgee(),
            fact.amount(),
            on,
            fact.until(),
            Optional.empty());
    refuseTermBefore(fact.until());
    if (before.restated(pledge).isPresent()) {
      return before.with(pledge);
    }
    refuseEnded("pledged");
    refuseSuspended("pledged");
    refusePending();
    refusePreserved("pledged");
    if (!owns(fact.pledgor())) {
      refuseStranger(fact.pledgor(), "pledge");
    } else {
      cautionCoOwners(fact.pledgor(), "pledges");
    }
    before
        .pledgesOn(on)
        .findFirst()
        .ifPresent(standing ->
            object(
                "pledge-stands",
                fact.recordNumber(),
                "The right is pledged to "
                    + standing.pledgee()
                    + numbered(standing)
                    + " since "
                    + standing.from()
                    + "; that pledge is released first.",
                ANNOUNCEMENT_461));
    return before.with(pledge);
  }

  private Interests released(Fact.PledgeReleased fact) {
    return ended(
        before.pledgesOn(on),
        fact.recordNumber(),
        pledge -> pledge.ended(on),
        "pledge-unknown",
        "No pledge");
  }

  private Interests licensed(Fact.Licensed fact) {
    Interest.Licence licence =
        new Interest.Licence(
            occasion.event(),
            fact.recordNumber(),
            fact.kind(),
            fact.licensor(),
            fact.licensee(),
            on,
            fact.until(),
            Optional.empty());
    refuseTermBefore(fact.until());
    if (before.restated(licence).isPresent()) {
      return before.with(licence);
    }
    refuseEnded("licensed");
    cautionPledged("licensed", fact.recordNumber());
    if (!owns(fact.licensor()) && !holdsExclusively(fact.licensor())) {
      refuseStranger(fact.licensor(), "license");
    } else if (owns(fact.licensor())) {
      before
          .licencesOn(on)
          .filter(standing -> excludes(standing.kind(), fact.kind()))
          .findFirst()
          .ifPresent(standing -> refuseConflict(fact, standing));
    }
    return before.with(licence);
  }

  private Interests licenceEnded(Fact.LicenceEnded fact) {
    return ended(
        before.licencesOn(on),
        fact.recordNumber(),
        licence -> licence.ended(on),
        "licence-unknown",
        "No licence");
  }

  private Interests preserved(Fact.Preserved fact) {
    Interest.Preservation preservation =
        new Interest.Preservation(
            occasion.event(),
            fact.recordNumber(),
            fact.court(),
            on,
            fact.until(),
            Optional.empty());
    refuseTermBefore(fact.until());
    if (before.restated(preservation).isEmpty()) {
      refuseEnded("preserved");
    }
    return before.with(preservation);
  }

  private Interests lifted(Fact.PreservationLifted fact) {
    return ended(
        before.preservationsOn(on),
        fact.recordNumber(),
        preservation -> preservation.ended(on),
        "preservation-unknown",
        "No preservation");
  }

  private <T extends Interest> Interests ended(
      Stream<T> standing, String recordNumber, UnaryOperator<T> end, String code, String none) {
    Optional<T> found = before.named(standing, recordNumber);
    if (found.isEmpty()) {
      object(
          code,
          recordNumber,
          none
              + (recordNumber.isBlank() ? " alone" : " under this number")
              + " stands on "
              + on
              + "; give the number of one that does.");
      return before;
    }
    return before.replaced(found.get(), end.apply(found.get()));
  }

  private Interests owned(String recordNumber, List<Fact.Share> now) {
    return before.owned(
        new Interest.Ownership(occasion.event(), recordNumber, now, on, Optional.empty()));
  }

  /// Whether this name owns a share; nobody is refused where no owner or no name is known.
  private boolean owns(String name) {
    return owners.isEmpty()
        || name.isBlank()
        || owners.stream().anyMatch(owner -> same.test(owner.name(), name));
  }

  private boolean holdsExclusively(String name) {
    return before
        .licencesOn(on)
        .filter(licence -> licence.kind() == Fact.LicenceKind.EXCLUSIVE)
        .anyMatch(licence -> same.test(licence.licensee(), name));
  }

  /// Whether a standing licence leaves no room for the new one, or the new one for it.
  private static boolean excludes(Fact.LicenceKind standing, Fact.LicenceKind added) {
    return switch (standing) {
      case EXCLUSIVE, SOLE -> true;
      case ORDINARY, OPEN ->
          switch (added) {
            case EXCLUSIVE, SOLE -> true;
            case ORDINARY, OPEN -> false;
          };
    };
  }

  private void refuseConflict(Fact.Licensed fact, Interest.Licence standing) {
    boolean open = fact.kind() == Fact.LicenceKind.OPEN;
    object(
        open ? "open-licence-excluded" : "licence-conflict",
        fact.recordNumber(),
        "No "
            + word(fact.kind())
            + " licence can stand beside the "
            + word(standing.kind())
            + " one of "
            + standing.licensee()
            + numbered(standing)
            + " that runs since "
            + standing.from()
            + "; that one is ended first.");
  }

  private void refuseStranger(String name, String act) {
    String known = String.join(", ", owners.stream().map(Fact.Share::name).toList());
    object(
        "not-owner",
        name,
        "Only an owner can " + act + " the right, and on " + on + " that is " + known + ".");
  }

  private void refuseEnded(String act) {
    if (occasion.life().stage().ended()) {
      object(
          "right-not-in-force",
          act,
          "On "
              + on
              + " the right is "
              + occasion.life().stage().code()
              + " and cannot be "
              + act
              + "; it is restored or renewed first.",
          ANNOUNCEMENT_461);
    }
  }

  private void refuseSuspended(String act) {
    if (occasion.life().stage() == LifeStage.SUSPENDED) {
      object(
          "right-suspended",
          act,
          "The procedure stands still on " + on + "; the right is " + act + " once it is resumed.",
          ANNOUNCEMENT_461);
    }
  }

  private void refusePending() {
    boolean granted =
        occasion.life().inForce()
            || occasion.life().stage().ended()
            || occasion.life().stage() == LifeStage.UNKNOWN;
    if (!granted && occasion.kind().family() != RightKind.Family.RECORDED) {
      object(
          "pledge-before-grant",
          occasion.life().stage().code(),
          "A right is pledged once it is granted or registered, and on " + on + " it is not.",
          ANNOUNCEMENT_461);
    }
  }

  private void refusePreserved(String act) {
    before
        .preservationsOn(on)
        .findFirst()
        .ifPresent(standing ->
            object(
                "right-preserved",
                act,
                "The right is preserved by "
                    + standing.court()
                    + numbered(standing)
                    + " since "
                    + standing.from()
                    + "; it is "
                    + act
                    + " once that is lifted.",
                ANNOUNCEMENT_461));
  }

  private void refuseTermBefore(Optional<LocalDate> until) {
    until
        .filter(last -> last.isBefore(on))
        .ifPresent(last ->
            object(
                "term-before-start",
                last.toString(),
                "The last day must not lie before the first, " + on + "."));
  }

  private void cautionPledged(String act, String recordNumber) {
    before
        .pledgesOn(on)
        .findFirst()
        .ifPresent(standing ->
            caution(
                "pledgee-consent",
                recordNumber,
                "The right is pledged to "
                    + standing.pledgee()
                    + numbered(standing)
                    + "; it is "
                    + act
                    + " with the pledgee's consent only.",
                ARTICLE_444));
  }

  private void cautionCoOwners(String name, String act) {
    boolean alone = owners.size() < 2 || name.isBlank();
    if (!alone) {
      caution(
          "co-owners-consent",
          name,
          "One of " + owners.size() + " owners " + act + "; the others must have agreed.",
          ARTICLE_14);
    }
  }

  private void object(String code, String given, String reason) {
    object(code, given, reason, "");
  }

  private void object(String code, String given, String reason, String source) {
    objections.add(new Problem(code, occasion.event().toString(), given, reason, source));
  }

  private void caution(String code, String given, String reason, String source) {
    cautions.add(new Problem(code, occasion.event().toString(), given, reason, source));
  }

  private static String numbered(Interest interest) {
    return interest.recordNumber().isBlank() ? "" : " (" + interest.recordNumber() + ")";
  }

  private static String word(Fact.LicenceKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
