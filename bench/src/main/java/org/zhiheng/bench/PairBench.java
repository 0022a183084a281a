package org.zhiheng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhiheng.bench.marks.MarkNames;
import org.zhiheng.bench.marks.MarkQuestion;
import org.zhiheng.seeds.Seed;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;

/// Question: how many pairs of names does one core rate in a second, and read in a second?
///
/// Fixture: the names of `MarkSearchBench`; each of 500 questions is rated against the name it was
/// made from and 1,999 others, five times over. The sum of all ratings tells whether two runs rated
/// the same.
///
/// Run: `java … org.zhiheng.bench.PairBench DATA`.
final class PairBench {

  private static final int NAMES = 1_999;
  private static final int QUESTIONS = 500;
  private static final int ROUNDS = 5;
  private static final long SPREAD = 1_000_000;

  private PairBench() {}

  /// Runs it.
  ///
  /// @param args the folder `shared/data`
  /// @throws IOException when the names cannot be read
  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    MarkNames names = MarkNames.read(Path.of(args[0]));
    Words words = Words.load();
    Seed seed = Seed.of(3);
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < NAMES; at++) {
      texts.add(names.name(seed.random().nextLong(SPREAD)));
    }
    for (int round = 0; round < ROUNDS; round++) {
      long from = System.nanoTime();
      List<WordMark> marks = new ArrayList<>();
      for (String text : texts) {
        words.read(text).found().ifPresent(marks::add);
      }
      long read = System.nanoTime();
      long pairs = 0;
      double sum = 0;
      for (MarkQuestion question : MarkQuestion.about(names, SPREAD, QUESTIONS, Seed.of(4))) {
        WordMark asked = words.read(question.asked()).orThrow();
        sum += words.rate(asked, words.read(question.wanted()).orThrow()).order();
        for (WordMark mark : marks) {
          sum += words.rate(asked, mark).order();
        }
        pairs += marks.size() + 1;
      }
      long rated = System.nanoTime();
      out.printf(
          Locale.ROOT,
          "round %d: %,.0f names read a second, %,.0f pairs rated a second (%,d pairs, sum %.6f)%n",
          round + 1,
          marks.size() / ((read - from) / 1e9),
          pairs / ((rated - read) / 1e9),
          pairs,
          sum);
    }
  }
}
