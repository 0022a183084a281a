package org.zhiheng.jobs.prove.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.opening.Opening;
import org.zhiheng.ledger.opening.RowTree;
import org.zhiheng.ledger.statement.Json;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Sets of data as evidence.
///
/// A set is deposited twice over: once whole, with the secret of its salts, which stays in the
/// house; once as its fingerprint, whose bundle can be handed out. Rows are opened from the first
/// and checked against the second.
public final class DataDesk {

  /// Pieces of evidence that are looked through for licences; more is refused.
  public static final int EVIDENCE_MAX = 50_000;

  private static final int PAGE = 500;
  private static final String SECRET = "row-salts.bin";
  private static final String FIELD = "data.field.";
  private static final String OF = "data.of";
  private static final String SET = "data.set";
  private static final String REGION = "data.region";
  private static final String FILE = "data.file";
  private static final String HOLDER = "data.holder";

  private final Records records;
  private final Documents documents;
  private final Deposits deposits;
  private final EvidenceBook book;
  private final SecureRandom random;
  private final DataRegions regions = DataRegions.load();

  /// Over these jobs and this store.
  ///
  /// @param random what the secrets of sets are drawn from
  public DataDesk(
      Records records,
      Documents documents,
      Deposits deposits,
      EvidenceBook book,
      SecureRandom random) {
    this.records = records;
    this.documents = documents;
    this.deposits = deposits;
    this.book = book;
    this.random = random;
  }

  /// The regions that are known.
  public DataRegions regions() {
    return regions;
  }

  /// A set that is deposited.
  ///
  /// @param right the registration it is about, if there is one
  /// @param title in words, for a list; where it is empty, the first file's name
  /// @param region where it is to be registered
  /// @param holder who holds it; may be empty
  /// @param fields of the region's form, by name
  /// @param source where the data come from
  /// @param processing what was done with them
  /// @param facts stated beside, by name
  /// @param files the first is the one that is fingerprinted
  public record Request(
      Optional<RightId> right,
      String title,
      String region,
      String holder,
      SortedMap<String, String> fields,
      String source,
      String processing,
      SortedMap<String, String> facts,
      List<Deposits.Source> files) {
    /// Copies the list.
    public Request {
      files = List.copyOf(files);
    }
  }

  /// What was deposited.
  ///
  /// @param set the whole of it, which stays in the house
  /// @param fingerprint what can be handed out
  /// @param missing fields that the form asks for and that were not given
  public record Made(
      EvidenceStore.Kept set, EvidenceStore.Kept fingerprint, List<DataRegion.Field> missing) {
    /// Copies the list.
    public Made {
      missing = List.copyOf(missing);
    }
  }

  /// Takes a set in: first the whole, then its fingerprint. Where the second fails, the first
  /// stands as a deposit of its own.
  ///
  /// @throws IOException when a file cannot be read or kept
  /// @throws ProblemsException as [Deposits#deposit], and with `data-region`, `data-field`,
  ///   `data-row`
  public Made deposit(Acting acting, Request request) throws IOException {
    acting.must(Permission.RECORD);
    DataRegion region = regions.parse(request.region()).orThrow();
    List<DataRegion.Field> missing = missing(region, request.fields());
    byte[] secret = new byte[RowTree.SECRET_LENGTH_BYTES];
    random.nextBytes(secret);
    List<Deposits.Source> files = new ArrayList<>(request.files());
    files.add(
        new Deposits.Source(
            SECRET,
            "application/octet-stream",
            Optional.empty(),
            "",
            "",
            () -> new ByteArrayInputStream(secret)));
    EvidenceStore.Kept set =
        deposits.deposit(
            acting,
            new Deposits.Request(
                LeafKind.DATA_IP, request.right(), request.title(), request.facts(), files));
    StatedFile first = manifest(set).orElseThrow().files().getFirst();
    RowReader reader = RowReader.of(first.name());
    RowTree tree = cut(first, reader, secret, Collections.emptySortedSet());
    TreeHead head = tree.head();
    if (head.size() == 0) {
      throw new ProblemsException(
          Problem.of("data-row", first.name(), "", "A set has at least one row."));
    }
    SortedMap<String, String> facts = new TreeMap<>(request.facts());
    facts.put(REGION, region.code());
    facts.put(SET, set.id().toString());
    facts.put(FILE, first.name());
    facts.put(Opening.UNIT, reader.code());
    facts.put(Opening.COUNT, Long.toString(head.size()));
    facts.put(Opening.ROOT, head.root().hex());
    put(facts, HOLDER, request.holder());
    put(facts, "data.source", request.source());
    put(facts, "data.processing", request.processing());
    request.fields().forEach((name, text) -> facts.put(FIELD + name, text));
    byte[] paper = paper(facts);
    EvidenceStore.Kept fingerprint =
        deposits.deposit(
            acting,
            new Deposits.Request(
                LeafKind.DATA_IP,
                request.right(),
                request.title().isBlank() ? first.name() : request.title(),
                facts,
                List.of(
                    new Deposits.Source(
                        "fingerprint.json",
                        "application/json",
                        Optional.empty(),
                        "",
                        "",
                        () -> new ByteArrayInputStream(paper)))),
            Optional.of(set.leaf().commitment().sha256()));
    return new Made(set, fingerprint, missing);
  }

  private static void put(SortedMap<String, String> facts, String name, String text) {
    if (!text.isBlank()) {
      facts.put(name, text.strip());
    }
  }

  /// The facts again, as a file: a statement has at least one.
  private static byte[] paper(SortedMap<String, String> facts) {
    SortedMap<String, Json> fields = new TreeMap<>();
    facts.forEach((name, text) -> fields.put(name, new Json.Text(text)));
    return new Json.Fields(fields).bytes();
  }

  /// Fields that the form has and the request has not; a field that the form has not is refused
  /// where the form is known.
  private static List<DataRegion.Field> missing(
      DataRegion region, SortedMap<String, String> given) {
    List<Problem> problems = new ArrayList<>();
    for (String name : given.keySet()) {
      if (!region.fields().isEmpty()
          && region.fields().stream().noneMatch(field -> field.name().equals(name))) {
        problems.add(
            Problem.of(
                "data-field",
                name,
                "",
                "The form of "
                    + region.code()
                    + " has no such field; it has "
                    + String.join(
                        ", ", region.fields().stream().map(DataRegion.Field::name).toList())
                    + "."));
      }
    }
    List<DataRegion.Field> missing =
        region.fields().stream()
            .filter(field -> given.getOrDefault(field.name(), "").isBlank())
            .toList();
    missing.stream()
        .filter(DataRegion.Field::required)
        .forEach(field ->
            problems.add(
                Problem.of(
                    "data-field",
                    field.name(),
                    "",
                    "The form of " + region.code() + " must have it: " + field.said().en() + ".")));
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return missing;
  }

  private RowTree cut(StatedFile file, RowReader reader, byte[] secret, SortedSet<Long> wanted)
      throws IOException {
    RowTree tree = new RowTree(secret, wanted);
    reader.cut(content(file), tree);
    return tree;
  }

  private InputStream content(StatedFile file) throws IOException {
    return documents
        .open(new Digest(file.sha256().hex()))
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("data-erased", file.name(), "", "The set is not kept here any more.")));
  }

  /// Opens rows of a set.
  ///
  /// @param id of the fingerprint
  /// @param rows counted from 0; of CSV the header is row 0, and always opened beside the others
  /// @throws IOException when the set cannot be read
  /// @throws ProblemsException with `forbidden`, `not-found`, `data-none` when the evidence states
  ///   no set, `data-erased`, `data-row` when there is no such row, `too-many`
  public Opening open(Acting acting, EvidenceId id, SortedSet<Long> rows) throws IOException {
    acting.must(Permission.EXPORT);
    SortedMap<String, String> facts = facts(acting, id);
    RowReader reader =
        RowReader.RECORD.code().equals(facts.get(Opening.UNIT))
            ? RowReader.RECORD
            : RowReader.BLOCK;
    long count = Long.parseLong(facts.getOrDefault(Opening.COUNT, "0"));
    SortedSet<Long> wanted = new TreeSet<>(rows);
    if (reader == RowReader.RECORD) {
      wanted.add(0L);
    }
    if (rows.isEmpty() || wanted.getFirst() < 0 || wanted.getLast() >= count) {
      throw new ProblemsException(
          Problem.of(
              "data-row",
              "rows",
              rows.toString(),
              "The set has the rows 0 to " + (count - 1) + "; name at least one."));
    }
    if (wanted.size() > RowTree.OPENED_MAX) {
      throw new ProblemsException(
          Problem.of(
              "too-many",
              "rows",
              Integer.toString(wanted.size()),
              "At most 1,000 rows are opened at a time."));
    }
    EvidenceId of = EvidenceId.parse(facts.getOrDefault(SET, "")).orThrow();
    Manifest set =
        book.show(acting, of)
            .flatMap(DataDesk::manifest)
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of(
                        "data-erased", "", of.toString(), "The set is not kept here any more.")));
    byte[] secret;
    try (InputStream in = content(set.files().getLast())) {
      secret = in.readNBytes(RowTree.SECRET_LENGTH_BYTES);
    }
    RowTree tree = cut(set.files().getFirst(), reader, secret, wanted);
    TreeHead head = tree.head();
    if (!head.root().hex().equals(facts.get(Opening.ROOT))) {
      throw new IOException("the set of " + id + " is not the one that was fingerprinted");
    }
    return new Opening(reader.code(), head.size(), head.root(), tree.opened());
  }

  /// The facts of a fingerprint.
  private SortedMap<String, String> facts(Acting acting, EvidenceId id) {
    SortedMap<String, String> facts =
        book.show(acting, id)
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of("not-found", "", id.toString(), "There is no such evidence.")))
            .opening()
            .map(one ->
                SignedStatement.parse(one.statement().array()).orThrow().manifest().statement())
            .orElseGet(Collections::emptySortedMap);
    if (!facts.containsKey(Opening.ROOT)) {
      throw new ProblemsException(
          Problem.of(
              "data-none",
              "",
              id.toString(),
              "This evidence states no set; name the fingerprint that a deposit with a region gave."));
    }
    return facts;
  }

  private static Optional<Manifest> manifest(EvidenceStore.Kept kept) {
    return kept.opening()
        .map(one -> SignedStatement.parse(one.statement().array()).orThrow().manifest());
  }

  /// Deposits a licence of a set.
  ///
  /// @param id of the set's fingerprint
  /// @param files the contract, or what there is of it
  /// @throws IOException when a file cannot be read or kept
  /// @throws ProblemsException as [Deposits#deposit], and with `data-none`
  public EvidenceStore.Kept license(
      Acting acting, EvidenceId id, Licence licence, List<Deposits.Source> files)
      throws IOException {
    facts(acting, id);
    EvidenceStore.Kept fingerprint = book.show(acting, id).orElseThrow();
    SortedMap<String, String> facts = licence.facts();
    facts.put(OF, id.toString());
    return deposits.deposit(
        acting,
        new Deposits.Request(
            LeafKind.DATA_IP,
            fingerprint.right(),
            licence.licensor() + " → " + licence.licensee(),
            facts,
            files),
        Optional.of(fingerprint.leaf().commitment().sha256()));
  }

  /// What is known of a set.
  ///
  /// @param id of the fingerprint
  /// @param facts as stated
  /// @param region where it is to be registered
  /// @param term when its registration ends
  /// @param licences oldest deposit first
  public record Shown(
      EvidenceId id,
      SortedMap<String, String> facts,
      DataRegion region,
      DataTerm term,
      List<Link> licences) {
    /// Copies the list.
    public Shown {
      licences = List.copyOf(licences);
    }
  }

  /// A licence in the chain.
  ///
  /// @param id of its evidence
  /// @param licence as stated
  /// @param doubts what a person has to look at
  public record Link(EvidenceId id, Licence licence, List<Said> doubts) {
    /// Copies the list.
    public Link {
      doubts = List.copyOf(doubts);
    }
  }

  /// Shows a set, its term and its licences.
  ///
  /// @throws ProblemsException with `not-found`, `data-none`, `too-many`
  public Shown show(Acting acting, EvidenceId id) {
    SortedMap<String, String> facts = facts(acting, id);
    DataRegion region = regions.parse(facts.getOrDefault(REGION, "")).orThrow();
    Optional<LocalDate> registered =
        book.show(acting, id)
            .flatMap(EvidenceStore.Kept::right)
            .flatMap(right -> records.show(acting, right))
            .map(RightFile::right)
            .flatMap(right -> right.dates().registeredOn());
    List<EvidenceId> ids = new ArrayList<>();
    List<Licence> chain = new ArrayList<>();
    for (EvidenceStore.Kept kept : behind(acting, id)) {
      SortedMap<String, String> stated =
          manifest(kept).map(Manifest::statement).orElseGet(Collections::emptySortedMap);
      if (id.toString().equals(stated.get(OF))) {
        Licence.of(stated)
            .ifPresent(licence -> {
              ids.add(kept.id());
              chain.add(licence);
            });
      }
    }
    String holder = facts.getOrDefault(HOLDER, "");
    List<List<Said>> doubts = Licence.doubts(holder, chain);
    List<Link> links = new ArrayList<>();
    for (int at = 0; at < chain.size(); at++) {
      links.add(new Link(ids.get(at), chain.get(at), doubts.get(at)));
    }
    return new Shown(
        id, facts, region, DataTerm.of(region, registered, contractEnd(holder, chain)), links);
  }

  /// The first end of a licence that the holder was granted: data that are held under a contract
  /// are registered no longer than it lasts.
  private static Optional<LocalDate> contractEnd(String holder, List<Licence> chain) {
    return chain.stream()
        .filter(one -> one.licensee().equals(holder))
        .flatMap(one -> one.to().stream())
        .min(LocalDate::compareTo);
  }

  /// All data-IP evidence behind this one, oldest first.
  private List<EvidenceStore.Kept> behind(Acting acting, EvidenceId id) {
    List<EvidenceStore.Kept> all = new ArrayList<>();
    Optional<EvidenceId> before = Optional.empty();
    while (true) {
      List<EvidenceStore.Kept> page =
          book.page(
              acting,
              new EvidenceStore.Selection(Optional.empty(), Set.of(LeafKind.DATA_IP)),
              before,
              PAGE);
      for (EvidenceStore.Kept kept : page) {
        if (kept.id().number() <= id.number()) {
          return all.reversed();
        }
        all.add(kept);
      }
      if (page.size() < PAGE) {
        return all.reversed();
      }
      if (all.size() > EVIDENCE_MAX) {
        throw new ProblemsException(
            Problem.of(
                "too-many",
                "",
                id.toString(),
                "More than " + EVIDENCE_MAX + " pieces of data evidence are newer than this one."));
      }
      before = Optional.of(page.getLast().id());
    }
  }
}
