package org.zhiheng.index.lucene;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A disk in memory whose n-th step fails, and those after it too, until it is mended.
final class FaultyGenerations implements Generations {

  private final Map<String, Directory> kept = new LinkedHashMap<>();
  private Optional<String> named = Optional.empty();
  private long stepsLeft = Long.MAX_VALUE;
  private long made;

  FaultyGenerations() {}

  /// Lets so many steps succeed.
  synchronized void allow(long steps) {
    stepsLeft = steps;
  }

  /// What a new process finds after this one was killed.
  synchronized FaultyGenerations afterKill() throws IOException {
    FaultyGenerations after = new FaultyGenerations();
    after.named = named;
    after.made = made;
    if (named.isPresent()) {
      Directory from = kept(named.get());
      ByteBuffersDirectory copy = new ByteBuffersDirectory();
      for (String file : from.listAll()) {
        if (!file.equals("write.lock")) {
          copyIfWritten(from, copy, file);
        }
      }
      after.kept.put(named.get(), copy);
    }
    return after;
  }

  /// A file that a merge still writes no commit names, and a kill may leave nothing of it.
  private static void copyIfWritten(Directory from, Directory to, String file) throws IOException {
    try {
      to.copyFrom(from, file, file, IOContext.DEFAULT);
    } catch (AccessDeniedException _) {
      assert file.startsWith("_") : file;
    }
  }

  synchronized int places() {
    return kept.size();
  }

  private Directory kept(String name) {
    return Objects.requireNonNull(kept.get(name), name);
  }

  private synchronized void step() throws IOException {
    stepsLeft--;
    if (stepsLeft < 0) {
      throw new IOException("the disk fails");
    }
  }

  @Override
  public synchronized Optional<Place> chosen() {
    return named.map(name -> new Place(name, new Faulty(kept(name))));
  }

  @Override
  public synchronized Place next() throws IOException {
    step();
    String name = "g-" + ++made;
    kept.put(name, new ByteBuffersDirectory());
    return new Place(name, new Faulty(kept(name)));
  }

  @Override
  public synchronized void choose(Place place) throws IOException {
    step();
    named = Optional.of(place.name());
    step(); // renamed, but not known to be on the disk
  }

  @Override
  public synchronized void drop(Place place) throws IOException {
    step();
    if (!named.equals(Optional.of(place.name()))) {
      kept.remove(place.name());
    }
  }

  @Override
  public void close() {
    // nothing is held
  }

  private final class Faulty extends FilterDirectory {

    Faulty(Directory in) {
      super(in);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      step();
      return in.createOutput(name, context);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      step();
      return in.createTempOutput(prefix, suffix, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      step();
      in.sync(names);
    }

    @Override
    public void syncMetaData() throws IOException {
      step();
      in.syncMetaData();
    }

    @Override
    public void rename(String source, String dest) throws IOException {
      step();
      in.rename(source, dest);
    }

    @Override
    public void deleteFile(String name) throws IOException {
      step();
      in.deleteFile(name);
    }

    @Override
    public void close() {
      // the disk outlives the index
    }
  }
}
