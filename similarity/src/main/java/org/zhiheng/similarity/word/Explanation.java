package org.zhiheng.similarity.word;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.similarity.bridge.Bridge;
import org.zhiheng.similarity.meaning.Meanings;
import org.zhiheng.similarity.meaning.Senses;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;

/// What shows how alike two names are.
final class Explanation {

  private final Ratings ratings;
  private final Bridge bridge;
  private final Meanings meanings;

  Explanation(Ratings ratings, Bridge bridge, Meanings meanings) {
    this.ratings = ratings;
    this.bridge = bridge;
    this.meanings = meanings;
  }

  Scores compare(WordMark left, WordMark right, Senses senses) {
    Ratings.Element element = best(left, right);
    Rating rating = ratings.rate(left, right, element);
    List<Evidence> sound = new ArrayList<>();
    List<Evidence> shape = new ArrayList<>();
    sameForm(left, right, shape);
    contained(left, right, shape);
    switch (element) {
      case LATIN -> latin(left, right, sound, shape);
      case HAN -> han(left, right, sound, shape);
      case ACROSS -> {
        sound.addAll(
            (Ratings.latinFirst(left, right)
                    ? bridge.explain(left.bridgedLatin(bridge), right.bridgedHan(bridge))
                    : bridge.explain(left.bridgedHan(bridge), right.bridgedLatin(bridge)))
                .evidence());
        shape.add(new Evidence.NotCompared("shape-across-scripts"));
      }
    }
    Map<Aspect, Score> scores = new EnumMap<>(Aspect.class);
    scores.put(Aspect.SOUND, new Score(rating.sound(), sound));
    scores.put(Aspect.SHAPE, new Score(rating.shape(), shape));
    scores.put(
        Aspect.MEANING,
        meanings.explain(left.bridged(bridge).meaning(), right.bridged(bridge).meaning(), senses));
    return new Scores(scores);
  }

  private Ratings.Element best(WordMark left, WordMark right) {
    Ratings.Element best = Ratings.Element.LATIN;
    double order = -1;
    for (Ratings.Element element : Ratings.Element.values()) {
      if (Ratings.has(left, right, element)) {
        double found = ratings.rate(left, right, element).order();
        if (found > order) {
          best = element;
          order = found;
        }
      }
    }
    return best;
  }

  private static void sameForm(WordMark left, WordMark right, List<Evidence> evidence) {
    Set<String> by = new TreeSet<>(left.folds);
    by.addAll(right.folds);
    String form = left.form();
    if (!form.equals(right.form())) {
      if (left.core().equals(right.core())) {
        by.add("affix");
        form = left.core();
      } else if (sorted(left).equals(sorted(right))) {
        by.add("order");
        form = String.join(" ", sorted(left));
      } else {
        return;
      }
    }
    boolean spaced =
        !left.text().replaceAll("[^ ]", "").equals(right.text().replaceAll("[^ ]", ""));
    if (spaced) {
      by.add("spacing");
    }
    evidence.add(new Evidence.SameForm(form, List.copyOf(by)));
  }

  private static List<String> sorted(WordMark mark) {
    return mark.parts.stream().map(Part::text).sorted().toList();
  }

  private static void contained(WordMark left, WordMark right, List<Evidence> evidence) {
    WordMark part = left.core().length() <= right.core().length() ? left : right;
    WordMark whole = part == left ? right : left;
    int at = whole.form().indexOf(part.core());
    if (part.core().length() < 2 || at < 0 || whole.form().length() == part.core().length()) {
      return;
    }
    // a syllable that a longer word is left with is not the mark: the "ubu" of "labubu"
    if (part.core().length() * 5 < part.form().length() * 3) {
      return;
    }
    String before = whole.form().substring(0, at);
    String after = whole.form().substring(at + part.core().length());
    Set<AffixKind> kinds = new TreeSet<>();
    for (Part one : whole.parts) {
      if (one.kind() != AffixKind.DOMAIN
          && !one.text().contains(part.core())
          && !part.core().contains(one.text())) {
        kinds.add(one.kind());
      }
    }
    boolean bare = whole.parts.stream().anyMatch(one -> one.text().equals(part.core()));
    AffixKind kind = !bare || kinds.size() != 1 ? AffixKind.OTHER : kinds.iterator().next();
    evidence.add(
        new Evidence.Contained(
            part.core(), whole.text(), (before + " " + after).strip(), kind.code()));
  }

  private void latin(WordMark left, WordMark right, List<Evidence> sound, List<Evidence> shape) {
    List<Evidence.Pair> letters = new ArrayList<>();
    int row = 0;
    int column = 0;
    for (Alignment.Step step : ratings.looks.steps(left.letters, right.letters)) {
      String one = letters(left.letters, row, step.left());
      String two = letters(right.letters, column, step.right());
      letters.add(pair(one, two, step.likeness(), "confusable", "similar-shape"));
      row += step.left();
      column += step.right();
    }
    shape.add(new Evidence.Alignment(letters));
    List<Evidence.Pair> spoken = new ArrayList<>();
    row = 0;
    column = 0;
    for (Alignment.Step step : ratings.sounds.steps(left.sounds, right.sounds)) {
      String one = sounds(left.sounds, row, step.left());
      String two = sounds(right.sounds, column, step.right());
      spoken.add(pair(one, two, step.likeness(), "near-sound", "near-sound"));
      row += step.left();
      column += step.right();
    }
    sound.add(new Evidence.Readings("latin", spoken));
  }

  private static Evidence.Pair pair(
      String left, String right, float likeness, String near, String similar) {
    String why =
        left.isEmpty()
            ? "added"
            : right.isEmpty()
                ? "missing"
                : left.equals(right)
                    ? "same"
                    : likeness >= 0.8f ? near : likeness > 0 ? similar : "other";
    return new Evidence.Pair(left, right, likeness, why);
  }

  private static String letters(Strand strand, int from, int count) {
    StringBuilder letters = new StringBuilder();
    for (int at = from; at < from + count; at++) {
      letters.append(LetterLooks.letter(strand.signs[at]));
    }
    return letters.toString();
  }

  private static String sounds(Strand strand, int from, int count) {
    StringBuilder sounds = new StringBuilder();
    for (int at = from; at < from + count; at++) {
      char sound = LatinSounds.sound(strand.signs[at]);
      sounds.append(
          switch (sound) {
            case 'S' -> "sh";
            case 'C' -> "ch";
            case 'J' -> "j";
            default -> Character.toString(sound);
          });
    }
    return sounds.toString();
  }

  private void han(WordMark left, WordMark right, List<Evidence> sound, List<Evidence> shape) {
    List<Evidence.Pair> characters = new ArrayList<>();
    int row = 0;
    int column = 0;
    for (Alignment.Step step : ratings.hanLooks.steps(left.han, right.han)) {
      String one = characters(left.han, row, step.left());
      String two = characters(right.han, column, step.right());
      characters.add(pair(one, two, step.likeness(), "similar-shape", "similar-shape"));
      row += step.left();
      column += step.right();
    }
    shape.add(new Evidence.Alignment(characters));
    List<Evidence.Pair> spoken = new ArrayList<>();
    row = 0;
    column = 0;
    for (Alignment.Step step : ratings.hanSounds.steps(left.han, right.han)) {
      String one = pinyin(left.han, row, step.left());
      String two = pinyin(right.han, column, step.right());
      boolean differs =
          !characters(left.han, row, step.left())
              .equals(characters(right.han, column, step.right()));
      Evidence.Pair pair = pair(one, two, step.likeness(), "near-sound", "near-sound");
      spoken.add(
          differs && pair.why().equals("same")
              ? new Evidence.Pair(one, two, step.likeness(), "same-sound")
              : pair);
      row += step.left();
      column += step.right();
    }
    sound.add(new Evidence.Readings("pinyin", spoken));
  }

  private static String characters(HanStrand han, int from, int count) {
    return new String(han.points, from, count);
  }

  private static String pinyin(HanStrand han, int from, int count) {
    List<String> syllables = new ArrayList<>();
    for (int at = from; at < from + count; at++) {
      syllables.add(han.readable(at) ? han.syllables[at].toned() : "?");
    }
    return String.join(" ", syllables);
  }
}
