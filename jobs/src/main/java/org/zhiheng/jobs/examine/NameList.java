package org.zhiheng.jobs.examine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.zhiheng.similarity.word.Rater;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// A list of names that others are looked for in, without a register: each question is compared
/// with every name, so nothing can be missed but by the comparison itself.
///
/// Cost: one comparison a name and question. Safe for many threads.
public final class NameList {

  /// More names than this belong into a workspace and its index.
  public static final int NAMES_MAX = 2_000_000;

  private static final Comparator<Found> BEST_FIRST =
      Comparator.comparingDouble(Found::score).reversed().thenComparingInt(Found::row);

  private final Words words;
  private final List<Optional<WordMark>> names;
  private final List<Problem> problems;

  private NameList(Words words, List<Optional<WordMark>> names, List<Problem> problems) {
    this.words = words;
    this.names = names;
    this.problems = problems;
  }

  /// A name that was found.
  ///
  /// @param row its place in the list, from 0
  /// @param score what [Words#ORDER] makes of the comparison, 0..1
  public record Found(int row, double score) {}

  /// Reads the names; one that cannot be read is found by nobody and stands in [#problems].
  ///
  /// @throws IllegalArgumentException when there are more than [#NAMES_MAX]
  public static NameList of(Words words, List<String> texts) {
    if (texts.size() > NAMES_MAX) {
      throw new IllegalArgumentException(
          "names must be at most " + NAMES_MAX + ": " + texts.size());
    }
    List<Optional<WordMark>> names = new ArrayList<>(texts.size());
    List<Problem> problems = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      Parsed<WordMark> read = words.read(texts.get(row));
      names.add(read.found());
      String place = "row " + row;
      read.refusal().ifPresent(problem -> problems.add(problem.at(place)));
    }
    return new NameList(words, names, problems);
  }

  /// The names that could not be read, each with its row.
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The names most like this one, best first; equals in the order of their rows. A name with which
  /// it has nothing in common is not listed.
  ///
  /// @param top how many at most, from 1
  public List<Found> nearest(WordMark query, int top) {
    PriorityQueue<Found> best = new PriorityQueue<>(BEST_FIRST.reversed());
    Rater rater = words.rater(query);
    for (int row = 0; row < names.size(); row++) {
      Optional<WordMark> name = names.get(row);
      if (name.isEmpty()) {
        continue;
      }
      Found worst = best.peek();
      double atLeast = worst == null || best.size() < top ? 0 : worst.score();
      double score = rater.rate(name.get(), atLeast).order();
      if (score <= 0) {
        continue;
      }
      if (best.size() < top) {
        best.add(new Found(row, score));
      } else if (worst != null && score > worst.score()) {
        best.remove();
        best.add(new Found(row, score));
      }
    }
    return best.stream().sorted(BEST_FIRST).toList();
  }
}
