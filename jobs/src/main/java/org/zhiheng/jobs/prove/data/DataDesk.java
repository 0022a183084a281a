package org.zhiheng.jobs.prove.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.Versions;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Deposits of data sets. Nothing of them is stored but the evidence, and the secret that its salts
/// are drawn from: what is told is read from the signed statements each time.
public final class DataDesk {

  /// Statements of data that are looked through for licences; more is refused.
  public static final int EVIDENCE_MAX = 50_000;

  private static final int PAGE = 500;

  private final Records records;
  private final Deposits deposits;
  private final EvidenceBook book;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final Regions regions = Regions.load();

  /// Over these.
  public DataDesk(Records records, ProveDesk prove, AuditTrail trail, InstantSource clock) {
    this.records = records;
    this.deposits = prove.deposits();
    this.book = prove.book();
    this.trail = trail;
    this.clock = clock;
  }

  /// The regions that are known.
  public Regions regions() {
    return regions;
  }

  /// Deposits a set: states its fingerprint beside what is said of it.
  ///
  /// Cost: each file is read twice, once to be kept and once for the fingerprint.
  ///
  /// @param request of the kind data-ip
  /// @param chunks to cut files into chunks that else would be cut into rows
  /// @throws IOException as [Deposits#deposit]
  /// @throws ProblemsException as it, and as [DataItem#check]; `data-row`; `data-field` where a
  ///   fact of the request begins with `data.`
  public EvidenceStore.Kept deposit(
      Acting acting, Deposits.Request request, DataItem item, boolean chunks) throws IOException {
    item.check(regions);
    for (String name : request.facts().keySet()) {
      if (name.startsWith(DataItem.PREFIX) || name.startsWith("licence.")) {
        throw new ProblemsException(
            Problem.of(
                "data-field", "fact", name, "Facts of data are stated by their own options."));
      }
    }
    return deposits.deposit(
        acting,
        request,
        (files, secret) -> {
          SortedMap<String, String> facts = item.facts();
          List<SetFingerprint.Part> parts = new ArrayList<>();
          for (StatedFile file : files) {
            parts.add(part(chunks ? UnitKind.CHUNKS : UnitKind.byName(file.name()), file));
          }
          facts.putAll(SetFingerprint.taken(parts, secret).facts());
          return new Deposits.Completed(facts, Optional.of(secret), Optional.empty());
        });
  }

  private SetFingerprint.Part part(UnitKind kind, StatedFile file) {
    return new SetFingerprint.Part(kind, () -> deposits.content(file));
  }

  /// What is known of a deposit.
  ///
  /// @throws ProblemsException with `not-found`, `data-none` when it is no deposit of data or was
  ///   erased, `too-many`
  public DataSheet sheet(Acting acting, EvidenceId id) {
    EvidenceStore.Kept kept = kept(acting, id);
    DataItem item = DataItem.of(manifest(kept).statement());
    Optional<Region> region = regions.parse(item.region()).found();
    Optional<LocalDate> registered =
        kept.right()
            .flatMap(right -> records.show(acting, right))
            .filter(file -> file.record().kind() == RightKind.DATA_IP_REGISTRATION)
            .flatMap(file -> file.right().dates().registeredOn());
    return new DataSheet(
        kept,
        item,
        region,
        SetFingerprint.of(manifest(kept).statement()),
        region.map(one -> DataTerm.of(one, registered, item.contractEnds())),
        LicenceChain.of(item.holder(), links(acting, commitment(kept))));
  }

  private EvidenceStore.Kept kept(Acting acting, EvidenceId id) {
    EvidenceStore.Kept kept =
        book.show(acting, id)
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of("not-found", "", id.toString(), "There is no such evidence.")));
    if (kept.leaf().kind() != LeafKind.DATA_IP || kept.opening().isEmpty()) {
      throw new ProblemsException(
          Problem.of(
              "data-none", "", id.toString(), "It is no deposit of data, or it was erased."));
    }
    return kept;
  }

  private static Manifest manifest(EvidenceStore.Kept kept) {
    return SignedStatement.parse(kept.opening().orElseThrow().statement().array())
        .orThrow()
        .manifest();
  }

  private static String commitment(EvidenceStore.Kept kept) {
    return kept.leaf().commitment().sha256().hex();
  }

  private List<LicenceChain.Link> links(Acting acting, String deposit) {
    List<LicenceChain.Link> links = new ArrayList<>();
    // each version with the one before it, newest first
    Map<String, String> versions = new HashMap<>();
    Set<String> replaced = new HashSet<>();
    Optional<EvidenceId> before = Optional.empty();
    EvidenceStore.Selection selection =
        new EvidenceStore.Selection(Optional.empty(), Set.of(LeafKind.DATA_IP, LeafKind.SUPERSEDE));
    int seen = 0;
    while (true) {
      List<EvidenceStore.Kept> page = book.page(acting, selection, before, PAGE);
      for (EvidenceStore.Kept kept : page) {
        if (kept.leaf().kind() == LeafKind.SUPERSEDE) {
          versions.put(commitment(kept), kept.leaf().previous().hex());
          replaced.add(kept.leaf().previous().hex());
        }
        if (kept.opening().isEmpty()) {
          continue;
        }
        SortedMap<String, String> facts = manifest(kept).statement();
        if (deposit.equals(facts.get(LicenceLink.DEPOSIT))
            && !replaced.contains(commitment(kept))
            && book.revocation(acting, kept).isEmpty()) {
          LicenceLink.of(facts)
              .ifPresent(
                  link -> links.add(new LicenceChain.Link(kept.id(), commitment(kept), link)));
        }
      }
      seen += page.size();
      if (page.size() < PAGE) {
        return links.reversed().stream().map(link -> first(link, versions)).toList();
      }
      if (seen > EVIDENCE_MAX) {
        throw new ProblemsException(
            Problem.of(
                "too-many",
                "",
                Integer.toString(seen),
                "More than " + EVIDENCE_MAX + " statements of data are kept."));
      }
      before = Optional.of(page.getLast().id());
    }
  }

  /// A link under the commitment of its first version, for a later one may name any of them.
  private static LicenceChain.Link first(LicenceChain.Link one, Map<String, String> versions) {
    return new LicenceChain.Link(
        one.id(),
        first(one.commitment(), versions),
        one.link().behind(first(one.link().previous(), versions)));
  }

  private static String first(String commitment, Map<String, String> versions) {
    String first = commitment;
    while (versions.containsKey(first)) {
      first = versions.getOrDefault(first, "");
    }
    return first;
  }

  /// Opens some pieces of a set; who did is kept in the trail.
  ///
  /// Cost: all files of the set are read once.
  ///
  /// @param file name of the file as stated; where it is not given, the first
  /// @param numbers of rows or chunks of that file, from 0
  /// @throws IOException when a file cannot be read
  /// @throws ProblemsException as [#sheet]; `forbidden`, `data-none` without a fingerprint,
  ///   `data-rows` for a row that is not there, `data-changed`
  public DataOpening open(
      Acting acting, EvidenceId id, Optional<String> file, SortedSet<Long> numbers)
      throws IOException {
    acting.must(Permission.EXPORT);
    EvidenceStore.Kept kept = kept(acting, id);
    List<StatedFile> files = manifest(kept).files();
    SetFingerprint stated =
        SetFingerprint.of(manifest(kept).statement())
            .filter(one -> one.units().files().size() == files.size())
            .orElseThrow(() -> without(id));
    Hash secret =
        kept.opening().flatMap(EvidenceStore.Opening::rowSecret).orElseThrow(() -> without(id));
    int which = which(files, file);
    SetUnits.Count count = stated.units().files().get(which);
    if (numbers.isEmpty()
        || numbers.size() > DataOpening.ROWS_MAX
        || numbers.first() < 0
        || numbers.last() >= count.count()) {
      throw new ProblemsException(
          Problem.of(
              "data-rows",
              "rows",
              numbers.stream().map(String::valueOf).collect(Collectors.joining(",")),
              files.get(which).name()
                  + " has "
                  + count.count()
                  + " "
                  + count.kind().code()
                  + ", counted from 0; at most 10,000 are opened at once."));
    }
    long start = stated.units().start(which);
    List<SetFingerprint.Part> parts = new ArrayList<>();
    for (int at = 0; at < files.size(); at++) {
      parts.add(part(stated.units().files().get(at).kind(), files.get(at)));
    }
    DataOpening opening =
        Openings.opened(
            parts,
            stated,
            secret,
            numbers.stream()
                .map(number -> start + number)
                .collect(Collectors.toCollection(TreeSet::new)));
    trail.keep(
        new AuditTrail.Entry(
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            acting.organisation(),
            acting.name(),
            "data-open",
            id.toString(),
            opening.rows().size() + " of " + opening.size()));
    return opening;
  }

  private static ProblemsException without(EvidenceId id) {
    return new ProblemsException(
        Problem.of(
            "data-none", "", id.toString(), "This deposit has no fingerprint that can be opened."));
  }

  private static int which(List<StatedFile> files, Optional<String> name) {
    if (name.isEmpty()) {
      return 0;
    }
    for (int at = 0; at < files.size(); at++) {
      if (files.get(at).name().equals(name.get())) {
        return at;
      }
    }
    throw new ProblemsException(
        Problem.of("data-rows", "file", name.get(), "The set has no file of this name."));
  }

  /// States the fingerprint once more, beside nothing but itself: a bundle of this evidence shows
  /// the fingerprint and none of the set. Its leaf names the deposit's commitment as the one before
  /// it.
  ///
  /// @throws IOException when it cannot be kept
  /// @throws ProblemsException as [#sheet]; `data-none` without a fingerprint
  public EvidenceStore.Kept note(Acting acting, EvidenceId id) throws IOException {
    EvidenceStore.Kept kept = kept(acting, id);
    SortedMap<String, String> facts =
        new TreeMap<>(
            SetFingerprint.of(manifest(kept).statement()).orElseThrow(() -> without(id)).facts());
    facts.put("data.of", commitment(kept));
    SortedMap<String, Json> json = new TreeMap<>();
    facts.forEach((name, text) -> json.put(name, new Json.Text(text)));
    byte[] bytes = new Json.Fields(json).bytes();
    return linked(
        acting,
        kept,
        facts,
        List.of(
            new Deposits.Source(
                "fingerprint.json",
                "application/json",
                Optional.empty(),
                "",
                "",
                () -> new ByteArrayInputStream(bytes))));
  }

  /// Adds a licence to the chain of a deposit; its leaf names the deposit's commitment as the one
  /// before it, so that anybody can see that they belong together.
  ///
  /// @param contract the files that it stands in
  /// @throws IOException when a file cannot be read or kept
  /// @throws ProblemsException as [#sheet] and [Deposits#deposit]
  public EvidenceStore.Kept license(
      Acting acting, EvidenceId id, LicenceLink link, List<Deposits.Source> contract)
      throws IOException {
    EvidenceStore.Kept kept = kept(acting, id);
    return linked(acting, kept, link.facts(commitment(kept)), contract);
  }

  private EvidenceStore.Kept linked(
      Acting acting,
      EvidenceStore.Kept kept,
      SortedMap<String, String> facts,
      List<Deposits.Source> files)
      throws IOException {
    return deposits.deposit(
        acting,
        new Deposits.Request(LeafKind.DATA_IP, kept.right(), "", new TreeMap<>(), files),
        (_, _) ->
            new Deposits.Completed(
                facts, Optional.empty(), Optional.of(kept.leaf().commitment().sha256())));
  }

  /// The commitment of a link, for the next to name.
  ///
  /// @throws ProblemsException as [#sheet]
  public String commitment(Acting acting, EvidenceId link) {
    return book.show(acting, link)
        .filter(one -> one.leaf().kind() == LeafKind.SUPERSEDE && one.opening().isPresent())
        .filter(one -> Versions.matter(LeafKind.SUPERSEDE, manifest(one)) == LeafKind.DATA_IP)
        .map(DataDesk::commitment)
        .orElseGet(() -> commitment(kept(acting, link)));
  }
}
