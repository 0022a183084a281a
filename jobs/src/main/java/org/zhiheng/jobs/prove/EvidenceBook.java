package org.zhiheng.jobs.prove;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.RightId;

/// Evidence, as people work with it: listed and shown, for those of its organisation.
public final class EvidenceBook {

  /// Statements that are read for one right's page; older ones are not looked at.
  private static final int CHANGES_MAX = 200;

  private final EvidenceStore store;
  private final CheckpointProofs proofs;

  /// Over these stores.
  public EvidenceBook(EvidenceStore store, CheckpointProofs proofs) {
    this.store = store;
    this.proofs = proofs;
  }

  /// Newest first, those before this one.
  public List<EvidenceStore.Kept> page(
      Acting acting, Optional<RightId> right, Optional<EvidenceId> before, int limit) {
    acting.must(Permission.READ);
    return store.page(acting.organisation(), right, before, limit);
  }

  /// Newest first, those before this one, of a selection.
  public List<EvidenceStore.Kept> page(
      Acting acting, EvidenceStore.Selection selection, Optional<EvidenceId> before, int limit) {
    acting.must(Permission.READ);
    return store.page(acting.organisation(), selection, before, limit);
  }

  /// Which events of a right the log has, as far as statements about this right alone tell it: by
  /// the event's number, where the leaf of its statement stands.
  public SortedMap<Long, Long> eventsLogged(Acting acting, RightId right) {
    acting.must(Permission.READ);
    SortedMap<Long, Long> logged = new TreeMap<>();
    EvidenceStore.Selection changes =
        new EvidenceStore.Selection(Optional.of(right), Set.of(LeafKind.REGISTER_CHANGE));
    for (EvidenceStore.Kept kept :
        store.page(acting.organisation(), changes, Optional.empty(), CHANGES_MAX)) {
      kept.index()
          .ifPresent(index ->
              kept.opening()
                  .map(one -> SignedStatement.parse(one.statement().array()).orThrow())
                  .map(one -> numbers(one.manifest().statement()))
                  .orElse(LongStream.empty())
                  .forEach(number -> logged.put(number, index)));
    }
    return logged;
  }

  /// The events that a statement names; none where other events lie between its first and its last,
  /// for then the two numbers do not tell which.
  private static LongStream numbers(SortedMap<String, String> facts) {
    long first = number(facts.getOrDefault("first", ""));
    long last = number(facts.getOrDefault("last", ""));
    return facts.getOrDefault("events", "").equals(Long.toString(last - first + 1))
        ? LongStream.rangeClosed(first, last)
        : LongStream.empty();
  }

  private static long number(String event) {
    return event.matches("E[0-9]{1,18}") ? Long.parseLong(event.substring(1)) : 0;
  }

  /// One.
  public Optional<EvidenceStore.Kept> show(Acting acting, EvidenceId id) {
    acting.must(Permission.READ);
    return store.find(acting.organisation(), id);
  }

  /// The statement that withdraws this one, where there is one.
  public Optional<EvidenceStore.Kept> revocation(Acting acting, EvidenceStore.Kept kept) {
    acting.must(Permission.READ);
    return store.revocation(acting.organisation(), kept.leaf().commitment().sha256());
  }

  /// The newer version of this one, where there is one.
  public Optional<EvidenceStore.Kept> replacement(Acting acting, EvidenceStore.Kept kept) {
    acting.must(Permission.READ);
    return store.following(
        acting.organisation(), LeafKind.SUPERSEDE, kept.leaf().commitment().sha256());
  }

  /// What others said about the log over this entry.
  public List<CheckpointProofs.Proof> proofs(
      Acting acting, long index, CheckpointProofs.What what) {
    acting.must(Permission.READ);
    return proofs.covering(index, what);
  }
}
