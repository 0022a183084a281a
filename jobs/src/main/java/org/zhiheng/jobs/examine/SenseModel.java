package org.zhiheng.jobs.examine;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.zhiheng.similarity.meaning.Embeddings;
import org.zhiheng.similarity.meaning.Senses;
import org.zhiheng.similarity.meaning.Vector;

/// The text model, opened when a pair of names first needs it: most never do, and opening takes a
/// second.
///
/// A model that cannot be opened is not tried again: it comes with the program, and waiting does
/// not bring it. Every answer that wanted it says so. Safe for many threads.
public final class SenseModel implements Senses, Closeable {

  /// So many texts' places are remembered, the latest used: 2 kB each.
  private static final int REMEMBERED_MAX = 2_000;

  private final Source source;

  /// Guarded by this.
  private State state = new State.Unopened();

  /// The latest used last. Guarded by this.
  private final LinkedHashMap<String, Vector> remembered = new LinkedHashMap<>(16, 0.75f, true);

  /// Opens the model.
  @FunctionalInterface
  public interface Source {

    /// Opens it.
    ///
    /// @throws IOException when it is not there or cannot be read
    Embeddings open() throws IOException;
  }

  private sealed interface State {
    record Unopened() implements State {}

    record Opened(Embeddings embeddings) implements State {}

    record Missing(String why) implements State {}
  }

  /// Over a model that this opens and closes.
  public SenseModel(Source source) {
    this.source = source;
  }

  @Override
  public Sensed between(String left, String right) {
    return switch (opened()) {
      case State.Unopened _ -> throw new IllegalStateException("opening leaves it open or missing");
      case State.Missing(String why) -> new Sensed.Missing(why);
      case State.Opened(Embeddings model) ->
          new Sensed.Placed(
              model.modelName(), model.modelHash(), place(model, left).cosine(place(model, right)));
    };
  }

  private synchronized State opened() {
    if (state instanceof State.Unopened) {
      try {
        state = new State.Opened(source.open());
      } catch (IOException problem) {
        state = new State.Missing(String.valueOf(problem.getMessage()));
      }
    }
    return state;
  }

  private Vector place(Embeddings model, String text) {
    synchronized (this) {
      Vector known = remembered.get(text);
      if (known != null) {
        return known;
      }
    }
    // outside the lock: many may ask the model at once
    Vector placed = model.embed(text);
    synchronized (this) {
      remembered.put(text, placed);
      if (remembered.size() > REMEMBERED_MAX) {
        remembered.pollFirstEntry();
      }
    }
    return placed;
  }

  @Override
  public synchronized void close() throws IOException {
    if (state instanceof State.Opened(Embeddings model)) {
      model.close();
      state = new State.Missing("it was closed");
    }
  }
}
