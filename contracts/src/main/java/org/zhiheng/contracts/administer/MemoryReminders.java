package org.zhiheng.contracts.administer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhiheng.jobs.administer.remind.Letter;
import org.zhiheng.jobs.administer.remind.Mark;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.jobs.administer.remind.Retry;
import org.zhiheng.values.OrganisationId;

/// Reminders in maps.
public final class MemoryReminders implements Reminders {

  // all guarded by this
  private final Map<OrganisationId, Map<String, Recipient>> people = new TreeMap<>();
  private final Set<Told> told = new HashSet<>();
  private final Map<Long, Kept> letters = new LinkedHashMap<>();

  /// Nobody is on the list.
  public MemoryReminders() {}

  private record Told(OrganisationId organisation, Mark mark) {}

  private record Kept(OrganisationId organisation, Letter letter, Outgoing outgoing) {}

  @Override
  public synchronized List<Recipient> recipients(OrganisationId organisation) {
    return List.copyOf(people.getOrDefault(organisation, Map.of()).values());
  }

  @Override
  public synchronized void keep(OrganisationId organisation, Recipient recipient) {
    people.computeIfAbsent(organisation, _ -> new TreeMap<>()).put(recipient.person(), recipient);
  }

  @Override
  public synchronized boolean drop(OrganisationId organisation, String person) {
    Map<String, Recipient> of = people.getOrDefault(organisation, new TreeMap<>());
    boolean dropped = of.remove(person) != null;
    if (of.isEmpty()) {
      people.remove(organisation);
    }
    return dropped;
  }

  @Override
  public synchronized List<OrganisationId> organisations() {
    return List.copyOf(people.keySet());
  }

  @Override
  public synchronized int post(
      OrganisationId organisation,
      List<Mark> candidates,
      Instant now,
      Function<Set<Mark>, List<Letter>> text) {
    Set<Mark> fresh = new HashSet<>(candidates);
    fresh.removeIf(mark -> told.contains(new Told(organisation, mark)));
    if (fresh.isEmpty()) {
      return 0;
    }
    List<Letter> written = text.apply(Set.copyOf(fresh));
    fresh.forEach(mark -> told.add(new Told(organisation, mark)));
    for (Letter letter : written) {
      long id = letters.size() + 1L;
      letters.put(
          id,
          new Kept(
              organisation,
              letter,
              new Outgoing(
                  id,
                  letter.to(),
                  letter.subject(),
                  now,
                  0,
                  Optional.of(now),
                  Optional.empty(),
                  "")));
    }
    return written.size();
  }

  @Override
  public synchronized List<Waiting> take(Instant now, int most) {
    List<Kept> due =
        letters.values().stream()
            .filter(kept -> kept.outgoing().nextTry().filter(at -> !at.isAfter(now)).isPresent())
            .sorted(
                Comparator.comparing((Kept kept) -> kept.outgoing().nextTry().orElseThrow())
                    .thenComparingLong(kept -> kept.outgoing().id()))
            .limit(most)
            .toList();
    List<Waiting> taken = new ArrayList<>();
    for (Kept kept : due) {
      Outgoing was = kept.outgoing();
      int tries = was.tries() + 1;
      change(was.id(), tries, Retry.after(tries, now), was.sent(), was.failure());
      taken.add(new Waiting(was.id(), kept.letter()));
    }
    return taken;
  }

  @Override
  public synchronized void sent(long id, Instant at) {
    Outgoing was = at(id).outgoing();
    change(id, was.tries(), Optional.empty(), Optional.of(at), "");
  }

  @Override
  public synchronized void failed(long id, String reason) {
    Outgoing was = at(id).outgoing();
    if (was.sent().isEmpty()) {
      change(id, was.tries(), was.nextTry(), was.sent(), reason);
    }
  }

  @Override
  public synchronized List<Outgoing> outbox(OrganisationId organisation, int limit) {
    return letters.values().stream()
        .filter(kept -> kept.organisation().equals(organisation))
        .map(Kept::outgoing)
        .sorted(Comparator.comparingLong(Outgoing::id).reversed())
        .limit(limit)
        .toList();
  }

  private Kept at(long id) {
    return Optional.ofNullable(letters.get(id)).orElseThrow();
  }

  private void change(
      long id, int tries, Optional<Instant> next, Optional<Instant> sent, String failure) {
    Kept kept = at(id);
    Outgoing was = kept.outgoing();
    letters.put(
        id,
        new Kept(
            kept.organisation(),
            kept.letter(),
            new Outgoing(id, was.to(), was.subject(), was.made(), tries, next, sent, failure)));
  }
}
