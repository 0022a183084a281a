package org.zhiheng.ledger.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhiheng.ledger.statement.Octets;

/// The hashes that lead from a few leaves to the root of a hash tree that stood over many.
///
/// Source: RFC 4998, sections 4.2 (making) and 4.3 (checking); the steps are named there. What a
/// first list of one hash comes to, the two sections say differently: making leaves it as it is,
/// checking by the letter hashes it once more. We make the first and take both, as both are met;
/// either binds the hash.
///
/// @param lists from the leaves upwards; each holds whole hashes of one algorithm. None where the
///   stamp stands over a single hash
record ReducedTree(List<List<Octets>> lists) {

  /// A tree of a billion leaves, by twos, has 30.
  static final int LISTS_MAX = 64;

  /// In one list; a flat tree over a day's documents.
  static final int HASHES_MAX = 10_000;

  /// No tree: one hash, stamped as it is.
  static final ReducedTree NONE = new ReducedTree(List.of());

  ReducedTree {
    lists = lists.stream().map(List::copyOf).toList();
  }

  /// Whether every hash has the algorithm's length. One that has not could be read as parts of
  /// others.
  boolean fits(HashAlgorithm algorithm) {
    return lists.size() <= LISTS_MAX
        && lists.stream()
            .allMatch(list ->
                !list.isEmpty()
                    && list.size() <= HASHES_MAX
                    && list.stream().allMatch(hash -> hash.length() == algorithm.lengthBytes()));
  }

  /// Whether these are the leaves that it starts from.
  ///
  /// @param alone whether it may start from no others
  boolean startsFrom(List<Octets> leaves, boolean alone, Octets imprint) {
    if (lists.isEmpty()) {
      return leaves.size() == 1 && leaves.getFirst().equals(imprint);
    }
    Set<Octets> first = new HashSet<>(lists.getFirst());
    Set<Octets> asked = new HashSet<>(leaves);
    return first.containsAll(asked) && (!alone || first.equals(asked));
  }

  /// Whether it leads to what was stamped (section 4.3, steps 2 to 4).
  boolean leadsTo(Octets imprint, HashAlgorithm algorithm) {
    if (lists.isEmpty()) {
      return true;
    }
    List<Octets> first = lists.getFirst();
    return root(algorithm, node(algorithm, first)).equals(imprint)
        || (first.size() == 1
            && root(algorithm, algorithm.digest(first.getFirst().bytes())).equals(imprint));
  }

  private Octets root(HashAlgorithm algorithm, Octets start) {
    Octets node = start;
    for (List<Octets> list : lists.subList(1, lists.size())) {
      List<Octets> group = new ArrayList<>(list);
      group.add(node);
      node = node(algorithm, group);
    }
    return node;
  }

  /// The hash over a group: its hashes in binary ascending order, one behind the other.
  static Octets node(HashAlgorithm algorithm, List<Octets> group) {
    if (group.size() == 1) {
      return group.getFirst();
    }
    byte[][] sorted =
        group.stream().map(Octets::bytes).sorted(Arrays::compareUnsigned).toArray(byte[][]::new);
    return Octets.of(algorithm.raw(sorted));
  }
}
