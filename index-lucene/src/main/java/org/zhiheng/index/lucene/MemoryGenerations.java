package org.zhiheng.index.lucene;

import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;

/// Indexes that live as long as the process.
final class MemoryGenerations implements Generations {

  @Override
  public Optional<Place> chosen() {
    return Optional.empty();
  }

  @Override
  public Place next() {
    return new Place("memory", new ByteBuffersDirectory());
  }

  @Override
  public void choose(Place place) {
    // who holds it, uses it
  }

  @Override
  public void drop(Place place) {
    // the collector's work
  }

  @Override
  public void close() {
    // nothing outlives the process
  }
}
