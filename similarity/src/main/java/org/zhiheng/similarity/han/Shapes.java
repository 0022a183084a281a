package org.zhiheng.similarity.han;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
  private static final double PARTS_SHARE = 2.2;

  private static final int DEPTH_MAX = 3;

  /// A part of a part counts this much of its whole.
  private static final double LEVEL = 0.7;

  private final CharacterTable table;
  private final Map<String, String> operators = new HashMap<>();
  private final Map<String, List<String>> parts = new HashMap<>();

  /// Of each row its features in rising order, and their weights; together of length 1.
  private final int[][] features;

  private final float[][] weights;

  /// Of each row its picture, empty when there is none.
  private final byte[][] pictures;

  private final float[][] lengths;

  Shapes(CharacterTable table) {
    this.table = table;
    for (String line : Resources.lines("parts.tsv")) {
      List<String> cells = Resources.cells(line);
      operators.put(cells.get(0), cells.get(1));
      parts.put(
          cells.get(0), cells.get(2).isEmpty() ? List.of() : List.of(cells.get(2).split(" ", -1)));
    }
    features = new int[table.count()][];
    weights = new float[table.count()][];
    pictures = new byte[table.count()][];
    lengths = new float[table.count()][];
    weigh();
    draw();
  }

  private void weigh() {
    List<List<Part>> all = new ArrayList<>(table.count());
    Map<String, Integer> spread = new HashMap<>();
    int drawn = 0;
    for (int row = 0; row < table.count(); row++) {
      List<Part> found = new ArrayList<>();
      take(Character.toString(table.codePoint(row)), 0, 1, "", found);
      all.add(found);
      if (table.drawn(row)) {
        drawn++;
        found.stream()
            .map(Part::name)
            .distinct()
            .forEach(name -> spread.merge(name, 1, Integer::sum));
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (int row = 0; row < table.count(); row++) {
      TreeMap<Integer, Double> weighed = new TreeMap<>();
      for (Part part : all.get(row)) {
        double rare = Math.log((double) drawn / spread.getOrDefault(part.name(), 1) + 1);
        double weight = rare * Math.pow(LEVEL, part.depth()) * Math.pow(part.size(), 0.25);
        weighed.merge(number(numbers, part.name()), weight, Math::max);
        if (part.depth() == 1) {
          weighed.merge(number(numbers, part.name() + part.place()), weight, Math::max);
        }
      }
      double length = Math.sqrt(weighed.values().stream().mapToDouble(w -> w * w).sum());
      features[row] = new int[weighed.size()];
      weights[row] = new float[weighed.size()];
      int at = 0;
      for (Map.Entry<Integer, Double> entry : weighed.entrySet()) {
        features[row][at] = entry.getKey();
        weights[row][at++] = (float) (entry.getValue() / length);
      }
    }
  }

  private static int number(Map<String, Integer> numbers, String name) {
    return numbers.computeIfAbsent(name, key -> numbers.size());
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
    String operator = operators.getOrDefault(name, "");
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

  /// The parts of a character or part, in order; a part that stands twice is named twice.
  List<String> components(String name) {
    List<String> below = parts.getOrDefault(name, List.of());
    String operator = operators.getOrDefault(name, "");
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
    String operator = operators.getOrDefault(name, "");
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
    int[] ones = features[left];
    int[] twos = features[right];
    double sum = 0;
    int one = 0;
    int two = 0;
    while (one < ones.length && two < twos.length) {
      int order = Integer.compare(ones[one], twos[two]);
      if (order == 0) {
        sum += weights[left][one++] * weights[right][two++];
      } else if (order < 0) {
        one++;
      } else {
        two++;
      }
    }
    return Math.min(1, sum);
  }

  /// 0..1, both measures together; the parts alone when a picture is missing.
  double alike(int left, int right) {
    if (left == right) {
      return 1;
    }
    double parts = parts(left, right);
    double picture = picture(left, right);
    return picture < 0 ? parts : (picture + PARTS_SHARE * parts) / (1 + PARTS_SHARE);
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
    List<Part> found = new ArrayList<>();
    take(Character.toString(table.codePoint(row)), 0, 1, "", found);
    Map<String, Double> sizes = new TreeMap<>();
    found.forEach(part -> sizes.merge(part.name(), part.size(), Math::max));
    return sizes;
  }
}
