package org.zhiheng.jobs.records;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.record.Rights;
import org.zhiheng.register.right.Folded;
import org.zhiheng.register.right.Proposal;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Rights, as people work with them: listed, shown, entered, events recorded, shared, taken out.
///
/// A query's viewer must be the acting organisation. What contradicts the right's life or its
/// interests is refused with the reason before anything is written.
public final class Records {

  /// Largest document that is attached to an event: a scanned file of some hundred pages.
  public static final long DOCUMENT_BYTES_MAX = 64L << 20;

  /// How often a record is read again when others append to it at the same time.
  private static final int TRIES_MAX = 100;

  private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

  private final Rights rights;
  private final Parties parties;
  private final Documents documents;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  public Records(
      Rights rights, Parties parties, Documents documents, AuditTrail audit, InstantSource clock) {
    this.rights = rights;
    this.parties = parties;
    this.documents = documents;
    this.audit = audit;
    this.clock = clock;
  }

  /// One page.
  public RightPage list(Acting acting, RightQuery query) {
    return rights.page(mine(acting, query));
  }

  /// How many the query finds, counted up to `atMost`.
  public long count(Acting acting, RightQuery query, long atMost) {
    return rights.count(mine(acting, query), atMost);
  }

  /// Hands over all that the query finds; the audit trail keeps that it was taken out.
  ///
  /// @param said the query in words, as the trail keeps it
  public void export(Acting acting, RightQuery query, String said, Consumer<RightRow> consumer) {
    acting.must(Permission.EXPORT);
    RightQuery checked = mine(acting, query);
    keep(acting, "export", "rights", said);
    rights.each(checked, consumer);
  }

  /// One right.
  public Optional<RightFile> show(Acting acting, RightId id) {
    acting.must(Permission.READ);
    return rights.find(acting.organisation(), id).map(this::file);
  }

  /// The rights that a person means by this id (`R42`) or number in any spelling.
  public List<RightId> meant(Acting acting, String typed) {
    acting.must(Permission.READ);
    String text = typed.strip();
    if (text.matches("[Rr][1-9][0-9]*")) {
      return RightId.parse(text).found().stream()
          .filter(id -> rights.find(acting.organisation(), id).isPresent())
          .toList();
    }
    List<String> keys = Numbers.keysOf(text);
    return keys.isEmpty() ? List.of() : rights.withKeys(acting.organisation(), keys);
  }

  /// The one right that a person means by this id or number; `not-found` when there is none,
  /// `ambiguous` when several are meant.
  public Parsed<RightId> meantOne(Acting acting, String typed) {
    List<RightId> meant = meant(acting, typed);
    if (meant.size() == 1) {
      return Parsed.ok(meant.getFirst());
    }
    return meant.isEmpty()
        ? Parsed.refused("not-found", typed, "The register has no right under this number.")
        : Parsed.refused(
            "ambiguous",
            typed,
            "Several rights have this number: "
                + meant.stream().map(RightId::toString).collect(Collectors.joining(", "))
                + "; give the id of one.");
  }

  /// Records an event that a person typed in, with or without a document.
  ///
  /// @param fields by name, as [FactForm#fields] lists them
  /// @param expectedVersion the version the person saw; without one, the newest
  /// @throws IOException when the document cannot be kept; nothing is recorded then
  public Recording record(
      Acting acting,
      RightId id,
      FactKind kind,
      LocalDate on,
      Map<String, String> fields,
      Optional<Long> expectedVersion,
      Optional<Attachment> attachment)
      throws IOException {
    acting.must(Permission.RECORD);
    Optional<RightRecord> found = own(acting, id);
    if (found.isEmpty()) {
      return new Recording.NotFound();
    }
    Optional<Problem> wrongDate = date(on);
    if (wrongDate.isPresent()) {
      return new Recording.Refused(List.of(wrongDate.get()));
    }
    Optional<Fact> document = Optional.empty();
    Fact fact;
    if (kind == FactKind.ATTACHED) {
      if (attachment.isEmpty()) {
        return new Recording.Refused(
            List.of(Problem.of("required", "file", "", "A document is attached with its file.")));
      }
      fact = kept(attachment.get());
    } else {
      switch (FactForm.read(kind, found.get().kind(), found.get().office(), fields)) {
        case FactForm.Read.Refused refused -> {
          return new Recording.Refused(refused.problems());
        }
        case FactForm.Read.Ok ok -> fact = ok.fact();
      }
      if (attachment.isPresent()) {
        document = Optional.of(kept(attachment.get()));
      }
    }
    Recording recording = append(acting, id, new DatedFact(on, fact), expectedVersion);
    if (recording instanceof Recording.Done event
        && document.isPresent()
        && append(acting, id, new DatedFact(on, document.get()), Optional.empty())
            instanceof Recording.Done attached) {
      return new Recording.Done(id, attached.version(), event.cautions());
    }
    return recording;
  }

  /// Records a fact on one's own right, if nothing was appended since that version.
  public Recording record(Acting acting, RightId id, DatedFact fact, long expectedVersion) {
    acting.must(Permission.RECORD);
    Optional<Problem> wrongDate = date(fact.on());
    return wrongDate.isPresent()
        ? new Recording.Refused(List.of(wrongDate.get()))
        : append(acting, id, fact, Optional.of(expectedVersion));
  }

  /// Weighs an event of a table against the right it names, without recording it.
  ///
  /// @param right an id or a number in any spelling
  /// @param event code of the kind
  /// @param settle told which right is about to be read, so that what waits to be written to it is
  ///   written first
  public Weighed weigh(
      Acting acting,
      String right,
      String event,
      LocalDate on,
      Map<String, String> fields,
      Consumer<RightRecord> settle) {
    acting.must(Permission.RECORD);
    List<RightId> ids = meant(acting, right);
    Optional<RightRecord> found = ids.size() == 1 ? own(acting, ids.getFirst()) : Optional.empty();
    if (found.isEmpty()) {
      return new Weighed.Refused(
          List.of(
              Problem.of(
                  "right-unknown",
                  "right",
                  right,
                  ids.size() > 1
                      ? "This could be several rights: give the id, one of " + ids + "."
                      : "There is no such right among one's own.")));
    }
    settle.accept(found.get());
    RightRecord record = own(acting, found.get().id()).orElseThrow();
    Optional<Problem> wrongDate = date(on);
    FactKind kind;
    switch (FactKind.parse(event)) {
      case Parsed.Refused<FactKind> refused -> {
        return new Weighed.Refused(List.of(refused.problem().at("event")));
      }
      case Parsed.Ok<FactKind> ok -> kind = ok.value();
    }
    if (wrongDate.isPresent()) {
      return new Weighed.Refused(List.of(wrongDate.get()));
    }
    return switch (FactForm.read(kind, record.kind(), record.office(), fields)) {
      case FactForm.Read.Refused refused -> new Weighed.Refused(refused.problems());
      case FactForm.Read.Ok ok -> weigh(record, new DatedFact(on, ok.fact()));
    };
  }

  /// Weighs a fact against one's own right, without recording it; empty when there is none.
  public Optional<Weighed> weigh(Acting acting, RightId id, DatedFact fact) {
    acting.must(Permission.RECORD);
    return own(acting, id)
        .map(record ->
            date(fact.on())
                .<Weighed>map(problem -> new Weighed.Refused(List.of(problem)))
                .orElseGet(() -> weigh(record, fact)));
  }

  /// Decides which of the names of a right, and of these names, are one party's.
  public SameParty sameParty(RightRecord record, List<String> names) {
    return names.isEmpty()
        ? sameParty(record)
        : sameParty(
            record,
            new DatedFact(
                EARLIEST,
                new Fact.OwnersRecorded(
                    names.stream().map(name -> new Fact.Share(name, 1)).toList())));
  }

  private Weighed weigh(RightRecord record, DatedFact fact) {
    if (known(record, fact)) {
      return new Weighed.Fits(record, fact);
    }
    return switch (Right.propose(
        record.kind(), record.office(), record.events(), fact, sameParty(record, fact))) {
      case Proposal.Refused refused -> new Weighed.Refused(refused.problems());
      case Proposal.Accepted _ -> new Weighed.Fits(record, fact);
    };
  }

  /// Whether an event may be recorded.
  public sealed interface Weighed {
    /// It may, or stands there already.
    record Fits(RightRecord record, DatedFact fact) implements Weighed {}

    /// It may not.
    record Refused(List<Problem> problems) implements Weighed {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Enters a right that a person typed in.
  ///
  /// @param fields by name, as [EntryForm#fields] lists them
  public Recording enter(
      Acting acting,
      RightKind kind,
      Office office,
      Map<String, String> fields,
      References references) {
    acting.must(Permission.RECORD);
    Notice notice;
    switch (EntryForm.read(kind, office, fields)) {
      case EntryForm.Read.Refused refused -> {
        return new Recording.Refused(refused.problems());
      }
      case EntryForm.Read.Ok ok -> notice = ok.notice();
    }
    for (DatedFact fact : notice.facts()) {
      Optional<Problem> wrongDate = date(fact.on());
      if (wrongDate.isPresent()) {
        return new Recording.Refused(List.of(wrongDate.get()));
      }
    }
    return switch (rights.enter(acting.organisation(), notice, references, acting.name())) {
      case Rights.Entered.New entered -> {
        keep(acting, "right-enter", entered.id().toString(), "");
        yield new Recording.Done(
            entered.id(),
            rights.find(acting.organisation(), entered.id()).map(RightRecord::version).orElse(0L),
            List.of());
      }
      case Rights.Entered.Exists exists -> new Recording.Unchanged(exists.id());
    };
  }

  /// Changes the references under which one's own right is kept.
  public boolean refer(Acting acting, RightId id, References references) {
    acting.must(Permission.RECORD);
    boolean done = rights.refer(acting.organisation(), id, references);
    if (done) {
      keep(acting, "right-refer", id.toString(), references.ours());
    }
    return done;
  }

  /// Lets another organisation see one's own right.
  public boolean share(Acting acting, RightId id, OrganisationId with) {
    acting.must(Permission.MANAGE);
    boolean done = rights.share(acting.organisation(), id, with);
    if (done) {
      keep(acting, "right-share", id.toString(), with.toString());
    }
    return done;
  }

  /// Ends that.
  public boolean unshare(Acting acting, RightId id, OrganisationId with) {
    acting.must(Permission.MANAGE);
    boolean done = rights.unshare(acting.organisation(), id, with);
    if (done) {
      keep(acting, "right-unshare", id.toString(), with.toString());
    }
    return done;
  }

  /// The organisations that see one's own right, by id; empty for another's.
  public List<OrganisationId> sharedWith(Acting acting, RightId id) {
    acting.must(Permission.READ);
    return rights.sharedWith(acting.organisation(), id);
  }

  /// A document that is attached to a right which the acting one may see.
  ///
  /// @throws IOException when it cannot be read
  public Optional<OpenDocument> document(
      Acting acting, RightId id, org.zhiheng.values.Digest digest) throws IOException {
    Optional<Fact.Attached> attached =
        show(acting, id).stream()
            .flatMap(file -> file.right().documents().stream())
            .map(Right.Document::attached)
            .filter(one -> one.digest().equals(digest))
            .findFirst();
    if (attached.isEmpty()) {
      return Optional.empty();
    }
    return documents.open(digest).map(content -> new OpenDocument(attached.get(), content));
  }

  /// A document and its bytes; whoever asked for it closes them.
  public record OpenDocument(Fact.Attached attached, java.io.InputStream content) {}

  private Recording append(
      Acting acting, RightId id, DatedFact fact, Optional<Long> expectedVersion) {
    for (int attempt = 0; attempt < TRIES_MAX; attempt++) {
      Optional<RightRecord> found = own(acting, id);
      if (found.isEmpty()) {
        return new Recording.NotFound();
      }
      RightRecord record = found.get();
      if (expectedVersion.isPresent() && expectedVersion.get() != record.version()) {
        return new Recording.Stale(record.version());
      }
      List<Problem> cautions;
      switch (Right.propose(
          record.kind(), record.office(), record.events(), fact, sameParty(record, fact))) {
        case Proposal.Refused refused -> {
          return known(record, fact)
              ? new Recording.Unchanged(id)
              : new Recording.Refused(refused.problems());
        }
        case Proposal.Accepted accepted -> cautions = accepted.cautions();
      }
      switch (rights.append(
          acting.organisation(), id, record.version(), fact, Source.BY_HAND, acting.name())) {
        case Rights.Appended.Done done -> {
          keep(acting, "event", id.toString(), FactKind.of(fact.fact()).code() + " " + fact.on());
          return new Recording.Done(id, done.version(), cautions);
        }
        case Rights.Appended.Unchanged _ -> {
          return new Recording.Unchanged(id);
        }
        case Rights.Appended.NotFound _ -> {
          return new Recording.NotFound();
        }
        case Rights.Appended.Stale stale -> {
          if (expectedVersion.isPresent()) {
            return new Recording.Stale(stale.version());
          }
        }
      }
    }
    throw new IllegalStateException(
        "others changed " + id + " " + TRIES_MAX + " times while an event was to be recorded");
  }

  private static boolean known(RightRecord record, DatedFact fact) {
    return record.events().stream()
        .map(event -> new DatedFact(event.on(), event.fact()))
        .anyMatch(fact::equals);
  }

  private Fact.Attached kept(Attachment attachment) throws IOException {
    try {
      MediaType.Sniffed sniffed = MediaType.sniff(attachment.content());
      Documents.Kept kept = documents.keep(sniffed.content(), DOCUMENT_BYTES_MAX);
      return new Fact.Attached(kept.digest(), attachment.name(), sniffed.mediaType(), kept.bytes());
    } catch (Documents.TooLarge tooLarge) {
      throw new ProblemsException(
          Problem.of(
              "document-too-large",
              "file",
              attachment.name(),
              "A document has at most " + (DOCUMENT_BYTES_MAX >> 20) + " MiB."));
    }
  }

  private Optional<RightRecord> own(Acting acting, RightId id) {
    return rights
        .find(acting.organisation(), id)
        .filter(record -> record.organisation().equals(acting.organisation()));
  }

  private RightFile file(RightRecord record) {
    Folded folded = Right.fold(record.kind(), record.office(), record.events(), sameParty(record));
    return new RightFile(record, folded);
  }

  private SameParty sameParty(RightRecord record, DatedFact... proposed) {
    return new KnownParties(
        parties,
        record.organisation(),
        Stream.concat(
                record.events().stream().map(Event::fact),
                Arrays.stream(proposed).map(DatedFact::fact))
            .toList());
  }

  /// What has not happened cannot be recorded: the day must have begun somewhere on earth.
  private Optional<Problem> date(LocalDate on) {
    LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
    return on.isBefore(EARLIEST) || on.isAfter(latest)
        ? Optional.of(
            Problem.of(
                "date-out-of-range",
                "on",
                on.toString(),
                "An event has a date from " + EARLIEST + " to today, " + latest + "."))
        : Optional.empty();
  }

  private static RightQuery mine(Acting acting, RightQuery query) {
    acting.must(Permission.READ);
    if (!query.viewer().equals(acting.organisation())) {
      throw new IllegalArgumentException(
          "the query's viewer must be who acts: " + query.viewer() + ", " + acting.organisation());
    }
    return query;
  }

  private void keep(Acting acting, String action, String subject, String detail) {
    audit.keep(
        new AuditTrail.Entry(
            clock.instant(), acting.organisation(), acting.name(), action, subject, detail));
  }
}
