package org.zhiheng.similarity.word;

import java.util.List;
import org.zhiheng.similarity.bridge.Bridge;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.meaning.Meanings;
import org.zhiheng.similarity.meaning.Senses;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Parsed;

/// Reads names and compares them. Loads its dictionaries once; safe for many threads.
public final class Words {

  /// A longer name is refused: no register keeps one, and comparing costs time by length.
  public static final int LENGTH_MAX = 400;

  /// The order that [Rating#order] follows.
  public static final OrderRule ORDER =
      new OrderRule(
          "strongest-element",
          3,
          "Three fifths of the stronger and two fifths of the weaker of sound and shape, of the"
              + " element (Latin, Chinese, or one against the other) that is most alike; across"
              + " scripts, sound and meaning of the words as the bridge orders them, times 0.9. A"
              + " Latin element counts at least what it says that one name holds the other; times"
              + " 0.95 where its words had to change places, 0.8 where only one of both has a word"
              + " that distinguishes, 0.97 where a name is of both scripts.");

  private final Reader reader;
  private final HanLexicon lexicon;
  private final Bridge bridge;
  private final Features features;
  private final Ratings ratings;
  private final Explanation explanation;

  private Words() {
    lexicon = HanLexicon.load();
    Meanings meanings = Meanings.load();
    bridge = Bridge.load(lexicon, meanings);
    reader = new Reader(Affixes.load(), lexicon);
    features = new Features(bridge);
    ratings = new Ratings(lexicon, bridge);
    explanation = new Explanation(ratings, bridge, meanings);
  }

  /// Loads the dictionaries.
  public static Words load() {
    return new Words();
  }

  /// The character lexicon that names are read with.
  public HanLexicon lexicon() {
    return lexicon;
  }

  /// Reads a name.
  ///
  /// @return refused when it is empty, longer than [#LENGTH_MAX], or has nothing that can be read
  public Parsed<WordMark> read(String text) {
    if (text.length() > LENGTH_MAX) {
      return Parsed.refused(
          "name-too-long", text, "A name has at most " + LENGTH_MAX + " characters.");
    }
    if (text.isBlank()) {
      return Parsed.refused(
          "name-empty", text, "A name has at least one letter, character or digit.");
    }
    WordMark mark = new WordMark(text, reader.read(text), lexicon);
    return mark.hasLatin() || mark.hasHan()
        ? Parsed.ok(mark)
        : Parsed.refused(
            "name-unreadable", text, "A name has at least one letter, character or digit.");
  }

  /// What an index files the name under, without repetition.
  public List<Feature> features(WordMark mark) {
    return features.of(mark);
  }

  /// How alike they are; cheap enough for every candidate. Symmetric; 1 for names with the same
  /// form.
  public Rating rate(WordMark left, WordMark right) {
    return ratings.rate(left, right);
  }

  /// Rates many names against this one, each as [#rate] does.
  public Rater rater(WordMark asked) {
    return new Rater(ratings, asked);
  }

  /// How alike they are, and what shows it. Sound and shape are those of [#rate].
  public Scores compare(WordMark left, WordMark right) {
    return compare(left, right, Senses.NONE);
  }

  /// The same, and another is asked about the meaning where the glossary says nothing of Chinese
  /// names. What it says changes neither [#rate] nor any order.
  public Scores compare(WordMark left, WordMark right, Senses senses) {
    return explanation.compare(left, right, senses);
  }
}
