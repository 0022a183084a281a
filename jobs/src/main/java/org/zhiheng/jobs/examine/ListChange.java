package org.zhiheng.jobs.examine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhiheng.values.RightId;

/// One thing in which two lists of the same question differ. Data, not sentences: pages say it in
/// words. Ranks count from 1.
public sealed interface ListChange {

  /// A mark is listed that was not.
  record Came(Hit now, int rank) implements ListChange {
    @Override
    public Hit hit() {
      return now;
    }
  }

  /// A mark is listed no more.
  record Gone(Hit then, int rank) implements ListChange {
    @Override
    public Hit hit() {
      return then;
    }
  }

  /// A mark stands at another place.
  record Moved(Hit now, int from, int to) implements ListChange {
    @Override
    public Hit hit() {
      return now;
    }
  }

  /// A mark stands at its place with another order value.
  record Rated(Hit now, double from, int rank) implements ListChange {
    @Override
    public Hit hit() {
      return now;
    }
  }

  /// A mark that could stand in the way no longer can, or the other way round. The digest of a list
  /// does not see this.
  record Turned(Hit now, Standing from, int rank) implements ListChange {
    @Override
    public Hit hit() {
      return now;
    }
  }

  /// The mark it is about.
  Hit hit();

  /// All of them: what came and what changed in the order of the list of now, then what is gone in
  /// the order of the list of then.
  static List<ListChange> between(List<Hit> then, List<Hit> now) {
    Map<RightId, Integer> ranks = new HashMap<>();
    for (int at = 0; at < then.size(); at++) {
      ranks.put(then.get(at).right(), at + 1);
    }
    List<ListChange> changes = new ArrayList<>();
    for (int at = 0; at < now.size(); at++) {
      Hit hit = now.get(at);
      Integer before = ranks.remove(hit.right());
      if (before == null) {
        changes.add(new Came(hit, at + 1));
        continue;
      }
      Hit was = then.get(before - 1);
      if (before != at + 1) {
        changes.add(new Moved(hit, before, at + 1));
      } else if (!ExaminationJson.order(was).equals(ExaminationJson.order(hit))) {
        changes.add(new Rated(hit, was.order(), at + 1));
      }
      if (!was.standing().equals(hit.standing())) {
        changes.add(new Turned(hit, was.standing(), at + 1));
      }
    }
    for (int at = 0; at < then.size(); at++) {
      if (ranks.containsKey(then.get(at).right())) {
        changes.add(new Gone(then.get(at), at + 1));
      }
    }
    return changes;
  }
}
