package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.ledger.bundle.Supersession;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.ledger.tree.TreeAlgorithm;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Deposits files as the new version of what was deposited. What was stated of the earlier one is
/// stated of the new one too, as far as nobody says otherwise.
///
/// Nothing is deleted, and that the earlier one existed stays proved. What is counted, as use or as
/// a licence, is the newest version alone; one that was replaced does not count again when the
/// newest is withdrawn or erased. A hold on the earlier one stands for that one. Of two who replace
/// the same version in the same moment one is refused.
public final class Versions {

  /// What people deposit.
  private static final Set<LeafKind> DEPOSITED =
      EnumSet.of(LeafKind.DEPOSIT, LeafKind.USE_DECLARATION, LeafKind.DATA_IP, LeafKind.SUPERSEDE);

  /// Of a set of data: its rows' digests are taken anew with each deposit.
  private static final String FINGERPRINT = "data.";

  /// Facts with these beginnings speak of the files of the earlier version, or of what it replaced.
  private static final Set<String> OF_FILES = Set.of(Supersession.PREFIX, "mail.", "capture.");

  private final EvidenceStore store;
  private final Deposits deposits;
  private final String origin;

  /// Over this store.
  ///
  /// @param origin the log's name, as the new version states it
  public Versions(EvidenceStore store, Deposits deposits, String origin) {
    this.store = store;
    this.deposits = deposits;
    this.origin = origin;
  }

  /// What a matter is, by a statement of any of its versions.
  ///
  /// @param kind of the leaf
  public static LeafKind matter(LeafKind kind, Manifest manifest) {
    return kind == LeafKind.SUPERSEDE
        ? Supersession.of(manifest).map(Supersession::kind).orElse(kind)
        : kind;
  }

  /// What is changed.
  ///
  /// @param title in words; as before where it is empty
  /// @param facts stated in the place of those of the same names, or beside
  /// @param files of the new version
  public record Change(String title, SortedMap<String, String> facts, List<Deposits.Source> files) {

    /// Copies the list.
    public Change {
      files = List.copyOf(files);
    }
  }

  /// Replaces evidence.
  ///
  /// @return the new version, which waits for the log
  /// @throws IOException as [Deposits#deposit]
  /// @throws ProblemsException as [Deposits#deposit], and with `evidence-kind` for what nobody
  ///   deposited, and for sets of data; `erased`, `evidence-waits` while its leaf is not logged,
  ///   `evidence-withdrawn`, `evidence-replaced` when there is a newer version; `evidence-text` for
  ///   a fact whose name begins with `replaces.`
  public EvidenceStore.Kept replace(Acting acting, EvidenceId id, Change change)
      throws IOException {
    acting.must(Permission.RECORD);
    EvidenceStore.Kept old =
        store
            .find(acting.organisation(), id)
            .orElseThrow(
                () -> refused("not-found", "", id.toString(), "There is no such evidence."));
    if (!DEPOSITED.contains(old.leaf().kind())) {
      throw refused(
          "evidence-kind",
          "",
          id.toString(),
          "Deposits, evidence of use and licences are replaced; what the record states is"
              + " corrected there.");
    }
    if (old.opening().isEmpty()) {
      throw refused("erased", "", id.toString(), "It was erased before: deposit anew.");
    }
    long index =
        old.index()
            .orElseThrow(() ->
                refused(
                    "evidence-waits", "", id.toString(), "Its leaf is not in the log yet; wait."));
    unlessEnded(acting, old);
    Manifest stated =
        SignedStatement.parse(old.opening().get().statement().array()).orThrow().manifest();
    if (stated.statement().keySet().stream().anyMatch(name -> name.startsWith(FINGERPRINT))) {
      throw refused(
          "evidence-kind",
          "",
          id.toString(),
          "The fingerprint of a set of data is taken with its deposit: deposit the new set, and"
              + " withdraw this one.");
    }
    Optional<String> reserved =
        change.facts().keySet().stream()
            .filter(name -> name.startsWith(Supersession.PREFIX))
            .findFirst();
    if (reserved.isPresent()) {
      throw refused(
          "evidence-text", "fact", reserved.get(), "What is replaced is stated by itself.");
    }
    SortedMap<String, String> facts = new TreeMap<>();
    facts.putAll(stated.statement());
    facts.keySet().removeIf(name -> OF_FILES.stream().anyMatch(name::startsWith));
    facts.putAll(change.facts());
    return deposits.deposit(
        acting,
        new Deposits.Request(
            LeafKind.SUPERSEDE,
            old.right(),
            change.title().isBlank() ? old.title() : change.title(),
            facts,
            change.files()),
        (_, _) ->
            new Deposits.Completed(
                new Supersession(
                        origin,
                        index,
                        TreeAlgorithm.SHA_256.hasher().leaf(old.leaf().bytes()),
                        id.toString(),
                        matter(old.leaf().kind(), stated))
                    .facts(),
                Optional.empty(),
                // linked in the public leaf: who has the earlier entry can see that one follows
                Optional.of(old.leaf().commitment().sha256())));
  }

  /// Withdrawn and replaced statements have come to their end.
  private void unlessEnded(Acting acting, EvidenceStore.Kept old) {
    Optional<EvidenceStore.Kept> next =
        store.following(
            acting.organisation(), LeafKind.SUPERSEDE, old.leaf().commitment().sha256());
    if (next.isPresent()) {
      throw EvidenceStore.replaced(old.id().toString(), next.get().id().toString());
    }
    Optional<EvidenceStore.Kept> end =
        store.following(acting.organisation(), LeafKind.REVOKE, old.leaf().commitment().sha256());
    if (end.isPresent()) {
      throw refused(
          "evidence-withdrawn",
          "",
          old.id().toString(),
          "It was withdrawn, by " + end.get().id() + ": deposit anew.");
    }
  }

  private static ProblemsException refused(String code, String where, String given, String reason) {
    return new ProblemsException(Problem.of(code, where, given, reason));
  }
}
