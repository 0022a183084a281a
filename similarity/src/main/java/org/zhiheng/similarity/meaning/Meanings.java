package org.zhiheng.similarity.meaning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhiheng.similarity.meaning.MeaningName.Word;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;

/// Compares what names mean, word by word, in Chinese and English, by a glossary of words that
/// occur in trade names. Loads it once; safe for many threads.
///
/// It knows words, not sentences: no irony, no grammar, and no word that the glossary lacks.
public final class Meanings {

  /// What an unknown Han character counts for, beside 1 for a word.
  private static final double CHARACTER_WEIGHT = 0.6;

  /// What a word counts for that describes the trade.
  private static final double GENERIC_WEIGHT = 0.45;

  /// Evidence of a score that wanted a model where none could be asked.
  public static final String MODEL_MISSING = "meaning-model-missing";

  /// A shorter part of a word is chance.
  private static final int PART_MIN = 3;

  /// Longer words are not looked at for parts: no two words of the glossary are longer together.
  private static final int COMPOUND_MAX = 32;

  private final Glossary glossary;
  private final Tokens tokens = new Tokens();

  private Meanings(Glossary glossary) {
    this.glossary = glossary;
  }

  /// Loads the glossary.
  public static Meanings load() {
    return new Meanings(Glossary.parse("glossary.txt", lines("glossary.txt")));
  }

  private static List<String> lines(String resource) {
    InputStream stream = Meanings.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("resource must be on the class path: " + resource);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /// Cuts a name into words and looks them up.
  public MeaningName read(String name) {
    List<Word> words = new ArrayList<>();
    List<Tokens.Run> runs = tokens.of(name);
    for (int at = 0; at < runs.size(); ) {
      if (runs.get(at).han()) {
        han(runs.get(at).text(), words);
        at++;
      } else {
        at += latin(runs, at, words);
      }
    }
    return new MeaningName(name, words);
  }

  /// Whether a run of small letters is a word of the glossary, or made of such words.
  public boolean knows(String run) {
    return !lookUp(run).isEmpty() || !compound(run).isEmpty();
  }

  /// How much of both names means the same, 0..1.
  public double likeness(MeaningName left, MeaningName right) {
    return pairs(left, right).stream().mapToDouble(pair -> weight(pair.left, pair.right)).sum()
        * 2
        / Math.max(1e-9, weight(left) + weight(right));
  }

  /// How much of both names means the same, and which words.
  public Score explain(MeaningName left, MeaningName right) {
    List<Evidence> evidence = new ArrayList<>();
    for (Pair pair : pairs(left, right)) {
      boolean same = pair.left.text().equals(pair.right.text());
      evidence.add(
          new Evidence.SameMeaning(
              pair.left.text(), pair.right.text(), same ? "same-word" : "glossary", 1));
    }
    return new Score(Math.clamp(likeness(left, right), 0.0, 1.0), evidence);
  }

  /// How much of both names means the same; where the glossary has nothing in common and does not
  /// know all of both, another is asked.
  ///
  /// Asked only of Han characters beside Han characters: where one name has none, the evidence says
  /// that the meaning is not known.
  public Score explain(MeaningName left, MeaningName right, Senses senses) {
    Score score = explain(left, right);
    if (!score.evidence().isEmpty() || (left.known() && right.known())) {
      return score;
    }
    String one = left.han();
    String other = right.han();
    if (one.isEmpty() || other.isEmpty()) {
      return new Score(0, List.of(new Evidence.NotCompared("meaning-unknown")));
    }
    return switch (senses.between(one, other)) {
      case Senses.Sensed.NotAsked _ -> score;
      case Senses.Sensed.Missing _ ->
          new Score(0, List.of(new Evidence.NotCompared(MODEL_MISSING)));
      case Senses.Sensed.Placed placed -> ModelMeaning.score(one, other, placed);
    };
  }

  /// Codes of the ideas in the name, for an index; the same for a word of either language.
  public List<String> concepts(MeaningName name) {
    Set<String> concepts = new LinkedHashSet<>();
    for (Word word : name.words()) {
      concepts.addAll(word.ideas());
    }
    return List.copyOf(concepts);
  }

  private record Pair(Word left, Word right) {}

  private static List<Pair> pairs(MeaningName left, MeaningName right) {
    List<Pair> pairs = new ArrayList<>();
    List<Word> rest = new ArrayList<>(right.words());
    for (Word word : left.words()) {
      for (int at = 0; at < rest.size(); at++) {
        if (word.means(rest.get(at))) {
          pairs.add(new Pair(word, rest.remove(at)));
          break;
        }
      }
    }
    return pairs;
  }

  private static double weight(Word left, Word right) {
    return (left.weight() + right.weight()) / 2;
  }

  private static double weight(MeaningName name) {
    return name.words().stream().mapToDouble(Word::weight).sum();
  }

  private int latin(List<Tokens.Run> runs, int from, List<Word> words) {
    for (int length = Glossary.LATIN_WORDS_MAX; length >= 1; length--) {
      if (from + length > runs.size()) {
        continue;
      }
      List<Tokens.Run> some = runs.subList(from, from + length);
      if (some.stream().anyMatch(Tokens.Run::han)) {
        continue;
      }
      String text = String.join(" ", some.stream().map(Tokens.Run::text).toList());
      List<Glossary.Idea> ideas = lookUp(text);
      if (!ideas.isEmpty()) {
        words.add(word(text, false, ideas));
        return length;
      }
      if (length == 1) {
        List<String> parts = compound(text);
        if (parts.isEmpty()) {
          words.add(word(text, false, ideas));
        } else {
          parts.forEach(part -> words.add(word(part, false, lookUp(part))));
        }
      }
    }
    return 1;
  }

  /// The known words of which a word is made that is not known itself, in the fewest parts: `great
  /// wall` for greatwall, else `red`, `bull` for redbull. Empty when a letter would be left over.
  private List<String> compound(String text) {
    if (text.length() < 2 * PART_MIN || text.length() > COMPOUND_MAX) {
      return List.of();
    }
    for (int cut = PART_MIN; cut <= text.length() - PART_MIN; cut++) {
      String spaced = text.substring(0, cut) + ' ' + text.substring(cut);
      if (!lookUp(spaced).isEmpty()) {
        return List.of(spaced);
      }
    }
    for (int cut = PART_MIN; cut <= text.length() - PART_MIN; cut++) {
      String head = text.substring(0, cut);
      String tail = text.substring(cut);
      if (!lookUp(head).isEmpty() && !lookUp(tail).isEmpty()) {
        return List.of(head, tail);
      }
    }
    return List.of();
  }

  private List<Glossary.Idea> lookUp(String text) {
    List<Glossary.Idea> ideas = glossary.latin(text);
    if (ideas.isEmpty() && text.endsWith("ies")) {
      ideas = glossary.latin(text.substring(0, text.length() - 3) + "y");
    }
    if (ideas.isEmpty() && text.endsWith("es")) {
      ideas = glossary.latin(text.substring(0, text.length() - 2));
    }
    if (ideas.isEmpty() && text.endsWith("s")) {
      ideas = glossary.latin(text.substring(0, text.length() - 1));
    }
    return ideas;
  }

  private void han(String run, List<Word> words) {
    int[] points = run.codePoints().toArray();
    for (int at = 0; at < points.length; ) {
      int length = Math.min(Glossary.HAN_LENGTH_MAX, points.length - at);
      List<Glossary.Idea> ideas = List.of();
      String text = "";
      for (; length >= 1; length--) {
        text = new String(points, at, length);
        ideas = glossary.han(text);
        if (!ideas.isEmpty()) {
          break;
        }
      }
      words.add(word(text, true, ideas));
      at += Math.max(1, length);
    }
  }

  private static Word word(String text, boolean han, List<Glossary.Idea> ideas) {
    boolean generic = !ideas.isEmpty() && ideas.stream().allMatch(Glossary.Idea::generic);
    double weight =
        generic
            ? GENERIC_WEIGHT
            : han && text.codePointCount(0, text.length()) == 1 ? CHARACTER_WEIGHT : 1;
    return new Word(text, han, ideas.stream().map(Glossary.Idea::id).toList(), weight, generic);
  }
}
