package org.zhiheng.jobs.prove.use;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;

/// Compares names by the similarity engine, whose dictionaries are loaded when first asked for.
///
/// Safe for many threads.
public final class WordLikeness implements MarkForm.Likeness {

  private final Supplier<Words> load;

  /// Guarded by this.
  private @Nullable Words words;

  /// @param load loads the dictionaries; asked once
  public WordLikeness(Supplier<Words> load) {
    this.load = load;
  }

  private synchronized Words words() {
    Words loaded = words == null ? load.get() : words;
    words = loaded;
    return loaded;
  }

  @Override
  public Optional<Scores> between(String registered, String used) {
    Optional<WordMark> one = words().read(registered).found();
    Optional<WordMark> other = words().read(used).found();
    return one.isPresent() && other.isPresent()
        ? Optional.of(words().compare(one.get(), other.get()))
        : Optional.empty();
  }
}
