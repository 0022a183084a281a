package org.zhiheng.similarity.bridge;

import java.util.List;
import org.zhiheng.similarity.meaning.MeaningName;

/// A name as it is compared across scripts: read once, then compared often. Made by [Bridge#read].
public final class BridgeName {

  private final MeaningName meaning;
  final Latin latin;
  final Han han;

  BridgeName(MeaningName meaning, Latin latin, Han han) {
    this.meaning = meaning;
    this.latin = latin;
    this.han = han;
  }

  /// As it was given.
  public String text() {
    return meaning.text();
  }

  /// The same name cut into words that mean something.
  public MeaningName meaning() {
    return meaning;
  }

  /// Whether it has Latin letters.
  public boolean hasLatin() {
    return !latin.letters.isEmpty();
  }

  /// Whether it has Han characters.
  public boolean hasHan() {
    return !han.characters.isEmpty();
  }

  /// The Latin letters of a name, all in one, and what they may stand for.
  static final class Latin {
    final String letters;
    final int[] words;
    final long capitals;
    final Costs mandarin;
    final Costs cantonese;

    Latin(String letters, int[] words, long capitals, Costs mandarin, Costs cantonese) {
      this.letters = letters;
      this.words = words;
      this.capitals = capitals;
      this.mandarin = mandarin;
      this.cantonese = cantonese;
    }
  }

  /// What each run of letters costs as each part of a syllable: by the place of its first letter
  /// and its length.
  record Costs(List<Row> places) {
    Costs {
      places = List.copyOf(places);
    }
  }

  /// What may begin at one place, the shortest first.
  static final class Row {
    final Chunk[] onsets;
    final Chunk[] rests;

    Row(Chunk[] onsets, Chunk[] rests) {
      this.onsets = onsets;
      this.rests = rests;
    }
  }

  /// A run of letters and what it costs as each part.
  static final class Chunk {
    final int size;
    final float[] costs;

    Chunk(int size, float[] costs) {
      this.size = size;
      this.costs = costs;
    }
  }

  /// The Han characters of a name and how they are read.
  static final class Han {
    final List<String> characters;
    final int[] words;
    final List<List<SoundTable.Sound>> mandarin;
    final List<List<SoundTable.Sound>> cantonese;

    Han(
        List<String> characters,
        int[] words,
        List<List<SoundTable.Sound>> mandarin,
        List<List<SoundTable.Sound>> cantonese) {
      this.characters = List.copyOf(characters);
      this.words = words;
      this.mandarin = List.copyOf(mandarin);
      this.cantonese = List.copyOf(cantonese);
    }
  }
}
