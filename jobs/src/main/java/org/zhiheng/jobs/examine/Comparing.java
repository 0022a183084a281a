package org.zhiheng.jobs.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.grounds.GroundFinding;
import org.zhiheng.similarity.grounds.Grounds;
import org.zhiheng.similarity.guideline.CharacterLikeness;
import org.zhiheng.similarity.guideline.Guideline;
import org.zhiheng.similarity.guideline.MarkViews;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.meaning.Meanings;
import org.zhiheng.similarity.meaning.Senses;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Compares two names, without a register. Loads its dictionaries once; safe for many threads.
public final class Comparing {

  private final Words words;
  private final Guideline guideline;
  private final MarkViews views;
  private final Grounds grounds;
  private final Senses senses;

  private Comparing(Words words, Senses senses) {
    this.words = words;
    this.senses = senses;
    HanLexicon lexicon = words.lexicon();
    this.guideline =
        Guideline.load(
            new CharacterLikeness() {
              @Override
              public double sound(int left, int right) {
                return lexicon.sound(left, right);
              }

              @Override
              public double shape(int left, int right) {
                return lexicon.shape(left, right);
              }
            });
    this.views = MarkViews.load();
    this.grounds = Grounds.load();
  }

  /// Over these dictionaries.
  ///
  /// @param senses who is asked about the meaning of Chinese names that the glossary does not know
  public static Comparing with(Words words, Senses senses) {
    return new Comparing(words, senses);
  }

  /// How alike they are, and what shows it.
  Scores scores(WordMark left, WordMark right) {
    return words.compare(left, right, senses);
  }

  /// The dictionaries it compares with.
  public Words words() {
    return words;
  }

  /// Version of the rules.
  String guideline() {
    return guideline.version();
  }

  /// What every rule of the guideline says of two names with these scores.
  List<RuleFinding> rules(String left, String right, Scores scores) {
    return guideline.findings(views.read(left), views.read(right), scores);
  }

  /// What stands against a name itself: a screen.
  List<GroundFinding> grounds(Inquiry inquiry, Optional<GoodsTable> table) {
    return inquiry.name().isBlank()
        ? List.of()
        : grounds.screen(inquiry.name(), inquiry.classes(), inquiry.lawDate(), table);
  }

  /// What these comparisons wanted and did not have.
  static List<Problem> cautions(List<Scores> compared) {
    boolean missing =
        compared.stream()
            .flatMap(scores -> scores.of(Aspect.MEANING).stream())
            .anyMatch(score ->
                score.evidence().contains(new Evidence.NotCompared(Meanings.MODEL_MISSING)));
    return missing
        ? List.of(
            Problem.of(
                Meanings.MODEL_MISSING,
                "",
                "",
                "The text model is not there: Chinese names that the glossary does not know were"
                    + " not compared by meaning."))
        : List.of();
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
    Scores scores = scores(first, second);
    return new Compared(
        left,
        right,
        scores,
        words.rate(first, second).order(),
        rules(left, right, scores),
        guideline.version(),
        Basis.ModelBasis.of(List.of(scores)),
        cautions(List.of(scores)));
  }
}
