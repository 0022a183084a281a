package org.zhiheng.jobs.examine;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Compares two names, without a register. Loads its dictionaries once; safe for many threads.
public final class Comparing {

  private final Words words;

  private Comparing(Words words) {
    this.words = words;
  }

  /// Over these dictionaries.
  public static Comparing with(Words words) {
    return new Comparing(words);
  }

  /// Compares.
  ///
  /// @throws ProblemsException with the problems of both names, when one cannot be read
  public Compared names(String left, String right) {
    Parsed<WordMark> one = words.read(left);
    Parsed<WordMark> other = words.read(right);
    List<Problem> problems = new ArrayList<>();
    one.refusal().ifPresent(problem -> problems.add(problem.at("left")));
    other.refusal().ifPresent(problem -> problems.add(problem.at("right")));
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    WordMark first = one.orThrow();
    WordMark second = other.orThrow();
    return new Compared(
        left, right, words.compare(first, second), words.rate(first, second).order());
  }
}
