package org.zhiheng.jobs.prove;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.bundle.BundleWriter;
import org.zhiheng.ledger.bundle.EntryProofs;
import org.zhiheng.ledger.bundle.FileContent;
import org.zhiheng.ledger.bundle.LoggedRevocation;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.statement.StatedFile;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Writes evidence as bundles that anybody can check offline.
///
/// The proof is against the smallest checkpoint that was stamped and covers the entry; where none
/// was, against the one that is published.
public final class Exports {

  private final EvidenceStore store;
  private final Documents documents;
  private final CheckpointProofs proofs;
  private final LogDoor door;
  private final KeyRing keys;
  private final TrustHints hints;
  private final AuditTrail audit;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  public Exports(
      EvidenceStore store,
      Documents documents,
      CheckpointProofs proofs,
      LogDoor door,
      KeyRing keys,
      TrustHints hints,
      AuditTrail audit,
      InstantSource clock) {
    this.store = store;
    this.documents = documents;
    this.proofs = proofs;
    this.door = door;
    this.keys = keys;
    this.hints = hints;
    this.audit = audit;
    this.clock = clock;
  }

  /// Writes a bundle.
  ///
  /// @param out is not closed
  /// @throws IOException when a file or a tile cannot be read, or the bundle cannot be written;
  ///   what was written then is no bundle
  /// @throws ProblemsException with `forbidden`, `not-found`, `evidence-waits` while the leaf is
  ///   not published with the root of the SM3 tree over it, nor that of what withdraws it
  public BundleWriter.Written export(Acting acting, EvidenceId id, OutputStream out)
      throws IOException {
    acting.must(Permission.EXPORT);
    EvidenceStore.Kept kept =
        store
            .find(acting.organisation(), id)
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of("not-found", "", id.toString(), "There is no such evidence.")));
    List<CheckpointProofs.Proof> stamps = covering(kept, CheckpointProofs.What.TIME);
    List<CheckpointProofs.Proof> chains = covering(kept, CheckpointProofs.What.CHAIN);
    SignedNote checkpoint =
        stamps.isEmpty() && chains.isEmpty()
            ? publicLog().checkpoint().orElseThrow(() -> waits(id))
            : note(stamps.isEmpty() ? chains : stamps);
    BundleParts parts =
        new BundleParts(
            content(acting, kept),
            entry(kept, checkpoint),
            stamped(
                stamps,
                Renewer.newest(
                    covering(kept, CheckpointProofs.What.RECORD), checkpoint.toString())),
            chains.stream()
                .filter(one -> one.note().equals(checkpoint.toString()))
                .map(one -> Octets.of(one.bytes().array()))
                .toList(),
            hints(kept, checkpoint));
    BundleWriter.Written written = BundleWriter.write(parts, files(kept), out);
    audit.keep(
        new AuditTrail.Entry(
            clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
            acting.organisation(),
            acting.name(),
            "evidence-export",
            id.toString(),
            written.digest().hex()));
    return written;
  }

  /// Whether a bundle of it can be written now.
  ///
  /// @throws IOException when a tile cannot be read
  public boolean ready(Acting acting, EvidenceId id) throws IOException {
    Optional<EvidenceStore.Kept> kept = store.find(acting.organisation(), id);
    Optional<SignedNote> published = publicLog().checkpoint();
    if (kept.isEmpty() || published.isEmpty() || !ready(kept.get(), published.get())) {
      return false;
    }
    Optional<EvidenceStore.Kept> revocation = revocation(kept.get());
    return revocation.isEmpty() || ready(revocation.get(), published.get());
  }

  private boolean ready(EvidenceStore.Kept kept, SignedNote published) throws IOException {
    return kept.index().isPresent()
        && kept.index().get() < Checkpoint.parse(published.text()).orThrow().head().size()
        && entryProofs().of(kept.index().get(), published).isPresent();
  }

  private PublicLog publicLog() {
    return new PublicLog(door, proofs, hints);
  }

  private List<CheckpointProofs.Proof> covering(
      EvidenceStore.Kept kept, CheckpointProofs.What what) {
    return kept.index().map(index -> proofs.covering(index, what)).orElse(List.of());
  }

  private static SignedNote note(List<CheckpointProofs.Proof> of) {
    return SignedNote.parse(of.getFirst().note().getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  private static ProblemsException waits(EvidenceId id) {
    return new ProblemsException(
        Problem.of(
            "evidence-waits",
            "",
            id.toString(),
            "Its leaf is not published in the log yet; ask again in a moment."));
  }

  private BundleParts.Content content(Acting acting, EvidenceStore.Kept kept) throws IOException {
    if (kept.opening().isPresent()) {
      EvidenceStore.Opening opening = kept.opening().get();
      return new BundleParts.Held(
          statement(opening),
          opening.second().map(cms -> Octets.of(cms.array())),
          Octets.of(opening.salt().bytes()));
    }
    EvidenceStore.Kept notice =
        kept.notice()
            .flatMap(id -> store.find(acting.organisation(), id))
            .orElseThrow(() -> waits(kept.id()));
    EvidenceStore.Opening opening = notice.opening().orElseThrow();
    SignedNote published = publicLog().checkpoint().orElseThrow(() -> waits(notice.id()));
    return new BundleParts.Erased(
        statement(opening),
        Octets.of(opening.salt().bytes()),
        notice.leaf(),
        entry(notice, published).proof());
  }

  private static SignedStatement statement(EvidenceStore.Opening opening) {
    return SignedStatement.parse(opening.statement().array()).orThrow();
  }

  /// A receipt has one signature: while the log's keys are changed there is none, so that bundles
  /// hold for those who know the old keys and for those who know the new ones.
  private EntryProofs entryProofs() {
    return new EntryProofs(
        door.tiles(),
        keys.log().siblings(),
        keys.change(KeyEvent.Use.LOG).isPresent()
            ? Optional.empty()
            : Optional.of(keys.log().ed25519()));
  }

  private BundleParts.Entry entry(EvidenceStore.Kept kept, SignedNote checkpoint)
      throws IOException {
    long index = kept.index().orElseThrow(() -> waits(kept.id()));
    Checkpoint published = Checkpoint.parse(checkpoint.text()).orThrow();
    if (index >= published.head().size()) {
      throw waits(kept.id());
    }
    return entryProofs().of(index, checkpoint).orElseThrow(() -> waits(kept.id()));
  }

  private static BundleParts.Stamps stamped(
      List<CheckpointProofs.Proof> stamps, Optional<Octets> record) {
    Optional<Octets> sha256 = Optional.empty();
    Optional<Octets> sm3 = Optional.empty();
    for (CheckpointProofs.Proof one : stamps) {
      Octets token = Octets.of(one.bytes().array());
      if (one.source().endsWith("#sm3")) {
        sm3 = sm3.or(() -> Optional.of(token));
      } else {
        sha256 = sha256.or(() -> Optional.of(token));
      }
    }
    return new BundleParts.Stamps(sha256, sm3, record);
  }

  /// The keys that sign now, and those that signed this checkpoint once: it may have been stamped
  /// before a change.
  private BundleParts.Hints hints(EvidenceStore.Kept kept, SignedNote checkpoint)
      throws IOException {
    List<VerifierKey> logs = new ArrayList<>(door.keys());
    logs.addAll(door.siblingKeys());
    door.retiredKeys().stream()
        .filter(key -> !checkpoint.check(List.of(key)).signers().isEmpty())
        .forEach(logs::add);
    StringBuilder policy = new StringBuilder();
    for (VerifierKey key : logs) {
      policy.append("log ").append(key).append('\n');
    }
    policy.append(hints.policy());
    return new BundleParts.Hints(
        Octets.of(policy.toString().getBytes(StandardCharsets.UTF_8)), copies(kept));
  }

  /// What is handed along: certificates, and the revocation of what was withdrawn.
  private SortedMap<String, Octets> copies(EvidenceStore.Kept kept) throws IOException {
    SortedMap<String, Octets> copies = new TreeMap<>(hints.copies());
    Optional<EvidenceStore.Kept> revocation = revocation(kept);
    if (revocation.isPresent()) {
      EvidenceStore.Opening opening = revocation.get().opening().orElseThrow();
      SignedNote published = publicLog().checkpoint().orElseThrow(() -> waits(kept.id()));
      copies.putAll(
          new LoggedRevocation(
                  statement(opening),
                  Octets.of(opening.salt().bytes()),
                  revocation.get().leaf(),
                  entry(revocation.get(), published).proof(),
                  changes(statement(kept.opening().orElseThrow()).key(), statement(opening).key()))
              .copies());
    }
    return copies;
  }

  /// The statements by which one key of statements names the next, from the first to the second of
  /// these; none where they are the same.
  private List<SignedStatement> changes(Octets from, Octets to) {
    List<SignedStatement> changes = new ArrayList<>();
    Octets key = from;
    for (RetiredKey one : keys.retired()) {
      if (key.equals(to)) {
        break;
      }
      if (one.use() == KeyEvent.Use.STATEMENT && Octets.of(one.key().publicKey()).equals(key)) {
        SignedStatement change =
            store
                .find(one.organisation(), one.event())
                .flatMap(EvidenceStore.Kept::opening)
                .map(Exports::statement)
                .orElseThrow(() ->
                    new IllegalStateException("the statement of a key's end is gone: " + one));
        changes.add(change);
        key =
            KeyEvent.successor(change)
                .map(next -> Octets.of(next.publicKey()))
                .orElseThrow(() -> new IllegalStateException("no statement of a key's end"));
      }
    }
    return changes;
  }

  /// What withdraws evidence that is not erased, unless that was erased itself.
  private Optional<EvidenceStore.Kept> revocation(EvidenceStore.Kept kept) {
    return kept.opening()
        .flatMap(_ -> store.revocation(kept.organisation(), kept.leaf().commitment().sha256()))
        .filter(one -> one.opening().isPresent());
  }

  private List<FileContent> files(EvidenceStore.Kept kept) throws IOException {
    List<FileContent> files = new ArrayList<>();
    if (kept.opening().isPresent()) {
      for (StatedFile file : statement(kept.opening().get()).manifest().files()) {
        Digest digest = new Digest(file.sha256().hex());
        files.add(() ->
            documents
                .open(digest)
                .orElseThrow(() -> new FileNotFoundException("there is no document " + digest)));
      }
    }
    return files;
  }
}
