package org.zhiheng.jobs.prove;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Fingerprint;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Takes files in as evidence: keeps them, states what they are, signs that, and lets the leaf wait
/// for the log.
///
/// What [#deposit] returned is durable. That it is *logged* is said by its index, later.
public final class Deposits {

  /// Largest file: as much as a statement can name.
  public static final long FILE_BYTES_MAX = StatedFile.SIZE_BYTES_MAX;

  private final Records records;
  private final Documents documents;
  private final EvidenceStore store;
  private final Stating stating;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  public Deposits(
      Records records,
      Documents documents,
      EvidenceStore store,
      Stating stating,
      AuditTrail audit,
      InstantSource clock) {
    this.records = records;
    this.documents = documents;
    this.store = store;
    this.stating = stating;
    this.audit = audit;
    this.clock = clock;
  }

  /// What is deposited.
  ///
  /// @param kind of which kind the statement is
  /// @param right what it is about, if a right
  /// @param title in words, for a list; where it is empty, the first file's name
  /// @param facts stated beside the files, by name
  /// @param files in their order
  public record Request(
      LeafKind kind,
      Optional<RightId> right,
      String title,
      SortedMap<String, String> facts,
      List<Source> files) {

    /// Copies the list.
    public Request {
      files = List.copyOf(files);
    }
  }

  /// A file that is deposited.
  ///
  /// @param name as its owner calls it
  /// @param type its media type; may be empty
  /// @param capturedAt when it was captured, as the depositor says
  /// @param tool with what; may be empty
  /// @param environment on what machine and how connected; may be empty
  /// @param declared the SHA-256 that its bytes must have, if whoever sent them said so
  /// @param content opens its bytes; read once
  public record Source(
      String name,
      String type,
      Optional<Instant> capturedAt,
      String tool,
      String environment,
      Optional<Digest> declared,
      Content content) {

    /// Of which nobody said what its bytes must be.
    public Source(
        String name,
        String type,
        Optional<Instant> capturedAt,
        String tool,
        String environment,
        Content content) {
      this(name, type, capturedAt, tool, environment, Optional.empty(), content);
    }
  }

  /// Opens a file's bytes.
  @FunctionalInterface
  public interface Content {
    /// The bytes from the first on; whoever asked closes the stream.
    ///
    /// @throws IOException when it cannot be read
    InputStream open() throws IOException;
  }

  /// States what is only known once the files are kept.
  @FunctionalInterface
  public interface Completing {
    /// What is stated beside the request's facts.
    ///
    /// @param files as they will be stated; their bytes are kept
    /// @param drawn 32 bytes that nobody else knows
    /// @throws IOException when a file cannot be read
    Completed completed(List<StatedFile> files, Hash drawn) throws IOException;
  }

  /// What is stated beside a request.
  ///
  /// @param facts by name
  /// @param rowSecret what the salts of the rows were drawn from, if there are rows
  /// @param previous the commitment before it in the same matter, if they are to be linked: it
  ///   stands in the public leaf
  public record Completed(
      SortedMap<String, String> facts, Optional<Hash> rowSecret, Optional<Hash> previous) {}

  /// Takes evidence in.
  ///
  /// @throws IOException as the other
  /// @throws ProblemsException as the other
  public EvidenceStore.Kept deposit(Acting acting, Request request) throws IOException {
    return deposit(
        acting,
        request,
        (_, _) -> new Completed(new TreeMap<>(), Optional.empty(), Optional.empty()));
  }

  /// Takes evidence in.
  ///
  /// @param completing adds facts
  /// @throws IOException when a file cannot be read or kept; then nothing is stated
  /// @throws ProblemsException with `forbidden`; `not-found` when the right is not to be seen;
  ///   `required` without a file; `file-too-large`, `file-digest` for bytes other than were
  ///   declared, `evidence-text` for a name or a fact that no statement can hold
  public EvidenceStore.Kept deposit(Acting acting, Request request, Completing completing)
      throws IOException {
    acting.must(Permission.RECORD);
    check(acting, request);
    List<StatedFile> stated = new ArrayList<>();
    for (Source file : request.files()) {
      stated.add(keep(file));
    }
    Completed completed = completing.completed(stated, stating.drawn());
    SortedMap<String, String> facts = new TreeMap<>();
    facts.putAll(request.facts());
    facts.putAll(completed.facts());
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Manifest manifest =
        made("facts", () -> new Manifest(request.kind(), request.right(), facts, stated));
    String title = request.title().isBlank() ? stated.getFirst().name() : request.title().strip();
    EvidenceStore.Kept kept =
        store.enter(
            stating.signed(
                new Stating.Matter(
                    acting.organisation(),
                    at,
                    acting.name(),
                    title,
                    completed.previous(),
                    completed.rowSecret()),
                manifest));
    audit.keep(
        new AuditTrail.Entry(
            at,
            acting.organisation(),
            acting.name(),
            "evidence-deposit",
            kept.id().toString(),
            request.right().map(RightId::toString).orElse("")));
    return kept;
  }

  /// Opens a file that a statement of this workspace names; whoever asked closes it, and was
  /// allowed to read the statement.
  ///
  /// @throws IOException when it cannot be read or was erased
  public InputStream content(StatedFile file) throws IOException {
    Digest digest = new Digest(file.sha256().hex());
    return documents
        .open(digest)
        .orElseThrow(() -> new FileNotFoundException("there is no document " + digest));
  }

  private void check(Acting acting, Request request) {
    if (request.files().isEmpty()) {
      throw new ProblemsException(
          Problem.of("required", "files", "", "Evidence has at least one file."));
    }
    if (request.files().size() > Manifest.FILES_MAX) {
      throw new ProblemsException(
          Problem.of(
              "too-many",
              "files",
              Integer.toString(request.files().size()),
              "A statement names at most 9,999 files; deposit the others apart."));
    }
    if (request.right().isPresent() && records.show(acting, request.right().get()).isEmpty()) {
      throw new ProblemsException(
          Problem.of(
              "not-found",
              "right",
              request.right().get().toString(),
              "The register has no such right."));
    }
  }

  private StatedFile keep(Source file) throws IOException {
    try (FingerprintCheck in = new FingerprintCheck(file)) {
      documents.keep(in, FILE_BYTES_MAX);
      Fingerprint taken = in.taken();
      return made(
          file.name(),
          () ->
              new StatedFile(
                  file.name(),
                  file.type(),
                  taken.sizeBytes(),
                  taken.sha256(),
                  taken.sm3(),
                  file.capturedAt(),
                  file.tool(),
                  file.environment()));
    } catch (Documents.TooLarge tooLarge) {
      throw new ProblemsException(
          Problem.of("file-too-large", file.name(), "", "A file has at most 2 GB."));
    }
  }

  private interface Making<T> {
    T made();
  }

  private static <T> T made(String where, Making<T> making) {
    try {
      return making.made();
    } catch (IllegalArgumentException unfit) {
      throw new ProblemsException(
          Problem.of(
              "evidence-text", where, "", "No statement can hold this: " + unfit.getMessage()));
    }
  }
}
