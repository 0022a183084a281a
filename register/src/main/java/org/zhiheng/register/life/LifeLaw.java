package org.zhiheng.register.life;

import java.util.Optional;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.Problem;

/// Leads each fact to the move of a life that it is, and refuses it where the state has no such
/// move.
final class LifeLaw {

  private LifeLaw() {}

  /// What the fact does to a right of this kind in this state.
  static Move after(RightKind kind, Life life, Fact fact) {
    return switch (fact) {
      case Fact.Filed _ ->
          life instanceof Moves.Filing state ? moved(state.file()) : new Move.Stays();
      case Fact.Published _ -> published(kind, life);
      case Fact.ExaminationBegun _ -> examined(kind, life);
      case Fact.PreliminarilyApproved _ -> approved(kind, life);
      case Fact.Granted _ ->
          life instanceof Moves.Grant state
              ? moved(state.grant())
              : again(life.inForce() && patent(kind), kind, life, "granted");
      case Fact.Registered _ ->
          life instanceof Moves.Registration state
              ? moved(state.register())
              : again(life.inForce() && !patent(kind), kind, life, "registered");
      case Fact.Refused _ ->
          life instanceof Moves.Refusal state
              ? moved(state.refuse())
              : again(life.stage() == LifeStage.REFUSED, kind, life, "refused");
      case Fact.Withdrawn _ ->
          life instanceof Moves.Withdrawal state
              ? moved(state.withdraw())
              : again(life.stage() == LifeStage.WITHDRAWN, kind, life, "withdrawn");
      case Fact.DeemedWithdrawn _ ->
          life instanceof Moves.DeemedWithdrawal state
              ? moved(state.deemWithdrawn())
              : again(life.stage() == LifeStage.DEEMED_WITHDRAWN, kind, life, "deemed withdrawn");
      case Fact.Abandoned _ ->
          life instanceof Moves.Abandonment state
              ? moved(state.abandon())
              : again(life.stage() == LifeStage.ABANDONED, kind, life, "abandoned");
      case Fact.Ceased _ ->
          life instanceof Moves.Cessation state
              ? moved(state.cease())
              : again(life.stage() == LifeStage.CEASED, kind, life, "ceased");
      case Fact.Expired _ ->
          life instanceof Moves.Expiry state
              ? moved(state.expire())
              : again(life.stage() == LifeStage.EXPIRED, kind, life, "expired");
      case Fact.Renewed _ ->
          life instanceof Moves.Renewal state
              ? moved(state.renew())
              : refused(kind, life, "renewed");
      case Fact.Restored _ ->
          life instanceof Moves.Restoration state
              ? moved(state.restore())
              : refused(kind, life, "restored");
      case Fact.Invalidated invalidated -> invalidated(kind, life, invalidated);
      case Fact.Cancelled cancelled -> cancelled(kind, life, cancelled);
      case Fact.Suspended _ ->
          life instanceof Moves.Suspension state
              ? moved(state.suspend())
              : again(life.stage() == LifeStage.SUSPENDED, kind, life, "suspended");
      case Fact.Resumed _ ->
          life instanceof Moves.Resumption state
              ? moved(state.resume())
              : refused(kind, life, "resumed");
      case Fact.OwnersRecorded _,
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
          Fact.Corrected _ ->
          new Move.Stays();
    };
  }

  /// Utility models and designs are announced when they are granted and never before; inventions
  /// may be published more than once (A1, A3), also after they were granted or given up. Other
  /// registers publish applications without a state of their own for it.
  private static Move published(RightKind kind, Life life) {
    return switch (kind) {
      case INVENTION_PATENT ->
          life instanceof Moves.Publication state ? moved(state.publish()) : new Move.Stays();
      case UTILITY_MODEL, DESIGN, MARK -> refused(kind, life, "published");
      case SOFTWARE_COPYRIGHT, WORK, GEOGRAPHICAL_INDICATION, LAYOUT_DESIGN, DATA_IP_REGISTRATION ->
          new Move.Stays();
    };
  }

  private static Move examined(RightKind kind, Life life) {
    return switch (kind) {
      case INVENTION_PATENT ->
          life instanceof Moves.Examination state
              ? moved(state.examine())
              : again(life.stage() == LifeStage.UNDER_EXAMINATION, kind, life, "under examination");
      case UTILITY_MODEL,
          DESIGN,
          MARK,
          SOFTWARE_COPYRIGHT,
          WORK,
          GEOGRAPHICAL_INDICATION,
          LAYOUT_DESIGN,
          DATA_IP_REGISTRATION ->
          refused(kind, life, "under examination");
    };
  }

  /// Indications and data registrations are announced before they are registered as well, without a
  /// state of their own for it.
  private static Move approved(RightKind kind, Life life) {
    return switch (kind.family()) {
      case PATENT -> refused(kind, life, "preliminarily approved");
      case MARK ->
          life instanceof Moves.Approval state
              ? moved(state.approve())
              : again(
                  life.stage() == LifeStage.PRELIMINARILY_APPROVED,
                  kind,
                  life,
                  "preliminarily approved");
      case RECORDED -> new Move.Stays();
    };
  }

  private static Move invalidated(RightKind kind, Life life, Fact.Invalidated fact) {
    if (life instanceof Moves.Invalidation state) {
      return moved(fact.claims().isEmpty() ? state.invalidate() : state.invalidate(fact.claims()));
    }
    return again(life.stage() == LifeStage.INVALIDATED, kind, life, "declared invalid");
  }

  private static Move cancelled(RightKind kind, Life life, Fact.Cancelled fact) {
    if (life instanceof Moves.Cancellation state) {
      return moved(fact.goods().isEmpty() ? state.cancel() : state.cancel(fact.goods()));
    }
    return again(life.stage() == LifeStage.CANCELLED, kind, life, "cancelled");
  }

  private static boolean patent(RightKind kind) {
    return kind.family() == RightKind.Family.PATENT;
  }

  private static Move moved(Life life) {
    return new Move.Moved(life);
  }

  /// A second notice of what is known already says nothing new.
  private static Move again(boolean known, RightKind kind, Life life, String move) {
    return known ? new Move.Stays() : refused(kind, life, move);
  }

  private static Move refused(RightKind kind, Life life, String move) {
    String reason =
        never(kind, move)
            .map(instead -> "A " + words(kind.code()) + " is never " + move + "; " + instead + ".")
            .orElseGet(() ->
                "A right that is "
                    + words(life.stage().code())
                    + " cannot be "
                    + move
                    + "; check the day and what was recorded before.");
    return new Move.Refused(Problem.of("illegal-move", "", move, reason));
  }

  /// What happens instead, where no right of this kind ever makes the move.
  private static Optional<String> never(RightKind kind, String move) {
    return switch (move) {
      case "granted" -> patent(kind) ? Optional.empty() : Optional.of("it is registered");
      case "registered" -> patent(kind) ? Optional.of("it is granted") : Optional.empty();
      case "renewed" ->
          patent(kind) ? Optional.of("annuities keep it alive to its term") : Optional.empty();
      case "cancelled" ->
          patent(kind) ? Optional.of("it is declared invalid or ceases") : Optional.empty();
      case "preliminarily approved" ->
          patent(kind) ? Optional.of("it is published or granted") : Optional.empty();
      case "published", "under examination" ->
          kind == RightKind.INVENTION_PATENT
              ? Optional.empty()
              : Optional.of(
                  kind == RightKind.MARK
                      ? "it is preliminarily approved"
                      : "only inventions are, before they are granted");
      default -> Optional.empty();
    };
  }

  private static String words(String code) {
    return code.replace('-', ' ');
  }
}
