package org.zhiheng.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.store.Directory;

/// Where indexes lie: the one in use, and the one that is to take its place.
interface Generations extends Closeable {

  /// The one in use; empty before the first was chosen. The caller closes its directory.
  Optional<Place> chosen() throws IOException;

  /// A new and empty one. The caller closes its directory.
  Place next() throws IOException;

  /// Makes this the one in use, for good, at once or not at all.
  void choose(Place place) throws IOException;

  /// Removes one that is not in use, once its directory is closed.
  void drop(Place place) throws IOException;

  /// One index.
  record Place(String name, Directory directory) {}
}
