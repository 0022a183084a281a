package org.zhiheng.contracts.finance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.values.OrganisationId;

/// Deals in maps.
public final class MemoryDealBook implements DealBook {

  private record Key(OrganisationId organisation, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byOwner = Long.compare(organisation.number(), other.organisation.number());
      return byOwner != 0 ? byOwner : name.compareTo(other.name);
    }
  }

  /// Guarded by this.
  private final TreeMap<Key, Kept> deals = new TreeMap<>();

  /// Guarded by this.
  private final TreeMap<Key, List<Report>> reports = new TreeMap<>();

  @Override
  public synchronized Drafted draft(
      OrganisationId organisation,
      DealName name,
      Terms terms,
      long expectedVersion,
      String by,
      Instant at) {
    Key key = new Key(organisation, name.text());
    Kept last = deals.get(key);
    if (last != null && last.issued().isPresent()) {
      return new Drafted.Issued(last.issued().get().on());
    }
    if (last != null && last.terms().equals(terms)) {
      return new Drafted.Unchanged(last.version());
    }
    long version = last == null ? 0 : last.version();
    if (version != expectedVersion) {
      return new Drafted.Stale(version);
    }
    deals.put(key, new Kept(name, version + 1, terms, by, at, Optional.empty(), 0));
    return new Drafted.Done(version + 1);
  }

  @Override
  public synchronized boolean issue(
      OrganisationId organisation, DealName name, long version, Issue issue) {
    Key key = new Key(organisation, name.text());
    Kept last = deals.get(key);
    if (last == null || last.issued().isPresent() || last.version() != version) {
      return false;
    }
    deals.put(
        key, new Kept(name, version, last.terms(), last.by(), last.at(), Optional.of(issue), 0));
    return true;
  }

  @Override
  public synchronized boolean report(OrganisationId organisation, DealName name, Report report) {
    Key key = new Key(organisation, name.text());
    Kept last = deals.get(key);
    if (last == null || last.issued().isEmpty() || last.reported() + 1 != report.period()) {
      return false;
    }
    reports.computeIfAbsent(key, _ -> new ArrayList<>()).add(report);
    deals.put(
        key,
        new Kept(
            name,
            last.version(),
            last.terms(),
            last.by(),
            last.at(),
            last.issued(),
            report.period()));
    return true;
  }

  @Override
  public synchronized Optional<Kept> find(OrganisationId organisation, DealName name) {
    return Optional.ofNullable(deals.get(new Key(organisation, name.text())));
  }

  @Override
  public synchronized List<Kept> page(
      OrganisationId organisation, Optional<DealName> after, int limit) {
    return deals.entrySet().stream()
        .filter(one -> one.getKey().organisation().equals(organisation))
        .map(Map.Entry::getValue)
        .filter(one -> after.isEmpty() || one.name().text().compareTo(after.get().text()) > 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Report> reports(OrganisationId organisation, DealName name) {
    return List.copyOf(reports.getOrDefault(new Key(organisation, name.text()), List.of()));
  }
}
