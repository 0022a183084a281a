package org.zhiheng.similarity.word;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Parsed;

/// Reads names and compares them. Loads its dictionaries once; safe for many threads.
public final class Words {

  /// A longer name is refused: no register keeps one, and comparing costs time by length.
  public static final int LENGTH_MAX = 400;

  /// The order that [Rating#order] follows.
  public static final OrderRule ORDER =
      new OrderRule("trigram", 0, "Share of runs of three characters that both have.");

  private Words() {}

  /// Loads the dictionaries.
  public static Words load() {
    return new Words();
  }

  /// Reads a name.
  ///
  /// @return refused when it is empty, longer than [#LENGTH_MAX], or has nothing that can be read
  public Parsed<WordMark> read(String text) {
    if (text.length() > LENGTH_MAX) {
      return Parsed.refused(
          "name-too-long", text, "A name has at most " + LENGTH_MAX + " characters.");
    }
    String form =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]", "");
    return form.isEmpty()
        ? Parsed.refused("name-empty", text, "A name has at least one letter, character or digit.")
        : Parsed.ok(new WordMark(text, form));
  }

  /// What an index files the name under.
  public List<Feature> features(WordMark mark) {
    List<Feature> features = new ArrayList<>();
    features.add(new Feature(FeatureKind.FORM, mark.form()));
    grams(mark).forEach(gram -> features.add(new Feature(FeatureKind.GRAM, gram)));
    return features;
  }

  /// How alike they are; cheap enough for every candidate.
  public Rating rate(WordMark left, WordMark right) {
    Set<String> both = grams(left);
    Set<String> rights = grams(right);
    int all = both.size() + rights.size();
    both.retainAll(rights);
    double dice = 2.0 * both.size() / all;
    return new Rating(dice, dice, 0, dice);
  }

  /// How alike they are, and what shows it.
  public Scores compare(WordMark left, WordMark right) {
    Rating rating = rate(left, right);
    return new Scores(
        Map.of(
            Aspect.SOUND,
            new Score(rating.sound(), List.of()),
            Aspect.SHAPE,
            new Score(rating.shape(), List.of(new Evidence.Measure("trigram", rating.shape())))));
  }

  private static Set<String> grams(WordMark mark) {
    String padded = "^" + mark.form() + "$";
    Set<String> grams = new HashSet<>();
    for (int at = 0; at + 2 <= padded.length(); at++) {
      grams.add(padded.substring(at, Math.min(at + 3, padded.length())));
    }
    return grams;
  }
}
