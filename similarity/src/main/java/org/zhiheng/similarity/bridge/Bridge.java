package org.zhiheng.similarity.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.similarity.meaning.MeaningName;
import org.zhiheng.similarity.meaning.Meanings;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;

/// Compares a name in Latin letters with one in Han characters. Loads its tables once; safe for
/// many threads.
///
/// A likeness by sound covers pinyin, other romanisations of Mandarin and Cantonese, and foreign
/// names written in characters for their sound. It does not cover names that neither sound nor mean
/// the same (Carrefour's 家乐福 sounds; HSBC's 汇丰 does neither).
public final class Bridge {

  /// More Latin letters of a name are not looked at.
  public static final int LETTERS_MAX = 48;

  /// More Han characters of a name are not looked at.
  public static final int CHARACTERS_MAX = 24;

  private static final int WORDS_MAX = 62;
  private static final int READINGS_MAX = 3;

  private final HanReadings readings;
  private final Meanings meanings;
  private final SoundTable mandarin = SoundTable.load("mandarin.txt");
  private final SoundTable cantonese = SoundTable.load("cantonese.txt");
  private final Aligner inMandarin = new Aligner(mandarin);
  private final Aligner inCantonese = new Aligner(cantonese);

  private Bridge(HanReadings readings, Meanings meanings) {
    this.readings = readings;
    this.meanings = meanings;
  }

  /// Loads the tables, with a reading for each character that does not look at its word.
  public static Bridge load() {
    return load(new IcuReadings(), Meanings.load());
  }

  /// Loads the tables.
  public static Bridge load(HanReadings readings, Meanings meanings) {
    return new Bridge(readings, meanings);
  }

  /// Reads a name in either script or both.
  public BridgeName read(String name) {
    MeaningName meaning = meanings.read(name);
    StringBuilder letters = new StringBuilder();
    List<Integer> letterWords = new ArrayList<>();
    List<String> characters = new ArrayList<>();
    List<Integer> characterWords = new ArrayList<>();
    List<List<SoundTable.Sound>> inMandarinSounds = new ArrayList<>();
    List<List<SoundTable.Sound>> inCantoneseSounds = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int word = 0; word < Math.min(WORDS_MAX, meaning.words().size()); word++) {
      MeaningName.Word one = meaning.words().get(word);
      if (one.han()) {
        int at = word;
        one.text()
            .codePoints()
            .limit(CHARACTERS_MAX - characters.size())
            .forEach(point -> {
              characters.add(Character.toString(point));
              characterWords.add(at);
              run.appendCodePoint(point);
            });
      } else {
        for (char letter : one.text().toCharArray()) {
          if (letter >= 'a' && letter <= 'z' && letters.length() < LETTERS_MAX) {
            letters.append(letter);
            letterWords.add(word);
          }
        }
      }
    }
    for (List<String> spellings : readings.mandarin(run.toString())) {
      inMandarinSounds.add(sounds(mandarin, spellings));
    }
    run.codePoints()
        .forEach(point -> inCantoneseSounds.add(sounds(cantonese, readings.cantonese(point))));
    boolean speaksCantonese = inCantoneseSounds.stream().noneMatch(List::isEmpty);
    String all = letters.toString();
    return new BridgeName(
        meaning,
        new BridgeName.Latin(
            all, numbers(letterWords), costs(mandarin, all), costs(cantonese, all)),
        new BridgeName.Han(
            characters,
            numbers(characterWords),
            inMandarinSounds,
            speaksCantonese ? inCantoneseSounds : List.of()));
  }

  /// How alike both sound, 0..1: the Latin letters of one beside the Han characters of the other.
  ///
  /// @return 0 when not one has the letters and the other the characters
  public double sound(BridgeName left, BridgeName right) {
    Optional<Sides> sides = Sides.of(left, right);
    return sides.isEmpty() ? 0 : sound(sides.get(), 0, 0);
  }

  /// How alike both sound, with letters and syllables side by side.
  public Score explain(BridgeName left, BridgeName right) {
    Optional<Sides> found = Sides.of(left, right);
    if (found.isEmpty()) {
      return new Score(0, List.of());
    }
    Sides sides = found.get();
    BridgeName.Latin latin = sides.latin().latin;
    BridgeName.Han han = sides.han().han;
    double byMandarin = inMandarin.likeness(latin, latin.mandarin, 0, han, han.mandarin, 0);
    double byCantonese =
        han.cantonese.isEmpty()
            ? 0
            : inCantonese.likeness(latin, latin.cantonese, 0, han, han.cantonese, 0);
    Evidence.Readings evidence =
        byCantonese > byMandarin
            ? new Evidence.Readings(
                "jyutping", inCantonese.pairs(latin, latin.cantonese, han, han.cantonese))
            : new Evidence.Readings(
                "pinyin", inMandarin.pairs(latin, latin.mandarin, han, han.mandarin));
    return new Score(Math.max(byMandarin, byCantonese), List.of(evidence));
  }

  /// How alike both are in all ways that cross scripts; cheap.
  ///
  /// @return zeros when not one has Latin letters and the other Han characters
  public BridgeRating rate(BridgeName left, BridgeName right) {
    Optional<Sides> found = Sides.of(left, right);
    if (found.isEmpty()) {
      return new BridgeRating(0, 0, 0, 0);
    }
    Sides sides = found.get();
    double sound = sound(sides, 0, 0);
    double meaning = meanings.likeness(left.meaning(), right.meaning());
    return new BridgeRating(sound, 0, meaning, Math.max(sound, meaning));
  }

  /// What an index files the name under, so that names of both scripts that sound or mean alike
  /// share an entry. Several for each name.
  public List<String> keys(BridgeName name) {
    Set<String> keys = new LinkedHashSet<>();
    meanings.concepts(name.meaning()).forEach(idea -> keys.add("m:" + idea));
    return List.copyOf(keys);
  }

  /// Who has the letters and who the characters.
  private record Sides(BridgeName latin, BridgeName han) {
    static Optional<Sides> of(BridgeName left, BridgeName right) {
      if (left.hasHan() && !right.hasHan() && right.hasLatin()) {
        return Optional.of(new Sides(right, left));
      }
      if (right.hasHan() && !left.hasHan() && left.hasLatin()) {
        return Optional.of(new Sides(left, right));
      }
      return Optional.empty();
    }
  }

  private double sound(Sides sides, long outLatin, long outHan) {
    BridgeName.Latin latin = sides.latin().latin;
    BridgeName.Han han = sides.han().han;
    double best = inMandarin.likeness(latin, latin.mandarin, outLatin, han, han.mandarin, outHan);
    return han.cantonese.isEmpty()
        ? best
        : Math.max(
            best,
            inCantonese.likeness(latin, latin.cantonese, outLatin, han, han.cantonese, outHan));
  }

  private static List<SoundTable.Sound> sounds(SoundTable table, List<String> spellings) {
    List<SoundTable.Sound> sounds = new ArrayList<>();
    for (String spelling : spellings) {
      if (sounds.size() < READINGS_MAX) {
        table.sound(spelling).ifPresent(sounds::add);
      }
    }
    return sounds;
  }

  private static BridgeName.Costs costs(SoundTable table, String letters) {
    List<BridgeName.Row> rows = new ArrayList<>();
    for (int at = 0; at <= letters.length(); at++) {
      int most = Math.min(SoundTable.CHUNK_MAX, letters.length() - at);
      float[][] onsets = new float[most + 1][];
      float[][] rests = new float[most + 1][];
      for (int size = 0; size <= most; size++) {
        String chunk = letters.substring(at, at + size);
        onsets[size] = table.onset(chunk);
        rests[size] = table.rest(chunk);
      }
      rows.add(new BridgeName.Row(onsets, rests));
    }
    return new BridgeName.Costs(rows);
  }

  private static int[] numbers(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
