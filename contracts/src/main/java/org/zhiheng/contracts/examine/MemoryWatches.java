package org.zhiheng.contracts.examine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.zhiheng.jobs.examine.WatchId;
import org.zhiheng.jobs.examine.Watches;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Watches and hits in lists.
public final class MemoryWatches implements Watches {

  /// Guarded by this; the id is the place.
  private final List<Watch> watches = new ArrayList<>();

  /// Guarded by this.
  private final List<Hit> hits = new ArrayList<>();

  /// Nothing is watched yet.
  public MemoryWatches() {}

  @Override
  public synchronized Watch start(Fresh fresh) {
    Watch watch = new Watch(new WatchId(watches.size() + 1L), fresh, Optional.empty());
    watches.add(watch);
    return watch;
  }

  @Override
  public synchronized boolean end(OrganisationId organisation, WatchId id, Instant at) {
    Optional<Watch> running = owned(organisation, id).filter(watch -> watch.endedAt().isEmpty());
    running.ifPresent(watch ->
        watches.set(
            watches.indexOf(watch), new Watch(watch.id(), watch.content(), Optional.of(at))));
    return running.isPresent();
  }

  @Override
  public synchronized List<Watch> all(OrganisationId organisation) {
    return watches.reversed().stream()
        .filter(watch -> watch.content().organisation().equals(organisation))
        .toList();
  }

  @Override
  public synchronized List<Watch> running() {
    return watches.stream().filter(watch -> watch.endedAt().isEmpty()).toList();
  }

  @Override
  public synchronized boolean hit(WatchId watch, RightId right, Instant at, String found) {
    if (watch.number() > watches.size()) {
      throw new NoSuchElementException("no watch " + watch);
    }
    boolean known = place(watch, right) >= 0;
    if (!known) {
      hits.add(new Hit(watch, right, at, found, State.OPEN, "", "", Optional.empty()));
    }
    return !known;
  }

  @Override
  public synchronized List<Hit> hits(
      OrganisationId organisation, Optional<State> state, int limit) {
    return hits.stream()
        .filter(hit -> owned(organisation, hit.watch()).isPresent())
        .filter(hit -> state.isEmpty() || hit.state() == state.get())
        .sorted(
            Comparator.comparing(Hit::at)
                .thenComparing(Hit::watch)
                .thenComparing(Hit::right)
                .reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean decide(
      OrganisationId organisation,
      WatchId watch,
      RightId right,
      State state,
      String note,
      String by,
      Instant at) {
    int place = owned(organisation, watch).isPresent() ? place(watch, right) : -1;
    if (place >= 0) {
      Hit hit = hits.get(place);
      hits.set(
          place, new Hit(watch, right, hit.at(), hit.found(), state, note, by, Optional.of(at)));
    }
    return place >= 0;
  }

  private Optional<Watch> owned(OrganisationId organisation, WatchId id) {
    return watches.stream()
        .filter(watch -> watch.id().equals(id))
        .filter(watch -> watch.content().organisation().equals(organisation))
        .findFirst();
  }

  private int place(WatchId watch, RightId right) {
    for (int index = 0; index < hits.size(); index++) {
      if (hits.get(index).watch().equals(watch) && hits.get(index).right().equals(right)) {
        return index;
      }
    }
    return -1;
  }
}
