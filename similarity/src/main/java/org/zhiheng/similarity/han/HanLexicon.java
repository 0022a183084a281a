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
  private final Map<String, String> phrases = new HashMap<>();
  private final Map<Integer, Integer> simplified = new HashMap<>();

  /// Guarded by [#table] while it is made.
  private volatile @Nullable Shapes shapes;

  private HanLexicon() {
    for (String line : Resources.lines("phrases.tsv")) {
      int tab = line.indexOf('\t');
      phrases.put(line.substring(0, tab), line.substring(tab + 1));
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
    return alternatives(han).stream().flatMap(readings -> readings.stream().limit(1)).toList();
  }

  /// How each character of a text may be read, the likeliest first: as the longest phrase of the
  /// dictionary says in which it stands, else in all its ways; empty when no reading is known.
  public List<List<Syllable>> alternatives(String han) {
    List<List<Syllable>> all = new ArrayList<>();
    String text = simplified(han);
    int at = 0;
    while (at < text.length()) {
      int taken = 0;
      for (int length = Math.min(PHRASE_MAX, text.length() - at); length > 1; length--) {
        String phrase = phrases.get(text.substring(at, at + length));
        if (phrase != null) {
          for (String syllable : phrase.split(" ", -1)) {
            all.add(Syllable.parse(syllable).map(List::of).orElse(List.of()));
          }
          taken = length;
          break;
        }
      }
      if (taken == 0) {
        int codePoint = text.codePointAt(at);
        all.add(readings(codePoint));
        taken = Character.charCount(codePoint);
      }
      at += taken;
    }
    return List.copyOf(all);
  }

  /// The first letters of the reading: `bjgg` for 北京故宫.
  public String initials(String han) {
    StringBuilder letters = new StringBuilder();
    reading(han).forEach(syllable -> letters.append(syllable.plain().charAt(0)));
    return letters.toString();
  }

  /// All Mandarin readings of a character, the commonest first; empty when none is known.
  public List<Syllable> readings(int codePoint) {
    int row = table.row(codePoint);
    return row < 0 ? List.of() : table.readings(row);
  }

  /// The Cantonese readings in jyutping, without tone; empty when none is known.
  public List<String> cantonese(int codePoint) {
    int row = table.row(codePoint);
    return row < 0 ? List.of() : table.cantonese(row);
  }

  /// How alike two characters look, 0..1; 1 for the same Han character.
  ///
  /// Symmetric. 0 when one is no Han character, or when they differ and one stands in no table.
  public double shape(int left, int right) {
    int one = table.row(left);
    int two = table.row(right);
    if (one < 0 || two < 0) {
      return left == right && isHan(left) ? 1 : 0;
    }
    return shapes().alike(one, two);
  }

  /// What [#shape] is made of, before it is stretched; for [CharacterRanking].
  double shapeMixed(int left, int right) {
    int one = table.row(left);
    int two = table.row(right);
    return one < 0 || two < 0 ? 0 : shapes().mixed(one, two);
  }

  /// How alike two characters sound, 0..1: the best over their readings, a rare reading counting
  /// less; 1 for the same character.
  ///
  /// Symmetric. 0 when a reading is missing.
  public double sound(int left, int right) {
    int one = table.row(left);
    int two = table.row(right);
    return one < 0 || two < 0 ? 0 : table.sound(one, two);
  }

  /// How alike two syllables sound, 0..1; 1 for the same.
  ///
  /// Sounds that many speakers do not keep apart (n and l, z and zh, c and ch, s and sh, f and h,
  /// an and ang, en and eng, in and ing) are near; another tone takes little, and a tone that is
  /// not known takes nothing.
  public double sound(Syllable left, Syllable right) {
    return SyllableSound.alike(left, right);
  }

  /// How common a character is in print, 0..1, on a logarithmic scale.
  public double commonness(int codePoint) {
    int row = table.row(codePoint);
    return row < 0 ? 0 : table.common(row);
  }

  /// Why two characters look alike, or do not.
  public ShapeEvidence shapeEvidence(int left, int right) {
    int one = table.row(left);
    int two = table.row(right);
    double score = shape(left, right);
    if (one < 0 || two < 0) {
      return new ShapeEvidence(form(left), form(right), List.of(), score, score, score);
    }
    return new ShapeEvidence(
        form(left),
        form(right),
        shapes().shared(one, two),
        Math.max(0, shapes().picture(one, two)),
        shapes().parts(one, two),
        score);
  }

  /// What is known of a character's form; empty when it is no Han character.
  public Optional<HanShape> describe(int codePoint) {
    return isHan(codePoint) ? Optional.of(form(codePoint)) : Optional.empty();
  }

  private HanShape form(int codePoint) {
    int row = table.row(codePoint);
    if (row < 0) {
      return new HanShape(codePoint, "", List.of(), 0, "");
    }
    String name = Character.toString(codePoint);
    List<String> parts =
        shapes().components(name).stream()
            .filter(part -> !Character.isDigit(part.codePointAt(0)))
            .toList();
    return new HanShape(
        codePoint, shapes().structure(name), parts, table.strokes(row), table.fourCorner(row));
  }

  /// Loaded when first asked for: most uses of readings need no shapes.
  private Shapes shapes() {
    Shapes ready = shapes;
    if (ready == null) {
      synchronized (table) {
        ready = shapes;
        if (ready == null) {
          ready = new Shapes(table);
          shapes = ready;
        }
      }
    }
    return ready;
  }
}
