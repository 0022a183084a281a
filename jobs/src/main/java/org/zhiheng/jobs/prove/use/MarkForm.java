package org.zhiheng.jobs.prove.use;

import java.util.Locale;
import java.util.Optional;
import org.zhiheng.similarity.score.Scores;

/// The mark as used beside the mark as registered. Whether another form changes what distinguishes
/// the mark is never decided here: scores and a flag for a person.
///
/// @param state how they stand to each other
/// @param scores of the similarity engine, where both are words and differ
public record MarkForm(State state, Optional<Scores> scores) {

  /// How they stand to each other.
  public enum State {
    /// The same words but for width, case and white space.
    SAME,
    /// Another form, and the depositor stated why it keeps what distinguishes.
    ACCEPTED,
    /// Another form: a person has to look.
    OTHER,
    /// The registered mark has a figure, which is not compared with what the evidence shows.
    FIGURE,
    /// The evidence does not say which mark it shows.
    UNSTATED;

    /// `same`: the name in data.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it counts as use of the registered mark.
    boolean holds() {
      return this == SAME || this == ACCEPTED;
    }
  }

  /// Compares names; nothing where one cannot be read.
  @FunctionalInterface
  public interface Likeness {
    /// How alike they are.
    Optional<Scores> between(String registered, String used);
  }

  static MarkForm of(RegisteredMark mark, UseItem item, Likeness likeness) {
    if (item.mark().isEmpty()) {
      return new MarkForm(State.UNSTATED, Optional.empty());
    }
    boolean accepted = !item.formAccepted().isEmpty();
    boolean sameWords = UseItem.plain(mark.word()).equals(UseItem.plain(item.mark()));
    if (mark.word().isEmpty() || (mark.figure() && sameWords)) {
      return new MarkForm(accepted ? State.ACCEPTED : State.FIGURE, Optional.empty());
    }
    if (sameWords) {
      return new MarkForm(State.SAME, Optional.empty());
    }
    return new MarkForm(
        accepted ? State.ACCEPTED : State.OTHER, likeness.between(mark.word(), item.mark()));
  }
}
