package org.zhiheng.contracts.prove;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.CheckpointProofs;

/// Proofs over checkpoints in a list.
public final class MemoryCheckpointProofs implements CheckpointProofs {

  /// Guarded by this.
  private final List<Proof> all = new ArrayList<>();

  /// None is kept yet.
  public MemoryCheckpointProofs() {}

  @Override
  public synchronized void keep(Proof proof) {
    all.add(proof);
  }

  @Override
  public synchronized List<Proof> covering(long index, What what) {
    Optional<String> note =
        all.stream()
            .filter(one -> one.what() == what && one.size() > index)
            .min(Comparator.comparingLong(Proof::size))
            .map(Proof::note);
    return note.stream()
        .flatMap(same -> all.stream().filter(one -> one.what() == what && one.note().equals(same)))
        .toList();
  }

  @Override
  public synchronized List<Proof> timesAfter(long size, int limit) {
    List<Long> sizes =
        all.stream()
            .filter(one -> one.what() == What.TIME && one.size() > size)
            .map(Proof::size)
            .distinct()
            .sorted()
            .limit(limit)
            .toList();
    return all.stream()
        .filter(one -> one.what() != What.CHAIN && sizes.contains(one.size()))
        .sorted(Comparator.comparingLong(Proof::size))
        .toList();
  }

  @Override
  public synchronized List<Proof> newest(What what, int limit) {
    return all.reversed().stream().filter(one -> one.what() == what).limit(limit).toList();
  }
}
