package org.zhiheng.jobs.prove;

import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.values.RightId;

/// Evidence, as people work with it: listed and shown, for those of its organisation.
public final class EvidenceBook {

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

  /// One.
  public Optional<EvidenceStore.Kept> show(Acting acting, EvidenceId id) {
    acting.must(Permission.READ);
    return store.find(acting.organisation(), id);
  }

  /// What others said about the log over this entry.
  public List<CheckpointProofs.Proof> proofs(
      Acting acting, long index, CheckpointProofs.What what) {
    acting.must(Permission.READ);
    return proofs.covering(index, what);
  }
}
