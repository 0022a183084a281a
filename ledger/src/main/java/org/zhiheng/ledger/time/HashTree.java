package org.zhiheng.ledger.time;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.values.Parsed;

/// A hash tree over several groups of data, so that one time stamp serves them all and each gets a
/// record of its own that says nothing of the others.
///
/// Source: RFC 4998, section 4.2.1, with groups of two: a leaf is a group's hash; nodes are hashed
/// over their two children in binary ascending order; an odd one goes up as it is. Cost: two hashes
/// a group, and for each record as many as the tree is high.
public final class HashTree {

  /// In one tree; a day's matters are fewer.
  public static final int GROUPS_MAX = 100_000;

  private final HashAlgorithm algorithm;
  private final List<List<Octets>> groups;
  private final List<Optional<EvidenceRecord>> records;

  /// From the leaves upwards.
  private final List<List<Octets>> floors;

  private HashTree(
      HashAlgorithm algorithm, List<List<Octets>> groups, List<Optional<EvidenceRecord>> records) {
    this.algorithm = algorithm;
    this.groups = groups;
    this.records = records;
    this.floors = floors(algorithm, groups);
  }

  /// One group, and the record that it has so far.
  ///
  /// @param data at least one
  /// @param record the same group's
  public record Kept(List<DataObject> data, EvidenceRecord record) {
    /// @throws IllegalArgumentException when there are no data
    public Kept {
      data = List.copyOf(data);
      if (data.isEmpty()) {
        throw new IllegalArgumentException("a record is about at least one data object");
      }
    }
  }

  /// A tree over groups that have no record yet.
  ///
  /// @throws IllegalArgumentException when there is no group, an empty one, or too many
  public static HashTree over(HashAlgorithm algorithm, List<List<DataObject>> groups) {
    List<List<Octets>> hashes =
        groups.stream()
            .map(group -> group.stream().map(data -> data.digest(algorithm)).toList())
            .toList();
    return of(
        algorithm, hashes, groups.stream().map(_ -> Optional.<EvidenceRecord>empty()).toList());
  }

  /// A tree that renews the records of groups with another hash (section 5.2).
  ///
  /// @throws IllegalArgumentException when there is no group, or too many
  public static HashTree rehashing(HashAlgorithm algorithm, List<Kept> groups) {
    List<List<Octets>> hashes =
        groups.stream()
            .map(kept ->
                kept.data().stream()
                    .map(data -> kept.record().forRehashing(algorithm, data))
                    .toList())
            .toList();
    return of(algorithm, hashes, groups.stream().map(kept -> Optional.of(kept.record())).toList());
  }

  private static HashTree of(
      HashAlgorithm algorithm, List<List<Octets>> groups, List<Optional<EvidenceRecord>> records) {
    if (groups.isEmpty() || groups.size() > GROUPS_MAX) {
      throw new IllegalArgumentException("groups must be in 1..100000: " + groups.size());
    }
    for (List<Octets> group : groups) {
      if (group.isEmpty() || group.size() > ReducedTree.HASHES_MAX) {
        throw new IllegalArgumentException("a group has 1..10000 objects: " + group.size());
      }
    }
    return new HashTree(algorithm, groups, records);
  }

  private static List<List<Octets>> floors(HashAlgorithm algorithm, List<List<Octets>> groups) {
    List<List<Octets>> floors = new ArrayList<>();
    List<Octets> floor =
        groups.stream().map(group -> ReducedTree.node(algorithm, distinct(group))).toList();
    floors.add(floor);
    while (floor.size() > 1) {
      List<Octets> above = new ArrayList<>();
      for (int i = 0; i < floor.size(); i += 2) {
        above.add(ReducedTree.node(algorithm, floor.subList(i, Math.min(i + 2, floor.size()))));
      }
      floor = above;
      floors.add(floor);
    }
    return floors;
  }

  /// The same object twice in a group is once in the group.
  private static List<Octets> distinct(List<Octets> group) {
    return List.copyOf(new HashSet<>(group));
  }

  /// Asks for a stamp over the root.
  public TimeStampQuery query(BigInteger nonce) {
    return new TimeStampQuery(algorithm, root(), Optional.of(nonce), Optional.empty());
  }

  private Octets root() {
    return floors.getLast().getFirst();
  }

  /// A record for each group, in their order, by the stamp that was asked for.
  public Parsed<List<EvidenceRecord>> records(TimeStamp stamp) {
    if (stamp.algorithm() != algorithm || !stamp.imprint().equals(root())) {
      return Parsed.refused(
          "time-record", stamp.imprint().hex(), "The time stamp stands over this tree's root.");
    }
    List<EvidenceRecord> made = new ArrayList<>();
    for (int group = 0; group < groups.size(); group++) {
      ReducedTree tree = reduced(group);
      Optional<EvidenceRecord> before = records.get(group);
      if (before.isEmpty()) {
        made.add(EvidenceRecord.over(tree, stamp));
        continue;
      }
      Parsed<EvidenceRecord> grown = before.get().chained(tree, stamp);
      if (grown.refusal().isPresent()) {
        return new Parsed.Refused<>(grown.refusal().get());
      }
      made.add(grown.orThrow());
    }
    return Parsed.ok(List.copyOf(made));
  }

  private ReducedTree reduced(int group) {
    List<List<Octets>> lists = new ArrayList<>();
    lists.add(distinct(groups.get(group)));
    int at = group;
    for (List<Octets> floor : floors.subList(0, floors.size() - 1)) {
      int beside = at ^ 1;
      if (beside < floor.size()) {
        lists.add(List.of(floor.get(beside)));
      }
      at /= 2;
    }
    return new ReducedTree(lists);
  }
}
