package org.zhiheng.contracts.candidate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.similarity.candidate.Candidate;
import org.zhiheng.similarity.candidate.CandidateQuery;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Digest;

/// Marks in a list: a search rates every one.
public final class ScanCandidates implements Candidates {

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble((Candidate found) -> found.rating().order())
          .reversed()
          .thenComparing(Candidate::key);

  private final Words words;

  /// Guarded by this.
  private Map<Place, MarkEntry> entries = new TreeMap<>();

  /// Guarded by this.
  private Optional<Anew> rebuild = Optional.empty();

  /// Empty.
  public ScanCandidates(Words words) {
    this.words = words;
  }

  private record Place(String space, String key) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::space).thenComparing(Place::key);

    static Place of(MarkEntry entry) {
      return new Place(entry.space(), entry.key());
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  @Override
  public synchronized List<Candidate> nearest(CandidateQuery query) {
    List<Candidate> rated = new ArrayList<>();
    for (MarkEntry entry : entries.values()) {
      if (entry.space().equals(query.space())
          && holdsAny(entry.classes(), query.classes())
          && holdsAny(entry.groups(), query.groups())) {
        Optional<WordMark> name = words.read(entry.name()).found();
        name.ifPresent(mark ->
            rated.add(new Candidate(entry.key(), entry.name(), words.rate(query.mark(), mark))));
      }
    }
    rated.sort(BEST_FIRST);
    return List.copyOf(rated.subList(0, Math.min(query.most(), rated.size())));
  }

  private static boolean holdsAny(Set<String> own, Set<String> asked) {
    return asked.isEmpty() || !Collections.disjoint(own, asked);
  }

  @Override
  public synchronized void put(List<MarkEntry> added) {
    added.forEach(entry -> entries.put(Place.of(entry), entry));
    rebuild.ifPresent(anew -> anew.override(added));
  }

  @Override
  public synchronized void remove(String space, List<String> keys) {
    keys.forEach(key -> entries.remove(new Place(space, key)));
    rebuild.ifPresent(anew -> anew.override(space, keys));
  }

  @Override
  public synchronized Rebuild rebuild() {
    if (rebuild.isPresent()) {
      throw new IllegalStateException("a rebuild is under way");
    }
    Anew anew = new Anew();
    rebuild = Optional.of(anew);
    return anew;
  }

  @Override
  public synchronized String version(String space) {
    StringBuilder all = new StringBuilder();
    entries
        .values()
        .forEach(entry -> {
          if (entry.space().equals(space)) {
            all.append(entry.key()).append('\n').append(entry.name()).append('\n');
            all.append(new TreeSet<>(entry.classes())).append('\n');
            all.append(new TreeSet<>(entry.groups())).append('\n');
          }
        });
    return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
  }

  @Override
  public synchronized long count(String space) {
    return entries.keySet().stream().filter(place -> place.space().equals(space)).count();
  }

  @Override
  public boolean current() {
    return true;
  }

  @Override
  public void close() {
    // nothing outlives the process
  }

  private final class Anew implements Rebuild {

    private final Map<Place, MarkEntry> filled = new TreeMap<>();
    private final Set<Place> overridden = new HashSet<>();
    private boolean over;

    @Override
    public void add(List<MarkEntry> added) {
      synchronized (ScanCandidates.this) {
        requireOpen();
        for (MarkEntry entry : added) {
          if (!overridden.contains(Place.of(entry))) {
            filled.put(Place.of(entry), entry);
          }
        }
      }
    }

    void override(List<MarkEntry> added) {
      for (MarkEntry entry : added) {
        overridden.add(Place.of(entry));
        filled.put(Place.of(entry), entry);
      }
    }

    void override(String space, List<String> keys) {
      for (String key : keys) {
        overridden.add(new Place(space, key));
        filled.remove(new Place(space, key));
      }
    }

    @Override
    public void commit() {
      synchronized (ScanCandidates.this) {
        requireOpen();
        entries = filled;
        close();
      }
    }

    @Override
    public void close() {
      synchronized (ScanCandidates.this) {
        if (!over) {
          over = true;
          rebuild = Optional.empty();
        }
      }
    }

    private void requireOpen() {
      if (over) {
        throw new IllegalStateException("the rebuild is over");
      }
    }
  }
}
