package org.zhiheng.similarity.han;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the characters most easily taken for another.
public final class CharacterRanking {

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

  /// The candidates nearest to a character, nearest first; the character itself is left out.
  ///
  /// @param query a character's code point
  /// @param candidates code points, one a row; a character that stands twice is given twice
  /// @param by shape or sound
  /// @param top how many at most, above 0
  public List<Ranked> nearest(int query, List<Integer> candidates, By by, int top) {
    if (top < 1) {
      throw new IllegalArgumentException("top must be > 0: " + top);
    }
    List<Ranked> all = new ArrayList<>();
    for (int row = 0; row < candidates.size(); row++) {
      int candidate = candidates.get(row);
      if (candidate != query) {
        double near =
            switch (by) {
              case SHAPE -> lexicon.shape(query, candidate);
              case SOUND -> lexicon.sound(query, candidate);
            };
        all.add(new Ranked(row, 0.95 * near + 0.05 * lexicon.commonness(candidate)));
      }
    }
    all.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparingInt(Ranked::row));
    return List.copyOf(all.subList(0, Math.min(top, all.size())));
  }
}
