package org.zhiheng.contracts.examine;

import java.util.Comparator;
import java.util.List;
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

  private synchronized List<Filed> all(OrganisationId organisation) {
    return figures.entrySet().stream()
        .filter(entry -> entry.getKey().organisation().equals(organisation))
        .map(entry -> new Filed(entry.getKey().right(), entry.getKey().picture(), entry.getValue()))
        .toList();
  }
}
