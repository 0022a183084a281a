package org.zhiheng.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class OpenBundleTest {

  private static byte[] entry(Seed seed, int length) {
    byte[] entry = new byte[length];
    seed.random().nextBytes(entry);
    return entry;
  }

  /// Entries of one length go another way than entries of many; both are read back, and each has
  /// the hash that it has alone.
  @Seeds(60)
  void hashesEntriesAsEachAloneAndGivesThemBack(Seed seed) {
    OpenBundle bundle = new OpenBundle();
    for (int tile = 0; tile < 3; tile++) {
      boolean even = seed.chance(0.5);
      int length = seed.between(0, 1_500);
      List<byte[]> entries = new ArrayList<>();
      int count = seed.chance(0.3) ? Tile.FULL : seed.between(1, Tile.FULL);
      while (entries.size() < count) {
        entries.add(entry(seed, even ? length : seed.between(0, 1_500)));
      }
      entries.forEach(bundle::add);
      assertThat(bundle.full()).isEqualTo(count == Tile.FULL);
      assertThat(EntryBundle.read(bundle.bytes(), count).orThrow())
          .containsExactlyElementsOf(entries);
      for (TreeAlgorithm algorithm : TreeAlgorithm.values()) {
        Hasher hasher = algorithm.hasher();
        int from = seed.between(0, count + 1);
        byte[] hashes = new byte[Tile.FULL * Hash.LENGTH_BYTES];
        bundle.leaves(hasher, from, hashes);
        for (int at = from; at < count; at++) {
          assertThat(Hash.at(hashes, (at - from) * Hash.LENGTH_BYTES))
              .as("seed %s, %s, entry %d", seed, algorithm, at)
              .isEqualTo(hasher.leaf(entries.get(at)));
        }
      }
      bundle.clear();
      assertThat(bundle.count()).isZero();
      assertThat(bundle.bytes()).isEmpty();
    }
  }

  @Test
  void holdsNoMoreThanATile() {
    OpenBundle bundle = new OpenBundle();
    while (!bundle.full()) {
      bundle.add(new byte[3]);
    }
    assertThatThrownBy(() -> bundle.add(new byte[3])).hasMessageContaining("256");
  }
}
