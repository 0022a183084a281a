package org.zhiheng.bench.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.zhiheng.similarity.bridge.Bridge;
import org.zhiheng.similarity.bridge.BridgeName;
import org.zhiheng.similarity.han.HanLexicon;
import org.zhiheng.similarity.han.Syllable;
import org.zhiheng.similarity.meaning.MeaningName;

/// Question: where does the Chinese name of a shop stand when its English name is looked for among
/// 1,422 Chinese names?
///
/// Fixture: `../shared/data/tm_brands_nsi`. Run: main class with that folder as argument. Only the
/// engine's exact rating is measured, over all names: no index.
///
/// Costs and weights were chosen on the pairs with an even row number (from 0), the others only
/// counted; but about half of all pairs had been read before the glossary was typed, so the half
/// kept apart is not wholly unseen. Pairs are told apart by two rules that do not use the engine's
/// table of sounds, so they are rough:
///
/// - *transliterated*: what is left of both names without words that the glossary joins differs in
///   at most half of its letters, Chinese written in pinyin (Levenshtein by the longer);
/// - *translated*: not that, and the glossary joins at least half of the words of the Chinese name;
/// - *unrelated*: neither. Some free transliterations stand here too, such as 麦当劳.
public final class BilingualQuality {

  private final HanLexicon lexicon = HanLexicon.load();
  private final Bridge bridge = Bridge.load(lexicon);
  private final DoubleMetaphone metaphone = new DoubleMetaphone();

  private BilingualQuality() {
    metaphone.setMaxCodeLen(16);
  }

  /// Prints a line for each kind of pair, half and method.
  ///
  /// @param arguments the folder with the data; `../shared/data/tm_brands_nsi` if absent
  /// @throws IOException when a file cannot be read
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data/tm_brands_nsi");
    if (!Files.exists(folder)) {
      System.out.println("NOT RUN: bilingual names: no folder " + folder);
      return;
    }
    new BilingualQuality().run(folder);
  }

  /// How alike an English name and a Chinese one are, by one method; names by their place in a
  /// list.
  private interface Method {
    double rate(int english, int chinese);
  }

  private void run(Path folder) throws IOException {
    List<String> chinese = new ArrayList<>();
    for (Map<String, String> row : rows(folder.resolve("brands_chinese.csv"))) {
      String zh = row.getOrDefault("zh", "");
      chinese.add(zh.isEmpty() ? row.getOrDefault("name", "") : zh);
    }
    List<String> english = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    Map<String, Set<String>> right = new HashMap<>();
    for (Map<String, String> row : rows(folder.resolve("bilingual_en_zh_pairs.csv"))) {
      english.add(row.getOrDefault("en", ""));
      answers.add(row.getOrDefault("zh", ""));
      right.computeIfAbsent(english.getLast(), _ -> new HashSet<>()).add(answers.getLast());
    }
    List<String> kinds = new ArrayList<>();
    for (int pair = 0; pair < english.size(); pair++) {
      kinds.add(kind(english.get(pair), answers.get(pair)));
    }

    List<BridgeName> left = english.stream().map(bridge::read).toList();
    List<BridgeName> names = chinese.stream().map(bridge::read).toList();
    List<Set<String>> leftGrams = english.stream().map(BilingualQuality::grams).toList();
    List<Set<String>> grams = chinese.stream().map(BilingualQuality::grams).toList();
    List<Set<String>> pinyinGrams = chinese.stream().map(name -> grams(pinyin(name))).toList();
    List<String> leftCodes = english.stream().map(this::code).toList();
    List<String> codes = chinese.stream().map(name -> code(pinyin(name))).toList();

    Map<String, Method> methods = new LinkedHashMap<>();
    methods.put("zhiheng", (e, c) -> bridge.rate(left.get(e), names.get(c)).order());
    methods.put("trigram", (e, c) -> dice(leftGrams.get(e), grams.get(c)));
    methods.put("pinyin trigram", (e, c) -> dice(leftGrams.get(e), pinyinGrams.get(c)));
    methods.put(
        "pinyin+DoubleMetaphone",
        (e, c) ->
            likeness(leftCodes.get(e), codes.get(c))
                + 0.01 * dice(leftGrams.get(e), pinyinGrams.get(c)));
    for (Map.Entry<String, Method> method : methods.entrySet()) {
      List<Integer> ranks = new ArrayList<>();
      long begun = System.nanoTime();
      for (int pair = 0; pair < english.size(); pair++) {
        ranks.add(
            rank(
                method.getValue(),
                pair,
                chinese,
                answers.get(pair),
                right.getOrDefault(english.get(pair), Set.of())));
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      report(method.getKey(), ranks, kinds);
      System.out.printf(
          Locale.ROOT,
          "%s: %,.0f pairs/s, one thread%n",
          method.getKey(),
          (double) english.size() * chinese.size() / seconds);
    }
  }

  private static void report(String method, List<Integer> ranks, List<String> kinds) {
    System.out.println(new Recall("English to Chinese name", method, ranks).line(1, 10));
    for (int half = 0; half < 2; half++) {
      List<Integer> some = new ArrayList<>();
      for (int pair = half; pair < ranks.size(); pair += 2) {
        some.add(ranks.get(pair));
      }
      String which = half == 0 ? "  half looked at" : "  half kept apart";
      System.out.println(new Recall(which, method, some).line(1, 10));
    }
    for (String kind : List.of("transliterated", "translated", "unrelated")) {
      List<Integer> some = new ArrayList<>();
      for (int pair = 0; pair < ranks.size(); pair++) {
        if (kinds.get(pair).equals(kind)) {
          some.add(ranks.get(pair));
        }
      }
      System.out.println(new Recall("  " + kind, method, some).line(1, 10));
    }
  }

  /// The rank of the best row with the answer, other right answers to the same question left out;
  /// of equals the earlier row stands first, and rows without any likeness are not found.
  private static int rank(
      Method method, int question, List<String> names, String answer, Set<String> right) {
    double[] rates = new double[names.size()];
    int found = -1;
    for (int name = 0; name < rates.length; name++) {
      rates[name] = method.rate(question, name);
      if (names.get(name).equals(answer) && (found < 0 || rates[name] > rates[found])) {
        found = name;
      }
    }
    if (found < 0 || rates[found] <= 0) {
      return 0;
    }
    int rank = 1;
    for (int name = 0; name < rates.length; name++) {
      boolean before = rates[name] > rates[found] || (rates[name] == rates[found] && name < found);
      rank += before && !right.contains(names.get(name)) ? 1 : 0;
    }
    return rank;
  }

  private String kind(String english, String chinese) {
    MeaningName left = bridge.read(english).meaning();
    MeaningName right = bridge.read(chinese).meaning();
    StringBuilder letters = new StringBuilder();
    for (MeaningName.Word word : left.words()) {
      if (!word.generic() && right.words().stream().noneMatch(word::means)) {
        letters.append(word.text());
      }
    }
    StringBuilder rest = new StringBuilder();
    int joined = 0;
    for (MeaningName.Word word : right.words()) {
      if (left.words().stream().anyMatch(word::means)) {
        joined += 1;
      } else if (!word.generic()) {
        rest.append(word.text());
      }
    }
    if (!rest.isEmpty()
        && !letters.isEmpty()
        && likeness(letters.toString(), pinyin(rest.toString())) >= 0.5) {
      return "transliterated";
    }
    return joined * 2 >= right.words().size() ? "translated" : "unrelated";
  }

  private String pinyin(String name) {
    StringBuilder letters = new StringBuilder();
    for (Syllable syllable : lexicon.reading(name)) {
      letters.append(syllable.plain());
    }
    return letters.toString();
  }

  private String code(String text) {
    String code = metaphone.doubleMetaphone(text.replaceAll("[^A-Za-z]", ""));
    return code == null ? "" : code;
  }

  private static Set<String> grams(String text) {
    String padded = "  " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "") + " ";
    Set<String> grams = new HashSet<>();
    for (int at = 0; at + 3 <= padded.length(); at++) {
      grams.add(padded.substring(at, at + 3));
    }
    return grams;
  }

  private static double dice(Set<String> left, Set<String> right) {
    int both = 0;
    for (String gram : left) {
      both += right.contains(gram) ? 1 : 0;
    }
    return 2.0 * both / (left.size() + right.size());
  }

  /// One less the Levenshtein distance by the longer length.
  private static double likeness(String left, String right) {
    int longest = Math.max(left.length(), right.length());
    if (longest == 0) {
      return 0;
    }
    int[] before = new int[right.length() + 1];
    for (int at = 0; at < before.length; at++) {
      before[at] = at;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] now = new int[before.length];
      now[0] = row;
      for (int at = 1; at < now.length; at++) {
        int change = before[at - 1] + (left.charAt(row - 1) == right.charAt(at - 1) ? 0 : 1);
        now[at] = Math.min(change, Math.min(before[at], now[at - 1]) + 1);
      }
      before = now;
    }
    return 1 - (double) before[right.length()] / longest;
  }

  /// The rows of a CSV file by the names of its columns.
  private static List<Map<String, String>> rows(Path file) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> columns = List.of();
    for (String line : Files.readAllLines(file)) {
      List<String> cells = cells(line);
      if (columns.isEmpty()) {
        columns = cells;
        continue;
      }
      Map<String, String> row = new HashMap<>();
      for (int at = 0; at < Math.min(columns.size(), cells.size()); at++) {
        row.put(columns.get(at), cells.get(at));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char sign = line.charAt(at);
      if (sign == '"') {
        boolean twice = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
        if (twice) {
          cell.append('"');
          at++;
        } else {
          quoted = !quoted;
        }
      } else if (sign == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(sign);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
