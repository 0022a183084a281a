package org.zhiheng.bench.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.jobs.examine.SenseModel;
import org.zhiheng.models.onnx.OnnxEmbeddings;
import org.zhiheng.similarity.meaning.MeaningName;
import org.zhiheng.similarity.meaning.Meanings;
import org.zhiheng.similarity.meaning.Senses;

/// Question: what does the text model's cosine say of two Chinese names, and what is left of it in
/// the score of meaning?
///
/// Fixture: names of 2 to 5 Han characters of `../shared/data/tm_brands_nsi`, paired by a fixed
/// seed; and pairs written by hand in `chinese-senses.txt`: words that mean the same, words of one
/// field that do not, opposites. The pairs were written after the glossary, by somebody who had not
/// it before him; the scales of the mapping were chosen on these very figures, so they are no test
/// of it.
///
/// Run: `./zhiheng bench quality-meaning`. Prints quantiles of the cosine, apart for names with and
/// without a character in common, and of the score (glossary first, then the model).
public final class MeaningQuality {

  private static final int PAIRS = 20_000;

  private static final double[] QUANTILES = {.05, .25, .5, .75, .95, .99, 1};

  private final Meanings meanings = Meanings.load();
  private final SenseModel model;
  private final Map<String, List<Double>> cosines = new TreeMap<>();
  private final Map<String, List<Double>> scores = new TreeMap<>();

  private MeaningQuality(SenseModel model) {
    this.model = model;
  }

  /// Prints the figures.
  ///
  /// @param arguments the folder with the names; `../shared/data/tm_brands_nsi` if absent
  /// @throws IOException when the model or a file cannot be read
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data/tm_brands_nsi");
    try (SenseModel model = new SenseModel(OnnxEmbeddings::load)) {
      new MeaningQuality(model).run(folder);
    }
  }

  private void run(Path folder) throws IOException {
    for (String line : lines()) {
      String[] words = line.split(" ", -1);
      add(words[0], words[1], words[2]);
    }
    Path names = folder.resolve("brands_chinese.csv");
    if (Files.exists(names)) {
      pairNames(names);
    } else {
      System.out.println("NOT RUN: names of brands: no file " + names);
    }
    System.out.println("quantiles " + java.util.Arrays.toString(QUANTILES));
    cosines.forEach((kind, values) -> show("cosine " + kind, values));
    scores.forEach((kind, values) -> show("score  " + kind, values));
  }

  private void pairNames(Path file) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (Map<String, String> row : CsvRows.read(file)) {
      String zh = row.getOrDefault("zh", "");
      String name = zh.isEmpty() ? row.getOrDefault("name", "") : zh;
      if (name.matches("\\p{IsHan}{2,5}")) {
        names.add(name);
      }
    }
    List<String> all = List.copyOf(names);
    SplittableRandom random = new SplittableRandom(20261128);
    for (int pair = 0; pair < PAIRS; pair++) {
      String left = all.get(random.nextInt(all.size()));
      String right = all.get(random.nextInt(all.size()));
      if (!left.equals(right)) {
        add("brands", left, right);
      }
    }
  }

  private void add(String kind, String left, String right) {
    MeaningName one = meanings.read(left);
    MeaningName other = meanings.read(right);
    boolean shared = left.codePoints().anyMatch(sign -> right.indexOf(sign) >= 0);
    if (model.between(left, right) instanceof Senses.Sensed.Placed placed) {
      put(cosines, kind + (shared ? " sharing a character" : " sharing none"), placed.cosine());
    }
    put(scores, kind, meanings.explain(one, other, model).value());
    boolean[] asked = {false};
    double byModel =
        meanings
            .explain(
                one,
                other,
                (first, second) -> {
                  asked[0] = true;
                  return model.between(first, second);
                })
            .value();
    if (asked[0]) {
      put(scores, kind + " where the model is asked", byModel);
    }
  }

  private static void put(Map<String, List<Double>> map, String kind, double value) {
    map.computeIfAbsent(kind, _ -> new ArrayList<>()).add(value);
  }

  private static void show(String what, List<Double> values) {
    Collections.sort(values);
    StringBuilder line = new StringBuilder();
    for (double quantile : QUANTILES) {
      int at = (int) Math.min(values.size() - 1, quantile * values.size());
      line.append(String.format(Locale.ROOT, " %.2f", values.get(at)));
    }
    System.out.printf(Locale.ROOT, "%-44s n=%-6d%s%n", what, values.size(), line);
  }

  private static List<String> lines() throws IOException {
    InputStream in = MeaningQuality.class.getResourceAsStream("chinese-senses.txt");
    if (in == null) {
      throw new IOException("not on the class path: chinese-senses.txt");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
