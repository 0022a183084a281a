package org.zhiheng.similarity.han;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// How characters look: their parts, and their pictures in print.
///
/// Two measures, both cosines. *Parts*: each part down to the third level, rarer parts and higher
/// levels counting more, once for being there and, on the first level, once more for its place.
/// *Picture*: directions of edges in the printed character, seen whole, in its left half and in its
/// upper half (where readers look first); the whole counts twice.
final class Shapes {

  /// Bytes of the whole picture, of its left half and of its upper half.
  static final int WHOLE = 64;

  static final int HALF = 24;

  /// How much parts count against the picture's 1.
  private static final double PARTS_SHARE = 2.7;

  /// How fast the stretched measure rises.
  private static final double STRETCH = 5;

  private static final int DEPTH_MAX = 3;

  /// A part of a part counts this much of its whole.
  private static final double LEVEL = 0.7;

  private final CharacterTable table;

  /// Of each character or part how its parts stand, a tab, and the parts.
  private final Map<String, String> makeUps = new HashMap<>(100_000);

  private final AtomicReferenceArray<@Nullable Features> features;

  /// In how many drawn characters a part stands.
  private final Map<String, Integer> spread = new HashMap<>();

  private int drawn;

  /// Of each row its picture, empty when there is none.
  private final byte[][] pictures;

  private final float[][] lengths;

  Shapes(CharacterTable table) {
    this.table = table;
    for (String line : Resources.lines("parts.tsv")) {
      int tab = line.indexOf('\t');
      makeUps.put(line.substring(0, tab), line.substring(tab + 1));
    }
    features = new AtomicReferenceArray<>(table.count());
    pictures = new byte[table.count()][];
    lengths = new float[table.count()][];
    count();
    draw();
  }

  /// Counts in how many of the drawn characters each part stands.
  private void count() {
    for (int row = 0; row < table.count(); row++) {
      if (table.drawn(row)) {
        drawn++;
        Set<String> names = new HashSet<>();
        for (Part part : parts(row)) {
          if (names.add(part.name())) {
            spread.merge(part.name(), 1, Integer::sum);
          }
        }
      }
    }
  }

  private List<Part> parts(int row) {
    List<Part> found = new ArrayList<>();
    take(Character.toString(table.codePoint(row)), 0, 1, "", found);
    return found;
  }

  /// The features of a row in rising order, and their weights; together of length 1.
  ///
  /// A feature is the hash of a part's name, or of its name and place.
  private static final class Features {
    private final int[] names;
    private final float[] weights;

    private Features(SortedMap<Integer, Double> weighed) {
      double length = Math.sqrt(weighed.values().stream().mapToDouble(w -> w * w).sum());
      names = new int[weighed.size()];
      weights = new float[weighed.size()];
      int at = 0;
      for (Map.Entry<Integer, Double> entry : weighed.entrySet()) {
        names[at] = entry.getKey();
        weights[at++] = (float) (entry.getValue() / length);
      }
    }
  }

  /// Made when first asked for; two threads may make the same twice.
  private Features features(int row) {
    Features ready = features.get(row);
    if (ready == null) {
      TreeMap<Integer, Double> weighed = new TreeMap<>();
      for (Part part : parts(row)) {
        double rare = Math.log((double) drawn / spread.getOrDefault(part.name(), 1) + 1);
        double weight = rare * Math.pow(LEVEL, part.depth()) * Math.pow(part.size(), 0.25);
        weighed.merge(part.name().hashCode(), weight, Math::max);
        if (part.depth() == 1) {
          weighed.merge((part.name() + part.place()).hashCode(), weight, Math::max);
        }
      }
      ready = new Features(weighed);
      features.set(row, ready);
    }
    return ready;
  }

  /// A part of a character.
  ///
  /// @param name the part, or the number of one without a code point
  /// @param depth 0 for the character itself
  /// @param size its share of the character, 0..1
  /// @param place where in its whole: l, m, r, t, b, o (around), i (inside), x
  private record Part(String name, int depth, double size, String place) {}

  private void take(String name, int depth, double size, String place, List<Part> found) {
    found.add(new Part(name, depth, size, place));
    List<String> below = depth >= DEPTH_MAX ? List.of() : components(name);
    String operator = operator(name);
    for (int at = 0; at < below.size(); at++) {
      take(below.get(at), depth + 1, size / below.size(), place(operator, at, below.size()), found);
    }
  }

  private static String place(String operator, int at, int count) {
    if (operator.startsWith("s")) {
      return at == 0 ? "o" : "i";
    }
    boolean across = operator.startsWith("a");
    if (across || operator.startsWith("d")) {
      return at == 0 ? across ? "l" : "t" : at < count - 1 ? "m" : across ? "r" : "b";
    }
    return "x";
  }

  private String operator(String name) {
    String makeUp = makeUps.getOrDefault(name, "\t");
    return makeUp.substring(0, makeUp.indexOf('\t'));
  }

  /// The parts of a character or part, in order; a part that stands twice is named twice.
  List<String> components(String name) {
    String makeUp = makeUps.getOrDefault(name, "\t");
    String named = makeUp.substring(makeUp.indexOf('\t') + 1);
    List<String> below = named.isEmpty() ? List.of() : List.of(named.split(" ", -1));
    String operator = operator(name);
    if (!operator.startsWith("r") || below.isEmpty()) {
      return below;
    }
    int times =
        operator.startsWith("r3")
            ? 3
            : operator.startsWith("r4") ? 4 : operator.startsWith("r5") ? 5 : 2;
    List<String> repeated = new ArrayList<>();
    for (int turn = 0; turn < times; turn++) {
      repeated.addAll(below);
    }
    return repeated;
  }

  /// The sign for how the parts stand; empty for a character of one piece.
  String structure(String name) {
    String operator = operator(name);
    int slash = operator.indexOf('/');
    int count = components(name).size();
    return count < 2 ? "" : sign(slash < 0 ? operator : operator.substring(0, slash), count);
  }

  private static String sign(String operator, int count) {
    return switch (operator) {
      case "a", "ra" -> count == 2 ? "⿰" : "⿲";
      case "d", "rd" -> count == 2 ? "⿱" : "⿳";
      case "s" -> "⿴";
      case "st" -> "⿵";
      case "sb" -> "⿶";
      case "sl" -> "⿷";
      case "stl" -> "⿸";
      case "str" -> "⿹";
      case "sbl" -> "⿺";
      default -> "⿻";
    };
  }

  private void draw() {
    byte[] none = new byte[0];
    Arrays.fill(pictures, none);
    Base64.Decoder decoder = Base64.getDecoder();
    for (String line : Resources.lines("glyphs.tsv")) {
      int tab = line.indexOf('\t');
      int row = table.row(line.codePointAt(0));
      if (row >= 0) {
        byte[] picture = decoder.decode(line.substring(tab + 1));
        pictures[row] = picture;
        lengths[row] =
            new float[] {
              length(picture, 0, WHOLE),
              length(picture, WHOLE, WHOLE + HALF),
              length(picture, WHOLE + HALF, WHOLE + 2 * HALF)
            };
      }
    }
  }

  private static float length(byte[] picture, int from, int to) {
    return (float) Math.sqrt(dot(picture, picture, from, to));
  }

  private static int dot(byte[] left, byte[] right, int from, int to) {
    int sum = 0;
    for (int at = from; at < to; at++) {
      sum += left[at] * right[at];
    }
    return sum;
  }

  /// 0..1, how alike the pictures are; negative when one is missing.
  double picture(int left, int right) {
    byte[] one = pictures[left];
    byte[] two = pictures[right];
    if (one.length == 0 || two.length == 0) {
      return -1;
    }
    float[] ones = lengths[left];
    float[] twos = lengths[right];
    double whole = dot(one, two, 0, WHOLE) / (double) (ones[0] * twos[0]);
    double left2 = dot(one, two, WHOLE, WHOLE + HALF) / (double) (ones[1] * twos[1]);
    double upper = dot(one, two, WHOLE + HALF, WHOLE + 2 * HALF) / (double) (ones[2] * twos[2]);
    return Math.min(
        1, 0.5 * Math.max(0, whole) + 0.25 * Math.max(0, left2) + 0.25 * Math.max(0, upper));
  }

  /// 0..1, how alike the make-up is.
  double parts(int left, int right) {
    Features ones = features(left);
    Features twos = features(right);
    double sum = 0;
    int one = 0;
    int two = 0;
    while (one < ones.names.length && two < twos.names.length) {
      int here = ones.names[one];
      int there = twos.names[two];
      if (here == there) {
        sum += ones.weights[one++] * twos.weights[two++];
      } else if (here < there) {
        one++;
      } else {
        two++;
      }
    }
    return Math.min(1, sum);
  }

  /// 0..1, both measures mixed; the parts alone when a picture is missing.
  double mixed(int left, int right) {
    if (left == right) {
      return 1;
    }
    double parts = parts(left, right);
    double picture = picture(left, right);
    return picture < 0 ? parts : (picture + PARTS_SHARE * parts) / (1 + PARTS_SHARE);
  }

  /// 0..1, the mixed measure stretched, so that what is taken for each other (未 and 末) stands near
  /// 0.85, what shares its bigger half near 0.8 and what has nothing in common near 0; the order is
  /// the same.
  double alike(int left, int right) {
    return left == right ? 1 : -Math.expm1(-STRETCH * mixed(left, right)) / -Math.expm1(-STRETCH);
  }

  /// The parts that both have, the biggest first; what has no code point is left out.
  List<String> shared(int left, int right) {
    Map<String, Double> ones = sizes(left);
    Map<String, Double> twos = sizes(right);
    List<String> shared = new ArrayList<>(ones.keySet());
    shared.retainAll(twos.keySet());
    shared.removeIf(name -> Character.isDigit(name.codePointAt(0)));
    shared.sort(
        Comparator.comparingDouble((String name) -> -Math.min(size(ones, name), size(twos, name)))
            .thenComparing(Comparator.naturalOrder()));
    return shared;
  }

  private static double size(Map<String, Double> sizes, String name) {
    return sizes.getOrDefault(name, 0.0);
  }

  private Map<String, Double> sizes(int row) {
    Map<String, Double> sizes = new TreeMap<>();
    parts(row).forEach(part -> sizes.merge(part.name(), part.size(), Math::max));
    return sizes;
  }
}
