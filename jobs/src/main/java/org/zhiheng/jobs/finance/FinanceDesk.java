package org.zhiheng.jobs.finance;

import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Titles and pledges, as people work with them: a title asked for, papers attached, a pledge
/// registered, changed, released. Safe for many threads.
public final class FinanceDesk {

  /// How often a record is read again when others append to it at the same time.
  private static final int TRIES_MAX = 200;

  private final Records records;
  private final DocketDesk docket;
  private final Pledges pledges;
  private final AuditTrail trail;
  private final GroundLaw law = GroundLaw.load();
  private final Dossiers dossiers;

  /// Over these desks and stores; the clock and the law of time are the docket's.
  public FinanceDesk(
      Records records,
      DocketDesk docket,
      Pledges pledges,
      EvidenceBook evidence,
      AuditTrail trail) {
    this.records = records;
    this.docket = docket;
    this.pledges = pledges;
    this.trail = trail;
    this.dossiers = new Dossiers(records, docket, pledges, evidence, law);
  }

  /// What the grounds are called and where they stand.
  public GroundLaw law() {
    return law;
  }

  /// The day at the office.
  public LocalDate today() {
    return docket.today();
  }

  /// What the gate says of a right.
  ///
  /// @return refused with `not-found` when the acting one may not see it, with `title-kind` for
  ///   what is no patent of China
  public Parsed<TitleCheck> check(Acting acting, RightId right, TitleQuestion question) {
    acting.must(Permission.READ);
    Optional<RightFile> file = records.show(acting, right);
    return file.isPresent() ? dossiers.check(acting, file.get(), question) : notFound(right);
  }

  /// All deals that one's own right backed, oldest first.
  public List<Reservation> reservations(Acting acting, RightId right) {
    acting.must(Permission.READ);
    return pledges.of(acting.organisation(), right);
  }

  /// Attaches a paper to one's own right; whoever does says that all it shows is entered here.
  ///
  /// @param on the day the paper is of
  /// @throws IOException when the document cannot be kept; nothing is recorded then
  public Recording attach(
      Acting acting, RightId right, TitlePaper paper, LocalDate on, Attachment document)
      throws IOException {
    MessageDigest sha256 = Digest.sha256();
    Recording attached =
        records.record(
            acting,
            right,
            FactKind.ATTACHED,
            on,
            Map.of(),
            Optional.empty(),
            Optional.of(
                new Attachment(
                    document.name(), new DigestInputStream(document.content(), sha256))));
    return switch (attached) {
      case Recording.Done _, Recording.Unchanged _ ->
          records.record(
              acting,
              right,
              FactKind.NOTED,
              on,
              Map.of(
                  "code",
                  paper.code(),
                  "text",
                  "sha256:" + HexFormat.of().formatHex(sha256.digest())),
              Optional.empty(),
              Optional.empty());
      case Recording.Refused _, Recording.Stale _, Recording.NotFound _ -> attached;
    };
  }

  /// Registers a pledge and has the right back its deal, unless the gate blocks today or on the day
  /// of the pledge, a warning is not acknowledged, or the right backs a deal already. What nothing
  /// tells does not hinder it; the answer carries the check.
  public Pledging register(Acting acting, RightId right, PledgeTerms terms) {
    acting.must(Permission.RECORD);
    List<Problem> wrong = terms.problems();
    if (!wrong.isEmpty()) {
      return new Pledging.Refused(wrong, Optional.empty());
    }
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Optional<RightFile> file = own(acting, right);
      if (file.isEmpty()) {
        return new Pledging.Refused(List.of(problem(right)), Optional.empty());
      }
      TitleCheck check;
      switch (dossiers.check(acting, file.get(), terms.question(docket.today()))) {
        case Parsed.Refused<TitleCheck> refused -> {
          return new Pledging.Refused(List.of(refused.problem()), Optional.empty());
        }
        case Parsed.Ok<TitleCheck> ok -> check = ok.value();
      }
      List<Problem> grounds = dossiers.grounds(check);
      if (grounds.isEmpty()) {
        // a pledge of an earlier day must have stood the gate on that day too
        grounds =
            dossiers.grounds(
                dossiers.check(acting, file.get(), terms.question(terms.on())).orThrow());
      }
      DatedFact pledged = new DatedFact(terms.on(), fact(file.get().right(), terms));
      if (grounds.isEmpty()) {
        grounds = objections(acting, right, pledged);
        if (!grounds.isEmpty() && moved(acting, file.get())) {
          continue; // somebody came between: the gate says it in its own words
        }
      }
      if (!grounds.isEmpty()) {
        return new Pledging.Refused(grounds, Optional.of(check));
      }
      Optional<Pledging> answer =
          reserved(
              acting,
              file.get(),
              terms.deal(),
              terms.recordNumber(),
              Optional.of(pledged),
              Optional.of(check));
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw busy(right);
  }

  /// Has a right back a deal by the one pledge that is on its record already, made elsewhere or
  /// before. Whatever else the gate blocks hinders it as it hinders a new one.
  public Pledging adopt(Acting acting, RightId right, DealName deal) {
    acting.must(Permission.RECORD);
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Optional<RightFile> file = own(acting, right);
      if (file.isEmpty()) {
        return new Pledging.Refused(List.of(problem(right)), Optional.empty());
      }
      List<Interest.Pledge> standing =
          file.get().right().interests().open().stream()
              .filter(Interest.Pledge.class::isInstance)
              .map(Interest.Pledge.class::cast)
              .toList();
      if (standing.size() != 1) {
        return Pledging.Refused.of(
            "pledge-adopt",
            "",
            right + ", " + standing.size() + " pledges",
            "A right backs a deal by the one pledge that stands; register a new one instead, or"
                + " release what stands beside it.");
      }
      Interest.Pledge pledge = standing.getFirst();
      TitleQuestion question =
          new TitleQuestion(List.of(), pledge.until(), docket.today(), TitleQuestion.EXTRACT_DAYS);
      TitleCheck check;
      switch (dossiers.check(acting, file.get(), question)) {
        case Parsed.Refused<TitleCheck> refused -> {
          return new Pledging.Refused(List.of(refused.problem()), Optional.empty());
        }
        case Parsed.Ok<TitleCheck> ok -> check = ok.value();
      }
      List<Problem> grounds =
          dossiers.grounds(check).stream()
              .filter(one -> !one.path().equals(PledgeGround.ALREADY_PLEDGED.code()))
              .toList();
      if (!grounds.isEmpty()) {
        return new Pledging.Refused(grounds, Optional.of(check));
      }
      Optional<Pledging> answer =
          reserved(
              acting, file.get(), deal, pledge.recordNumber(), Optional.empty(), Optional.empty());
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw busy(right);
  }

  /// Has the right back the deal, unless it backs one already; empty when somebody appended to it
  /// first.
  ///
  /// @param pledged none where the register has the pledge already
  /// @param check what the answer tells
  private Optional<Pledging> reserved(
      Acting acting,
      RightFile file,
      DealName deal,
      String recordNumber,
      Optional<DatedFact> pledged,
      Optional<TitleCheck> check) {
    RightId right = file.record().id();
    Reservation asked =
        new Reservation(
            acting.organisation(),
            right,
            deal,
            recordNumber,
            acting.name(),
            docket.now().truncatedTo(ChronoUnit.MICROS),
            Optional.empty());
    return switch (pledges.reserve(asked, file.record().version(), pledged)) {
      case Pledges.Reserved.Done done -> {
        String action = pledged.isPresent() ? "pledge-register" : "pledge-adopt";
        keep(acting, action, right, deal + " " + recordNumber);
        yield Optional.of(new Pledging.Done(right, done.version(), asked, check));
      }
      case Pledges.Reserved.Held held ->
          Optional.of(new Pledging.Refused(List.of(held(right, held)), check));
      case Pledges.Reserved.NotFound _ ->
          Optional.of(new Pledging.Refused(List.of(problem(right)), Optional.empty()));
      case Pledges.Reserved.Stale _ -> Optional.empty();
    };
  }

  /// Releases the pledge that a right backs its deal by: the right backs none then.
  ///
  /// @param on the day from which the pledge stands no more
  public Pledging release(Acting acting, RightId right, LocalDate on) {
    acting.must(Permission.RECORD);
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Optional<RightFile> file = own(acting, right);
      if (file.isEmpty()) {
        return new Pledging.Refused(List.of(problem(right)), Optional.empty());
      }
      Optional<Reservation> standing = pledges.standing(acting.organisation(), right);
      if (standing.isEmpty()) {
        return none(right);
      }
      Optional<Interest.Pledge> pledge = pledge(file.get(), standing.get());
      if (pledge.filter(one -> !on.isAfter(one.from())).isPresent()) {
        return Pledging.Refused.of(
            "pledge-release-early",
            "on",
            on.toString(),
            "A pledge is released on a later day than "
                + pledge.get().from()
                + ", when it began or was changed; a slip is corrected instead, and then released.");
      }
      Optional<DatedFact> fact =
          pledge.map(one -> new DatedFact(on, new Fact.PledgeReleased(one.recordNumber())));
      List<Problem> objections = fact.map(one -> objections(acting, right, one)).orElse(List.of());
      if (!objections.isEmpty()) {
        return new Pledging.Refused(objections, Optional.empty());
      }
      Reservation.Freed freed =
          new Reservation.Freed(acting.name(), docket.now().truncatedTo(ChronoUnit.MICROS));
      switch (pledges.release(
          acting.organisation(), right, file.get().record().version(), fact, freed)) {
        case Pledges.Released.Done done -> {
          keep(acting, "pledge-release", right, standing.get().deal().text());
          return new Pledging.Done(
              right, done.version(), freed(standing.get(), freed), Optional.empty());
        }
        case Pledges.Released.Free _ -> {
          return none(right);
        }
        case Pledges.Released.NotFound _ -> {
          return new Pledging.Refused(List.of(problem(right)), Optional.empty());
        }
        case Pledges.Released.Stale _ -> {}
      }
    }
    throw busy(right);
  }

  /// Changes the pledge that a right backs its deal by: the same pledge, stated anew.
  public Pledging change(Acting acting, RightId right, PledgeChange change) {
    acting.must(Permission.RECORD);
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Optional<RightFile> file = own(acting, right);
      if (file.isEmpty()) {
        return new Pledging.Refused(List.of(problem(right)), Optional.empty());
      }
      Optional<Reservation> standing = pledges.standing(acting.organisation(), right);
      Optional<Interest.Pledge> pledge = standing.flatMap(one -> pledge(file.get(), one));
      if (standing.isEmpty() || pledge.isEmpty()) {
        return none(right);
      }
      List<Problem> wrong = change.problems(pledge.get());
      wrong.addAll(beyond(acting, file.get(), change));
      if (!wrong.isEmpty()) {
        return new Pledging.Refused(wrong, Optional.empty());
      }
      DatedFact stated = change.of(pledge.get());
      switch (records.record(acting, right, stated, file.get().record().version())) {
        case Recording.Done done -> {
          keep(acting, "pledge-change", right, standing.get().deal().text());
          return new Pledging.Done(right, done.version(), standing.get(), Optional.empty());
        }
        case Recording.Unchanged _ -> {
          return new Pledging.Done(
              right, file.get().record().version(), standing.get(), Optional.empty());
        }
        case Recording.Refused refused -> {
          return new Pledging.Refused(refused.problems(), Optional.empty());
        }
        case Recording.NotFound _ -> {
          return new Pledging.Refused(List.of(problem(right)), Optional.empty());
        }
        case Recording.Stale _ -> {}
      }
    }
    throw busy(right);
  }

  private List<Problem> objections(Acting acting, RightId right, DatedFact fact) {
    return records
        .weigh(acting, right, fact)
        .map(weighed ->
            switch (weighed) {
              case Records.Weighed.Fits _ -> List.<Problem>of();
              case Records.Weighed.Refused refused -> refused.problems();
            })
        .orElse(List.of());
  }

  /// A longer debt must still end within the patent.
  private List<Problem> beyond(Acting acting, RightFile file, PledgeChange change) {
    if (change.term().isEmpty()) {
      return List.of();
    }
    TitleQuestion question =
        new TitleQuestion(List.of(), change.term(), change.on(), TitleQuestion.EXTRACT_DAYS);
    return dossiers.check(acting, file, question).found().stream()
        .map(check -> check.of(PledgeGround.TERM_BEYOND_PATENT))
        .filter(finding -> finding.status() == Finding.Status.BLOCKED)
        .map(finding -> dossiers.ground("title-blocked", finding))
        .toList();
  }

  private static Fact fact(Right right, PledgeTerms terms) {
    List<String> pledgors =
        terms.pledgors().isEmpty()
            ? right.owners().stream().map(Fact.Share::name).toList()
            : terms.pledgors();
    return new Fact.Pledged(
        pledgors.size() == 1 ? pledgors.getFirst() : "",
        terms.creditor().strip(),
        terms.recordNumber().strip(),
        Optional.of(terms.term()),
        terms.secured().toString());
  }

  private Optional<Interest.Pledge> pledge(RightFile file, Reservation reservation) {
    return file.right().interests().open().stream()
        .filter(Interest.Pledge.class::isInstance)
        .map(Interest.Pledge.class::cast)
        .filter(one -> one.recordNumber().strip().equals(reservation.recordNumber().strip()))
        .findFirst();
  }

  private boolean moved(Acting acting, RightFile seen) {
    return own(acting, seen.record().id())
        .filter(now -> now.record().version() == seen.record().version())
        .isEmpty();
  }

  private Optional<RightFile> own(Acting acting, RightId right) {
    return records
        .show(acting, right)
        .filter(file -> file.record().organisation().equals(acting.organisation()));
  }

  private static Reservation freed(Reservation one, Reservation.Freed freed) {
    return new Reservation(
        one.organisation(),
        one.right(),
        one.deal(),
        one.recordNumber(),
        one.by(),
        one.at(),
        Optional.of(freed));
  }

  private static Problem held(RightId right, Pledges.Reserved.Held held) {
    return Problem.of(
        "right-held",
        "",
        right.toString(),
        held.by()
            .map(one -> "The right backs the deal " + one.deal() + "; it is released first.")
            .orElse("Another organisation of this workspace has the right back a deal."));
  }

  private static Pledging none(RightId right) {
    return Pledging.Refused.of(
        "pledge-none", "", right.toString(), "The right backs no deal here by a pledge.");
  }

  private static Problem problem(RightId right) {
    return Problem.of("not-found", "", right.toString(), "There is no such right of one's own.");
  }

  private static Parsed<TitleCheck> notFound(RightId right) {
    return Parsed.refused("not-found", right.toString(), "The register has no such right.");
  }

  private static IllegalStateException busy(RightId right) {
    return new IllegalStateException(
        "others changed " + right + " " + TRIES_MAX + " times while a pledge was to be recorded");
  }

  private void keep(Acting acting, String action, RightId right, String detail) {
    trail.keep(
        new AuditTrail.Entry(
            docket.now(), acting.organisation(), acting.name(), action, right.toString(), detail));
  }
}
