package org.zhiheng.contracts.examine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.zhiheng.jobs.examine.FigureFiles;
import org.zhiheng.jobs.examine.NamedBytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Features of figures in a sorted map.
public final class MemoryFigureFiles implements FigureFiles {

  /// Guarded by this.
  private final TreeMap<Key, NamedBytes> figures =
      new TreeMap<>(
          Comparator.comparingLong((Key key) -> key.organisation().number())
              .thenComparing(Key::right)
              .thenComparing(key -> key.picture().hex()));

  /// Guarded by this.
  private final Map<OrganisationId, Set<Digest>> asked = new HashMap<>();

  /// No features are kept yet.
  public MemoryFigureFiles() {}

  private record Key(OrganisationId organisation, RightId right, Digest picture) {}

  @Override
  public synchronized void keep(
      OrganisationId organisation, RightId right, Digest picture, NamedBytes features) {
    figures.put(new Key(organisation, right, picture), features);
  }

  @Override
  public void each(OrganisationId organisation, Consumer<Filed> consumer) {
    all(organisation).forEach(consumer);
  }

  @Override
  public List<Filed> of(OrganisationId organisation, RightId right) {
    return all(organisation).stream().filter(filed -> filed.right().equals(right)).toList();
  }

  @Override
  public synchronized void asked(OrganisationId organisation, Digest picture) {
    asked.computeIfAbsent(organisation, _ -> new HashSet<>()).add(picture);
  }

  @Override
  public synchronized boolean knows(OrganisationId organisation, Digest picture) {
    return asked.getOrDefault(organisation, Set.of()).contains(picture)
        || all(organisation).stream().anyMatch(one -> one.picture().equals(picture));
  }

  private synchronized List<Filed> all(OrganisationId organisation) {
    return figures.entrySet().stream()
        .filter(entry -> entry.getKey().organisation().equals(organisation))
        .map(entry -> new Filed(entry.getKey().right(), entry.getKey().picture(), entry.getValue()))
        .toList();
  }
}
