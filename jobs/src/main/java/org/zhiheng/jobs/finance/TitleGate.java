package org.zhiheng.jobs.finance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.Parsed;

/// The gate of pledge registration: what the record of a Chinese patent says of each ground that
/// can stand against a pledge.
///
/// Pure: the same dossier and question give the same answer, in whatever order the events were
/// recorded. That nothing is recorded never reads as clear: what is absent from a record is shown
/// absent by a register extract, as of its day and no later, or by a signed paper; what a record
/// shows stands in the way whatever papers say.
///
/// Where our reading goes beyond the source: what may be entered in the register (annuities,
/// pending requests for invalidation and twins are not) is recalled, and that an extract tells of a
/// suspension is our reading. Source: the grounds as `pledge-grounds-cn.tsv` has them.
public final class TitleGate {

  private TitleGate() {}

  /// What the gate says.
  ///
  /// @return refused with `title-kind` for what is no patent of China
  public static Parsed<TitleCheck> check(Dossier dossier, TitleQuestion question) {
    if (dossier.kind().family() != RightKind.Family.PATENT || !dossier.office().equals(Office.CN)) {
      return Parsed.refused(
          "title-kind",
          dossier.kind().code() + " of " + dossier.office(),
          "The grounds are known for patents of China only.");
    }
    TitleStory story = TitleStory.of(dossier, question);
    Optional<Finding.Entry> extract = story.paper(TitlePaper.REGISTER_EXTRACT, LocalDate.MIN);
    OwnedGrounds owned = new OwnedGrounds(story, extract);
    StandingGrounds standing = new StandingGrounds(story, extract);
    List<Finding> findings = new ArrayList<>();
    for (PledgeGround ground : PledgeGround.values()) {
      findings.add(
          switch (ground) {
            case NOT_OWNER -> owned.notOwner();
            case ENDED -> standing.ended();
            case NOT_GRANTED -> standing.notGranted();
            case ANNUITY_UNPAID -> AnnuityGround.of(story);
            case SUSPENDED_OR_PRESERVED -> standing.suspendedOrPreserved();
            case TERM_BEYOND_PATENT -> standing.termBeyondPatent();
            case CONTRACT_DEFECTS -> owned.contractDefects();
            case CO_OWNER_CONSENT -> owned.coOwnerConsent();
            case ALREADY_PLEDGED -> owned.alreadyPledged();
            case UTILITY_TWIN -> twin(story);
            case INVALIDATION_PENDING -> invalidationPending(story);
            case OTHER -> other(story);
            case LICENCE_EXCLUSION -> licences(story, extract);
          });
    }
    return Parsed.ok(
        new TitleCheck(
            question.on(),
            verdict(findings, extract.filter(story::fresh)),
            extract,
            extract.map(Finding.Entry::on),
            findings));
  }

  private static TitleCheck.Verdict verdict(
      List<Finding> findings, Optional<Finding.Entry> extract) {
    if (findings.stream().anyMatch(one -> one.status() == Finding.Status.BLOCKED)) {
      return TitleCheck.Verdict.BLOCKED;
    }
    return extract.isPresent() && findings.stream().noneMatch(Finding::open)
        ? TitleCheck.Verdict.CONFIRMED
        : TitleCheck.Verdict.UNCONFIRMED;
  }

  /// Clear where a fresh extract shows that nothing of the kind is entered; else nothing tells.
  ///
  /// @param known what the record itself shows
  static Finding byExtract(
      TitleStory story,
      Optional<Finding.Entry> extract,
      PledgeGround ground,
      String code,
      String reason,
      List<Finding.Entry> known) {
    List<Finding.Entry> entries = new ArrayList<>(known);
    extract.ifPresent(entries::add);
    if (extract.filter(story::fresh).isPresent()) {
      return of(ground, Finding.Status.CLEAR, code, reason, entries);
    }
    return extract.isPresent()
        ? of(
            ground,
            Finding.Status.NO_SOURCE,
            "extract-old",
            "The register extract of "
                + extract.get().on()
                + " is older than "
                + story.question().extractDaysMax()
                + " days.",
            entries)
        : of(
            ground,
            Finding.Status.NO_SOURCE,
            "extract-missing",
            "No register extract is attached; the record alone does not show it.",
            entries);
  }

  static Finding of(
      PledgeGround ground,
      Finding.Status status,
      String code,
      String reason,
      List<Finding.Entry> entries) {
    return new Finding(ground, status, Optional.empty(), code, reason, entries);
  }

  private static Finding twin(TitleStory story) {
    PledgeGround ground = PledgeGround.UTILITY_TWIN;
    Optional<Finding.Entry> statement = story.paper(TitlePaper.TWIN_STATEMENT, LocalDate.MIN);
    if (!story.twins().isEmpty()) {
      return warn(
          ground,
          "twin-filed",
          "Another right of the same title and party was filed on the same day.",
          story.twins(),
          statement);
    }
    if (story.dossier().kind() == RightKind.DESIGN) {
      Optional<Event> known =
          story.first(fact -> fact instanceof Fact.Filed || fact instanceof Fact.Granted);
      return known.isPresent()
          ? of(
              ground,
              Finding.Status.CLEAR,
              "twin-design",
              "A design has no such twin.",
              List.of(story.entry(known.get())))
          : of(ground, Finding.Status.NO_SOURCE, "twin-untold", UNTOLD_TWIN, List.of());
    }
    return statement.isPresent()
        ? of(
            ground,
            Finding.Status.CLEAR,
            "twin-stated",
            "None is known here, and a signed statement is attached.",
            List.of(statement.get()))
        : of(ground, Finding.Status.NO_SOURCE, "twin-untold", UNTOLD_TWIN, List.of());
  }

  private static final String UNTOLD_TWIN =
      "None is known here; whether there is one, a signed statement tells.";

  private static Finding invalidationPending(TitleStory story) {
    PledgeGround ground = PledgeGround.INVALIDATION_PENDING;
    Optional<Event> pending = pending(story);
    if (pending.isPresent()) {
      return warn(
          ground,
          "invalidation-pending",
          "A request for invalidation of " + pending.get().on() + " is not decided, by the record.",
          List.of(story.entry(pending.get())),
          story.freshPaper(TitlePaper.INVALIDATION_STATEMENT, pending.get().on()));
    }
    Optional<Finding.Entry> statement =
        story.freshPaper(TitlePaper.INVALIDATION_STATEMENT, LocalDate.MIN);
    return statement.isPresent()
        ? of(
            ground,
            Finding.Status.CLEAR,
            "invalidation-stated",
            "None is on record, and a signed statement of "
                + statement.get().on()
                + " is attached.",
            List.of(statement.get()))
        : of(
            ground,
            Finding.Status.NO_SOURCE,
            "invalidation-untold",
            "None is on record; a register extract does not show requests, a signed statement not"
                + " older than "
                + story.question().extractDaysMax()
                + " days would.",
            List.of());
  }

  /// The last request that no decision followed. Decisions are not told apart by request: of two
  /// that run side by side, one decision leaves one open. Of one day, requests come first, in
  /// whatever order they were recorded.
  private static Optional<Event> pending(TitleStory story) {
    List<Event> proceeding =
        story.events().stream()
            .filter(event -> requests(event) || decides(event))
            .sorted(Comparator.comparing(Event::on).thenComparing(TitleGate::decides))
            .toList();
    Optional<Event> last = Optional.empty();
    int open = 0;
    for (Event event : proceeding) {
      if (requests(event)) {
        last = Optional.of(event);
        open++;
      } else if (event.fact() instanceof Fact.Invalidated) {
        open = 0;
      } else if (open > 0) {
        open--;
      }
    }
    return open > 0 ? last : Optional.empty();
  }

  private static boolean requests(Event event) {
    return TitleStory.act(Act.INVALIDATION_REQUESTED).test(event.fact());
  }

  private static boolean decides(Event event) {
    return TitleStory.act(Act.INVALIDATION_DECISION).test(event.fact())
        || (event.fact() instanceof Fact.Invalidated all && all.claims().isEmpty());
  }

  private static Finding other(TitleStory story) {
    if (!story.folded().objections().isEmpty()) {
      return of(
          PledgeGround.OTHER,
          Finding.Status.WARN,
          "record-contradicts",
          "The record contradicts itself: " + story.folded().objections().getFirst().reason(),
          story.events().stream()
              .filter(event ->
                  story.folded().objections().stream()
                      .anyMatch(one -> one.path().equals(event.id().toString())))
              .map(story::entry)
              .toList());
    }
    return of(
        PledgeGround.OTHER,
        Finding.Status.NO_SOURCE,
        "office-decides",
        "What else the office may see, no record shows.",
        List.of());
  }

  private static Finding licences(TitleStory story, Optional<Finding.Entry> extract) {
    PledgeGround ground = PledgeGround.LICENCE_EXCLUSION;
    List<Interest.Licence> excluding =
        story.standing(Interest.Licence.class).stream()
            .filter(one -> one.kind() != Fact.LicenceKind.ORDINARY)
            .sorted(
                Comparator.comparing(Interest.Licence::from)
                    .thenComparing(Interest.Licence::recordNumber)
                    .thenComparing(Interest.Licence::kind))
            .toList();
    if (excluding.isEmpty()) {
      return byExtract(
          story,
          extract,
          ground,
          "licences-none",
          "No exclusive, sole or open licence is on record, and the extract shows none that is not"
              + " entered.",
          List.of());
    }
    List<Finding.Entry> entries =
        excluding.stream().flatMap(one -> story.entries(one.event()).stream()).toList();
    boolean open = excluding.stream().anyMatch(one -> one.kind() == Fact.LicenceKind.OPEN);
    boolean closed = excluding.stream().anyMatch(one -> one.kind() != Fact.LicenceKind.OPEN);
    if (open && closed) {
      return of(
          ground,
          Finding.Status.BLOCKED,
          "licences-exclude",
          "An open licence runs beside an exclusive or sole one; they exclude each other.",
          entries);
    }
    Interest.Licence first = excluding.getFirst();
    LocalDate newest = excluding.getLast().from();
    return warn(
        ground,
        open ? "open-licence-runs" : "exclusive-licence-runs",
        "An "
            + first.kind().name().toLowerCase(Locale.ROOT).replace("sole", "exclusive (sole)")
            + " licence runs since "
            + first.from()
            + "; "
            + (open ? "no exclusive one" : "no open one")
            + " can be given beside it.",
        entries,
        story.paper(TitlePaper.LICENCE_STATEMENT, newest));
  }

  private static Finding warn(
      PledgeGround ground,
      String code,
      String reason,
      List<Finding.Entry> entries,
      Optional<Finding.Entry> acknowledgement) {
    return new Finding(ground, Finding.Status.WARN, acknowledgement, code, reason, entries);
  }
}
