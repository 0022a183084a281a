package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.right.Right;

/// A right's facts by date, with what was corrected replaced or left out.
final class TrueFacts {

  private TrueFacts() {}

  static List<DatedFact> of(List<Event> events) {
    return Right.corrected(events).stream()
        .map(event -> new DatedFact(event.on(), event.fact()))
        .toList();
  }

  /// Who filed it: the applicants, else the holders, of the first notice that names any.
  static List<Bibliography.Named> filers(List<DatedFact> facts) {
    for (Bibliography.Role role : List.of(Bibliography.Role.APPLICANT, Bibliography.Role.HOLDER)) {
      for (DatedFact fact : facts) {
        List<Bibliography.Named> named =
            Bibliography.of(fact.fact()).map(Bibliography::named).orElse(List.of()).stream()
                .filter(one -> one.role() == role)
                .toList();
        if (!named.isEmpty()) {
          return named;
        }
      }
    }
    return List.of();
  }

  /// Everybody that any notice names in this role.
  static Stream<Bibliography.Named> named(List<DatedFact> facts, Bibliography.Role role) {
    return facts.stream()
        .flatMap(fact -> Bibliography.of(fact.fact()).stream())
        .flatMap(bibliography -> bibliography.named().stream())
        .filter(one -> one.role() == role);
  }

  /// What a pattern may rest on; an assignment's ties are not asked here.
  static Optional<Happening> happening(DatedFact dated) {
    return switch (dated.fact()) {
      case Fact.Refused(String reason) -> some(Happening.Kind.REFUSED, dated, reason);
      case Fact.Invalidated(List<String> claims) ->
          some(Happening.Kind.INVALIDATED, dated, String.join("; ", claims));
      case Fact.Cancelled cancelled -> some(Happening.Kind.CANCELLED, dated, cancelled.reason());
      case Fact.Withdrawn _ -> some(Happening.Kind.WITHDRAWN, dated, "");
      case Fact.Assigned assigned ->
          some(
              Happening.Kind.ASSIGNED,
              dated,
              String.join("; ", assigned.to().stream().map(Fact.Share::name).toList()));
      case Fact.Acted acted ->
          acted.act() == Act.OPPOSITION_FILED || acted.act() == Act.OPPOSITION_NOTICE
              ? some(Happening.Kind.OPPOSED, dated, acted.text())
              : Optional.empty();
      case Fact.Noted(String code, String text) ->
          (code + " " + text).toLowerCase(Locale.ROOT).matches("(?s).*(异议|opposition|opposed).*")
              ? some(Happening.Kind.OPPOSED, dated, text)
              : Optional.empty();
      case Fact.Filed _,
          Fact.Published _,
          Fact.PreliminarilyApproved _,
          Fact.Granted _,
          Fact.Registered _,
          Fact.Described _,
          Fact.ExaminationBegun _,
          Fact.DeemedWithdrawn _,
          Fact.Abandoned _,
          Fact.Ceased _,
          Fact.Expired _,
          Fact.Renewed _,
          Fact.Restored _,
          Fact.Suspended _,
          Fact.Resumed _,
          Fact.OwnersRecorded _,
          Fact.Pledged _,
          Fact.PledgeReleased _,
          Fact.Licensed _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _,
          Fact.Attached _,
          Fact.Corrected _ ->
          Optional.empty();
    };
  }

  private static Optional<Happening> some(Happening.Kind kind, DatedFact dated, String text) {
    return Optional.of(
        new Happening(
            kind,
            dated.on(),
            text,
            kind == Happening.Kind.ASSIGNED
                ? Happening.Ties.NONE_RECORDED
                : Happening.Ties.NOT_ASKED));
  }
}
