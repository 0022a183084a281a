package org.zhiheng.similarity.han;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of Han characters: readings, forms, how common they are.
///
/// Loaded once, immutable, safe for many threads.
public final class HanLexicon {

  /// The longest phrase that decides a reading, in characters.
  private static final int PHRASE_MAX = 8;

  private final CharacterTable table = new CharacterTable();
  private final Map<String, List<Syllable>> phrases = new HashMap<>();
  private final Map<Integer, Integer> simplified = new HashMap<>();

  private HanLexicon() {
    for (String line : Resources.lines("phrases.tsv")) {
      List<String> cells = Resources.cells(line);
      List<Syllable> syllables = new ArrayList<>();
      for (String syllable : cells.get(1).split(" ", -1)) {
        Syllable.parse(syllable).ifPresent(syllables::add);
      }
      phrases.put(cells.get(0), List.copyOf(syllables));
    }
    for (String line : Resources.lines("simplified.tsv")) {
      List<String> cells = Resources.cells(line);
      simplified.put(cells.get(0).codePointAt(0), cells.get(1).codePointAt(0));
    }
  }

  /// Loads the dictionaries.
  public static HanLexicon load() {
    return new HanLexicon();
  }

  /// Whether this is a Han character.
  public boolean isHan(int codePoint) {
    return Character.isIdeographic(codePoint)
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  /// The text in simplified characters, one for one; everything else stays.
  public String simplified(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(at -> plain.appendCodePoint(simplified.getOrDefault(at, at)));
    return plain.toString();
  }

  /// How a text is read, one syllable for each Han character; other characters are passed over.
  ///
  /// Characters with several readings are decided by the longest phrase of the dictionary in which
  /// they stand, else by their commonest reading. A Han character without known reading is passed
  /// over too.
  public List<Syllable> reading(String han) {
    List<Syllable> syllables = new ArrayList<>();
    String text = simplified(han);
    int at = 0;
    while (at < text.length()) {
      int taken = 0;
      for (int length = Math.min(PHRASE_MAX, text.length() - at); length > 1; length--) {
        List<Syllable> phrase = phrases.get(text.substring(at, at + length));
        if (phrase != null) {
          syllables.addAll(phrase);
          taken = length;
          break;
        }
      }
      if (taken == 0) {
        int codePoint = text.codePointAt(at);
        List<Syllable> readings = readings(codePoint);
        if (!readings.isEmpty()) {
          syllables.add(readings.getFirst());
        }
        taken = Character.charCount(codePoint);
      }
      at += taken;
    }
    return List.copyOf(syllables);
  }

  /// The first letters of the reading: `bjgg` for 北京故宫.
  public String initials(String han) {
    StringBuilder letters = new StringBuilder();
    reading(han).forEach(syllable -> letters.append(syllable.plain().charAt(0)));
    return letters.toString();
  }

  /// All Mandarin readings of a character, the commonest first; empty when none is known.
  public List<Syllable> readings(int codePoint) {
    CharacterTable.Row row = table.row(codePoint);
    return row == null ? List.of() : row.readings();
  }

  /// The Cantonese readings in jyutping, without tone; empty when none is known.
  public List<String> cantonese(int codePoint) {
    CharacterTable.Row row = table.row(codePoint);
    return row == null ? List.of() : row.cantonese();
  }

  /// How alike two characters look, 0..1; 1 for the same character.
  ///
  /// Symmetric. What is no Han character looks like itself alone.
  public double shape(int left, int right) {
    if (!isHan(left) || !isHan(right)) {
      return 0;
    }
    if (left == right) {
      return 1;
    }
    CharacterTable.Row one = table.row(left);
    CharacterTable.Row two = table.row(right);
    if (one == null || two == null) {
      return 0;
    }
    double corners = share(one.fourCorner(), two.fourCorner());
    double keys = share(one.cangjie(), two.cangjie());
    double strokes = 1 - Math.min(1, Math.abs(one.strokes() - two.strokes()) / 6.0);
    return 0.99 * (0.3 * corners + 0.5 * keys + 0.2 * strokes);
  }

  /// Twice the longest common run of signs in order, by both lengths.
  private static double share(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    int[] best = new int[right.length() + 1];
    for (int row = 1; row <= left.length(); row++) {
      int diagonal = 0;
      for (int column = 1; column <= right.length(); column++) {
        int above = best[column];
        best[column] =
            left.charAt(row - 1) == right.charAt(column - 1)
                ? diagonal + 1
                : Math.max(above, best[column - 1]);
        diagonal = above;
      }
    }
    return 2.0 * best[right.length()] / (left.length() + right.length());
  }

  /// How alike two characters sound, 0..1: the best over their readings; 1 for the same character.
  ///
  /// Symmetric. 0 when a reading is missing.
  public double sound(int left, int right) {
    List<Syllable> ones = readings(left);
    List<Syllable> twos = readings(right);
    if (ones.isEmpty() || twos.isEmpty()) {
      return 0;
    }
    double best = 0;
    for (int one = 0; one < ones.size(); one++) {
      for (int two = 0; two < twos.size(); two++) {
        double rare = left == right ? 1 : Math.pow(0.9, one + two);
        best = Math.max(best, rare * sound(ones.get(one), twos.get(two)));
      }
    }
    return best;
  }

  /// How alike two syllables sound, 0..1; 1 for the same.
  ///
  /// Sounds that many speakers do not keep apart (n and l, z and zh, c and ch, s and sh, f and h,
  /// an and ang, en and eng, in and ing) are near; another tone takes little.
  public double sound(Syllable left, Syllable right) {
    return SyllableSound.alike(left, right);
  }

  /// How common a character is in print, 0..1.
  public double commonness(int codePoint) {
    CharacterTable.Row row = table.row(codePoint);
    return row == null ? 0 : row.commonness();
  }

  /// Why two characters look alike, or do not.
  public ShapeEvidence shapeEvidence(int left, int right) {
    double score = shape(left, right);
    return new ShapeEvidence(form(left), form(right), List.of(), score, score, score);
  }

  /// What is known of a character's form; empty when it is no Han character.
  public Optional<HanShape> describe(int codePoint) {
    return isHan(codePoint) ? Optional.of(form(codePoint)) : Optional.empty();
  }

  private HanShape form(int codePoint) {
    CharacterTable.@Nullable Row row = table.row(codePoint);
    return row == null
        ? new HanShape(codePoint, "", List.of(), 0, "")
        : new HanShape(codePoint, "", List.of(), row.strokes(), row.fourCorner());
  }
}
