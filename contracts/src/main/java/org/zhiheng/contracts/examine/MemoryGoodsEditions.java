package org.zhiheng.contracts.examine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.examine.GoodsEditions;
import org.zhiheng.jobs.examine.NamedBytes;
import org.zhiheng.values.Digest;

/// Editions of the goods table by their digests, the newest import last.
public final class MemoryGoodsEditions implements GoodsEditions {

  /// Guarded by this.
  private final Map<Digest, Stored> editions = new LinkedHashMap<>();

  /// None is imported yet.
  public MemoryGoodsEditions() {}

  private record Stored(Edition edition, List<NamedBytes> files) {
    Stored {
      files = List.copyOf(files);
    }
  }

  @Override
  public synchronized boolean keep(Edition edition, List<NamedBytes> files) {
    long bytes = files.stream().mapToLong(file -> file.bytes().length).sum();
    if (bytes > BYTES_MAX) {
      throw new IllegalArgumentException("files must be <= " + BYTES_MAX + " bytes: " + bytes);
    }
    Optional<Stored> known = Optional.ofNullable(editions.remove(edition.digest()));
    editions.put(
        edition.digest(),
        known
            .map(stored -> new Stored(again(stored.edition(), edition), stored.files()))
            .orElseGet(() -> new Stored(edition, files)));
    return known.isEmpty();
  }

  // what the content says stays; who brought it, when and as what is of the newest import
  private static Edition again(Edition known, Edition edition) {
    return new Edition(
        known.digest(),
        edition.name(),
        edition.importedAt(),
        edition.by(),
        known.groups(),
        known.items(),
        known.notes());
  }

  @Override
  public synchronized List<Edition> all() {
    return editions.values().stream().map(Stored::edition).toList().reversed();
  }

  @Override
  public synchronized Optional<List<NamedBytes>> files(Digest digest) {
    return Optional.ofNullable(editions.get(digest)).map(Stored::files);
  }
}
