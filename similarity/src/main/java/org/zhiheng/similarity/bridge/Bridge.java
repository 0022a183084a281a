package org.zhiheng.similarity.bridge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.similarity.han.HanLexicon;
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

  private static final int INITIALS_MIN = 2;
  private static final int INITIALS_MAX = 5;
  private static final double INITIAL_COST_MAX = 0.15;

  private static final double SHOWN_SLOPE = 1.2;
  private static final double RANKED_SLOPE = 1.9;

  /// What a syllable weighs beside a consonant.
  private static final double SYLLABLE_MASS = 1.5;

  /// So much sound is trusted to 1 - 1/e.
  private static final double TRUST_MASS = 1.5;

  /// How much of the weight of a describing word without partner is held against a pair.
  private static final double GENERIC_LEFT_SHARE = 0.8;

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

  /// Loads the tables and the glossary.
  public static Bridge load(HanLexicon lexicon) {
    return load(lexicon, Meanings.load());
  }

  /// Loads the tables, with a glossary that was loaded before.
  public static Bridge load(HanLexicon lexicon, Meanings meanings) {
    return load(new Readings(lexicon), meanings);
  }

  /// Loads the tables; characters are read as these say.
  public static Bridge load(HanReadings readings, Meanings meanings) {
    return new Bridge(readings, meanings);
  }

  /// Whether a run of small letters is a word of the glossary, or made of such words.
  public boolean knows(String run) {
    return meanings.knows(run);
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
            all,
            numbers(letterWords),
            capitals(name, meaning),
            costs(mandarin, all),
            costs(cantonese, all)),
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
    return sides.isEmpty() ? 0 : shown(kept(sides.get(), 0, 0));
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
    double byMandarin = inMandarin.kept(latin, latin.mandarin, 0, han, han.mandarin, 0);
    double byCantonese =
        han.cantonese.isEmpty()
            ? 0
            : inCantonese.kept(latin, latin.cantonese, 0, han, han.cantonese, 0);
    Evidence.Readings latinFirst =
        byCantonese > byMandarin
            ? new Evidence.Readings(
                "jyutping", inCantonese.pairs(latin, latin.cantonese, han, han.cantonese))
            : new Evidence.Readings(
                "pinyin", inMandarin.pairs(latin, latin.mandarin, han, han.mandarin));
    return new Score(
        shown(Math.max(byMandarin, byCantonese)),
        List.of(left.hasHan() ? turned(latinFirst) : latinFirst));
  }

  /// The same with the sides changed.
  private static Evidence.Readings turned(Evidence.Readings readings) {
    return new Evidence.Readings(
        readings.system(),
        readings.pairs().stream()
            .map(pair ->
                new Evidence.Pair(
                    /* left= */ pair.right(),
                    /* right= */ pair.left(),
                    pair.likeness(),
                    pair.why()))
            .toList());
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
    Words words = Words.of(sides.latin().meaning(), sides.han().meaning());
    double kept = kept(sides, 0, 0);
    double initials = initials(sides, 0, 0);
    double meaning = words.all == 0 ? 0 : Math.min(1, words.same / words.all);
    double whole = Math.max(ranked(kept), initials) * trust(sides, 0, 0);
    double rest = words.outLatin == 0 && words.outHan == 0 ? whole : rest(sides, words);
    return new BridgeRating(shown(kept), initials, meaning, Math.max(whole, rest));
  }

  /// The words that mean the same count as they are; what is left must sound alike.
  private double rest(Sides sides, Words words) {
    double heard =
        Math.max(
                ranked(kept(sides, words.outLatin, words.outHan)),
                initials(sides, words.outLatin, words.outHan))
            * trust(sides, words.outLatin, words.outHan);
    double all = words.same + words.rest + words.generic * GENERIC_LEFT_SHARE;
    return all == 0 ? 0 : (words.same + heard * words.rest) / all;
  }

  /// The likeness that is told: half of the sound kept by chance counts for little.
  private static double shown(double kept) {
    return Math.max(0, 1 - SHOWN_SLOPE * (1 - kept));
  }

  /// The likeness that lists are ordered by, beside words that mean the same: chance counts
  /// nothing.
  private static double ranked(double kept) {
    return Math.max(0, 1 - RANKED_SLOPE * (1 - kept));
  }

  /// How far a likeness by sound may be trusted: little sound is easily alike by chance.
  private static double trust(Sides sides, long outLatin, long outHan) {
    double mass = 0;
    BridgeName.Latin latin = sides.latin().latin;
    for (int at = 0; at < latin.letters.length(); at++) {
      if ((outLatin >> latin.words[at] & 1) == 0) {
        mass += Letters.weight(latin.letters.charAt(at));
      }
    }
    double syllables = 0;
    BridgeName.Han han = sides.han().han;
    for (int word : han.words) {
      if ((outHan >> word & 1) == 0) {
        syllables++;
      }
    }
    return 1 - Math.exp(-(mass + SYLLABLE_MASS * syllables) / 2 / TRUST_MASS);
  }

  private double initials(Sides sides, long outLatin, long outHan) {
    BridgeName.Latin latin = sides.latin().latin;
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < latin.letters.length(); at++) {
      long bit = 1L << latin.words[at];
      if ((outLatin & bit) == 0) {
        if ((latin.capitals & bit) == 0 || letters.length() == INITIALS_MAX) {
          return 0;
        }
        letters.append(latin.letters.charAt(at));
      }
    }
    if (letters.length() < INITIALS_MIN) {
      return 0;
    }
    BridgeName.Han han = sides.han().han;
    double best = initials(letters, mandarin, han, han.mandarin, outHan);
    return han.cantonese.isEmpty()
        ? best
        : Math.max(best, initials(letters, cantonese, han, han.cantonese, outHan));
  }

  /// Whether the letters begin the first syllables one by one; a longer name leaves more to chance.
  private static double initials(
      CharSequence letters,
      SoundTable table,
      BridgeName.Han han,
      List<List<SoundTable.Sound>> sounds,
      long outHan) {
    int syllables = 0;
    double cost = 0;
    for (int at = 0; at < sounds.size(); at++) {
      if ((outHan >> han.words[at] & 1) != 0) {
        continue;
      }
      if (syllables < letters.length()) {
        double least = 1;
        for (SoundTable.Sound sound : sounds.get(at)) {
          least = Math.min(least, table.initialCost(letters.charAt(syllables), sound));
        }
        if (least > INITIAL_COST_MAX) {
          return 0;
        }
        cost += least;
      }
      syllables++;
    }
    if (syllables < letters.length()) {
      return 0;
    }
    double length = letters.length();
    return (1 - cost / length) * (1 - Math.pow(0.5, length)) * Math.sqrt(length / syllables);
  }

  /// What of both sides means the same, and what is left.
  private static final class Words {
    private long outLatin;
    private long outHan;
    private double same;
    private double rest;
    private double generic;
    private double all;

    static Words of(MeaningName latin, MeaningName han) {
      Words words = new Words();
      List<MeaningName.Word> rights = han.words();
      for (int left = 0; left < Math.min(WORDS_MAX, latin.words().size()); left++) {
        MeaningName.Word word = latin.words().get(left);
        int found = -1;
        for (int right = 0; right < Math.min(WORDS_MAX, rights.size()); right++) {
          if ((words.outHan >> right & 1) == 0 && word.means(rights.get(right))) {
            found = right;
            break;
          }
        }
        if (found >= 0) {
          words.outLatin |= 1L << left;
          words.outHan |= 1L << found;
          words.same += (word.weight() + rights.get(found).weight()) / 2;
        }
      }
      words.leave(latin.words(), true);
      words.leave(rights, false);
      words.all = words.same + words.rest + words.generic;
      return words;
    }

    /// Words that describe the trade and have no partner cost little and are not sounded.
    private void leave(List<MeaningName.Word> side, boolean latin) {
      for (int at = 0; at < Math.min(WORDS_MAX, side.size()); at++) {
        long bit = 1L << at;
        if (((latin ? outLatin : outHan) & bit) != 0) {
          continue;
        }
        MeaningName.Word word = side.get(at);
        if (word.generic()) {
          generic += word.weight() / 2;
          if (latin) {
            outLatin |= bit;
          } else {
            outHan |= bit;
          }
        } else {
          rest += word.weight() / 2;
        }
      }
    }
  }

  /// What an index files the name under, so that names of both scripts that sound or mean alike
  /// share an entry. Several for each name: `p:` pinyin or the letters as they are, `s:` the
  /// classes of the consonants, `g:` runs of three of them, `m:` ideas.
  public List<String> keys(BridgeName name) {
    Set<String> keys = new LinkedHashSet<>();
    if (name.hasLatin()) {
      keys.add("p:" + name.latin.letters);
      Skeletons.ofLatin(name.latin.letters).forEach(code -> keys.addAll(Skeletons.keys(code)));
    }
    if (name.hasHan()) {
      List<String> syllables =
          name.han.mandarin.stream()
              .map(readings -> readings.isEmpty() ? "" : readings.getFirst().text())
              .toList();
      keys.add("p:" + String.join("", syllables));
      Skeletons.ofPinyin(syllables).forEach(code -> keys.addAll(Skeletons.keys(code)));
    }
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

  private double kept(Sides sides, long outLatin, long outHan) {
    BridgeName.Latin latin = sides.latin().latin;
    BridgeName.Han han = sides.han().han;
    double best = inMandarin.kept(latin, latin.mandarin, outLatin, han, han.mandarin, outHan);
    return han.cantonese.isEmpty()
        ? best
        : Math.max(
            best, inCantonese.kept(latin, latin.cantonese, outLatin, han, han.cantonese, outHan));
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
      List<BridgeName.Chunk> onsets = new ArrayList<>();
      List<BridgeName.Chunk> rests = new ArrayList<>();
      for (int size = 0; size <= most; size++) {
        String chunk = letters.substring(at, at + size);
        add(onsets, size, table.onset(chunk));
        add(rests, size, table.rest(chunk));
      }
      rows.add(
          new BridgeName.Row(
              onsets.toArray(BridgeName.Chunk[]::new), rests.toArray(BridgeName.Chunk[]::new)));
    }
    return new BridgeName.Costs(rows);
  }

  private static void add(List<BridgeName.Chunk> chunks, int size, float[] costs) {
    if (costs.length > 0) {
      chunks.add(new BridgeName.Chunk(size, costs));
    }
  }

  /// Which words are written in capitals alone, as bits.
  private static long capitals(String name, MeaningName meaning) {
    long capitals = 0;
    for (int at = 0; at < Math.min(WORDS_MAX, meaning.words().size()); at++) {
      String word = meaning.words().get(at).text();
      if (name.contains(word.toUpperCase(Locale.ROOT))) {
        capitals |= 1L << at;
      }
    }
    return capitals;
  }

  private static int[] numbers(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
