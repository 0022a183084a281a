package org.zhiheng.links.witness;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.ledger.witness.WitnessMemory;

/// In memory, atomic.
final class MemoryOfWitness implements WitnessMemory {

  private final Map<String, TreeHead> heads = new ConcurrentHashMap<>();

  @Override
  public Optional<TreeHead> latest(String origin) {
    return Optional.ofNullable(heads.get(origin));
  }

  @Override
  public synchronized boolean swap(String origin, Optional<TreeHead> expected, TreeHead next) {
    if (!latest(origin).equals(expected)) {
      return false;
    }
    heads.put(origin, next);
    return true;
  }
}
