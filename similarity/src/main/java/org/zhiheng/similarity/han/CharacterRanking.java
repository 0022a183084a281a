package org.zhiheng.similarity.han;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhiheng.similarity.score.OrderRule;

/// Finds the characters most easily taken for another.
///
/// The order is [#BY_SHAPE] or [#BY_SOUND]. In both, how alike the two characters are leads, and
/// how common the candidate is decides between near ones: hundreds of characters may sound alike,
/// and what a writer or a reader meant is mostly a common one. By sound, the look decides too, for
/// slips of the pen mostly keep a part of the right character. Equal scores stand in the order of
/// the candidates.
public final class CharacterRanking {

  /// How shape is ordered.
  public static final OrderRule BY_SHAPE =
      new OrderRule("shape-common", 2, "(shape before stretching + 0.16 × commonness²) / 1.16");

  /// How sound is ordered.
  public static final OrderRule BY_SOUND =
      new OrderRule(
          "sound-common-shape",
          2,
          "(sound + 0.38 × commonness² + 0.2 × shape before stretching) / 1.58");

  private static final double SHAPE_COMMON = 0.16;
  private static final double SOUND_COMMON = 0.38;
  private static final double SOUND_SHAPE = 0.2;

  /// By what two characters are compared.
  public enum By {
    /// How they look.
    SHAPE,
    /// How they sound.
    SOUND
  }

  /// One candidate in its place.
  ///
  /// @param row which candidate, counted from 0 in the list that was given
  /// @param score 0..1, higher first
  public record Ranked(int row, double score) {}

  private final HanLexicon lexicon;

  private CharacterRanking(HanLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Ranks with this lexicon.
  public static CharacterRanking of(HanLexicon lexicon) {
    return new CharacterRanking(lexicon);
  }

  /// Loads the lexicon and ranks with it.
  public static CharacterRanking load() {
    return of(HanLexicon.load());
  }

  /// The candidates nearest to a character, nearest first; the character itself and what is no Han
  /// character are left out. Of a query that is none, nothing.
  ///
  /// @param query a character's code point
  /// @param candidates code points, one a row; a character that stands twice is given twice
  /// @param by shape or sound
  /// @param top how many at most, above 0
  public List<Ranked> nearest(int query, List<Integer> candidates, By by, int top) {
    if (top < 1) {
      throw new IllegalArgumentException("top must be > 0: " + top);
    }
    List<Ranked> all = new ArrayList<>(candidates.size());
    if (!lexicon.isHan(query)) {
      return List.of();
    }
    for (int row = 0; row < candidates.size(); row++) {
      int candidate = candidates.get(row);
      if (candidate != query && lexicon.isHan(candidate)) {
        all.add(new Ranked(row, score(query, candidate, by)));
      }
    }
    all.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(Ranked::row));
    return List.copyOf(all.subList(0, Math.min(top, all.size())));
  }

  /// By how much a candidate may be taken for the query, 0..1, by the rule of this order.
  private double score(int query, int candidate, By by) {
    double common = lexicon.commonness(candidate) * lexicon.commonness(candidate);
    double shape = lexicon.shapeMixed(query, candidate);
    return switch (by) {
      case SHAPE -> (shape + SHAPE_COMMON * common) / (1 + SHAPE_COMMON);
      case SOUND ->
          (lexicon.sound(query, candidate) + SOUND_COMMON * common + SOUND_SHAPE * shape)
              / (1 + SOUND_COMMON + SOUND_SHAPE);
    };
  }
}
