package org.zhiheng.bench.quality;

import info.debatty.java.stringsimilarity.JaroWinkler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.zhiheng.similarity.word.WordMark;
import org.zhiheng.similarity.word.Words;

/// Question: does the mark that was infringed stand first among many, asked by the name that
/// infringed it?
///
/// Fixture: `../shared/data` (disputed domains, look-alike packages, refused marks; 19,119 brands).
/// Run: `NameQuality [DATA] [--half 0|1] [--misses]`, DATA being that folder.
public final class NameQuality {

  private static final int[] CUTS = {1, 10};

  /// How deep a miss is shown.
  private static final int SHOWN = 3;

  private final Words words = Words.load();
  private final List<String> brands;
  private final int half;
  private final boolean misses;

  private NameQuality(Path data, int half, boolean misses) throws IOException {
    this.half = half;
    this.misses = misses;
    this.brands =
        CsvRows.read(data.resolve("tm_brands_nsi/brands_all.csv")).stream()
            .map(row -> row.getOrDefault("name", ""))
            .filter(name -> !name.isBlank())
            .toList();
  }

  /// Prints each figure with its baselines.
  ///
  /// @throws IOException when the data cannot be read
  public static void main(String[] arguments) throws IOException {
    List<String> given = List.of(arguments);
    int at = given.indexOf("--half");
    int half = at < 0 ? -1 : Integer.parseInt(given.get(at + 1));
    Path data =
        Path.of(
            given.isEmpty() || given.getFirst().startsWith("--")
                ? "../shared/data"
                : given.getFirst());
    NameQuality quality = new NameQuality(data, half, given.contains("--misses"));
    quality.domains(data);
    quality.packages(data);
    quality.refusals(data);
    quality.speed();
  }

  /// One question and the answers that count.
  private record Question(String asked, Set<String> answers) {
    Question {
      answers = Set.copyOf(answers);
    }
  }

  private void domains(Path data) throws IOException {
    List<Question> questions = new ArrayList<>();
    List<String> corpus = new ArrayList<>();
    for (Map<String, String> row : CsvRows.read(data.resolve("tm_udrp_decisions/udrp_cases.csv"))) {
      String marks = row.getOrDefault("trademarks", "");
      if (!row.getOrDefault("domain_source", "").equals("order text") || marks.isBlank()) {
        continue;
      }
      List<String> answers =
          Arrays.stream(marks.split("\\|")).map(String::strip).filter(m -> !m.isEmpty()).toList();
      corpus.addAll(answers);
      questions.add(new Question(row.getOrDefault("first_domain", ""), new HashSet<>(answers)));
    }
    run("disputed domain", questions, corpus);
  }

  private void packages(Path data) throws IOException {
    List<Question> questions = new ArrayList<>();
    List<String> corpus = new ArrayList<>();
    for (Map<String, String> row :
        CsvRows.read(data.resolve("typosquat_lists/ecosystems_typosquats.csv"))) {
      String target = row.getOrDefault("target_package", "");
      corpus.add(target);
      questions.add(new Question(row.getOrDefault("malicious_package", ""), Set.of(target)));
    }
    run("look-alike package", questions, corpus);
  }

  private void refusals(Path data) throws IOException {
    List<Question> questions = new ArrayList<>();
    List<String> corpus = new ArrayList<>();
    for (Map<String, String> row : CsvRows.read(data.resolve("tm_inpi_conflicts/inpi_pairs.csv"))) {
      String asked = row.getOrDefault("mark1", "").strip();
      String cited = row.getOrDefault("mark2", "").strip();
      if (row.getOrDefault("label", "").equals("1") && !asked.isEmpty() && !cited.isEmpty()) {
        corpus.add(cited);
        questions.add(new Question(asked, Set.of(cited)));
      }
    }
    run("office refusal", questions, corpus);
  }

  private void run(String task, List<Question> all, List<String> marks) {
    List<Question> questions = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      if (half < 0 || at % 2 == half) {
        questions.add(all.get(at));
      }
    }
    Map<String, String> corpus = new LinkedHashMap<>();
    marks.forEach(name -> corpus.putIfAbsent(name, name));
    brands.forEach(name -> corpus.putIfAbsent(name, name));
    List<String> names = List.copyOf(corpus.keySet());
    List<Optional<WordMark>> read = names.stream().map(n -> words.read(n).found()).toList();
    List<Integer> ranks = new ArrayList<>();
    for (Question question : questions) {
      Optional<WordMark> asked = words.read(question.asked()).found();
      double[] scores = new double[names.size()];
      for (int at = 0; at < scores.length; at++) {
        Optional<WordMark> name = read.get(at);
        scores[at] =
            asked.isEmpty() || name.isEmpty() ? -1 : words.rate(asked.get(), name.get()).order();
      }
      int rank = rank(names, scores, question.answers());
      ranks.add(rank);
      if (misses && rank != 1) {
        miss(question, names, scores, rank);
      }
    }
    System.out.println(new Recall(task, "zhiheng", ranks).line(CUTS));
    if (half < 0) {
      baseline(task, "trigram Dice", questions, names, new Trigrams());
      JaroWinkler winkler = new JaroWinkler();
      baseline(task, "Jaro-Winkler", questions, names, winkler::similarity);
      baseline(task, "containment", questions, names, NameQuality::contained);
    }
  }

  private static void miss(Question question, List<String> names, double[] scores, int rank) {
    System.out.printf(
        Locale.ROOT, "  rank %d: %s <- %s%n", rank, question.asked(), question.answers());
    Integer[] order = new Integer[scores.length];
    Arrays.setAll(order, at -> at);
    Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
    for (int at = 0; at < SHOWN; at++) {
      System.out.printf(Locale.ROOT, "      %.3f %s%n", scores[order[at]], names.get(order[at]));
    }
    for (String answer : question.answers()) {
      System.out.printf(
          Locale.ROOT, "      answer %.3f %s%n", scores[names.indexOf(answer)], answer);
    }
  }

  /// The best rank of an answer; of equals the earlier in the list stands first.
  private static int rank(List<String> names, double[] scores, Set<String> answers) {
    int best = -1;
    for (int at = 0; at < scores.length; at++) {
      if (answers.contains(names.get(at)) && (best < 0 || scores[at] > scores[best])) {
        best = at;
      }
    }
    if (best < 0 || scores[best] <= 0) {
      return 0;
    }
    int rank = 1;
    for (int at = 0; at < scores.length; at++) {
      if (scores[at] > scores[best] || (scores[at] == scores[best] && at < best)) {
        rank++;
      }
    }
    return rank;
  }

  private static void baseline(
      String task,
      String method,
      List<Question> questions,
      List<String> names,
      ToDoubleBiFunction<String, String> likeness) {
    List<String> folded = names.stream().map(NameQuality::folded).toList();
    List<Integer> ranks = new ArrayList<>();
    for (Question question : questions) {
      String asked = folded(question.asked());
      double[] scores = new double[names.size()];
      for (int at = 0; at < scores.length; at++) {
        scores[at] = likeness.applyAsDouble(asked, folded.get(at));
      }
      ranks.add(rank(names, scores, question.answers()));
    }
    System.out.println(new Recall(task, method, ranks).line(CUTS));
  }

  /// Small letters and digits; of a domain what stands before the first dot.
  private static String folded(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    int dot = small.indexOf('.');
    String label = dot > 0 && small.indexOf(' ') < 0 ? small.substring(0, dot) : small;
    return label.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static double contained(String asked, String name) {
    return name.length() >= 2 && asked.contains(name) ? name.length() : 0;
  }

  /// Twice the shared runs of three characters by all of both.
  private static final class Trigrams implements ToDoubleBiFunction<String, String> {
    private final Map<String, Set<String>> known = new java.util.HashMap<>();

    @Override
    public double applyAsDouble(String left, String right) {
      Set<String> ones = known.computeIfAbsent(left, Trigrams::of);
      Set<String> twos = known.computeIfAbsent(right, Trigrams::of);
      int both = 0;
      for (String gram : ones) {
        both += twos.contains(gram) ? 1 : 0;
      }
      return 2.0 * both / (ones.size() + twos.size());
    }

    private static Set<String> of(String text) {
      String padded = "^" + text + "$";
      Set<String> grams = new HashSet<>();
      for (int at = 0; at + 2 <= padded.length(); at++) {
        grams.add(padded.substring(at, Math.min(at + 3, padded.length())));
      }
      return grams;
    }
  }

  private void speed() {
    List<WordMark> marks =
        brands.stream().map(name -> words.read(name).found()).flatMap(Optional::stream).toList();
    double sum = 0;
    for (int round = 0; round < 3; round++) {
      long from = System.nanoTime();
      int pairs = 0;
      for (int left = round; left < marks.size(); left += 200) {
        for (WordMark right : marks) {
          sum += words.rate(marks.get(left), right).order();
          pairs++;
        }
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf(
          Locale.ROOT, "pairs/s, one thread: %.0f (%d pairs)%n", pairs / seconds, pairs);
    }
    System.out.printf(Locale.ROOT, "sum of ratings %.3f%n", sum);
    long from = System.nanoTime();
    int read = 0;
    for (String name : brands) {
      read += words.read(name).found().isPresent() ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT, "names read/s: %.0f%n", read / ((System.nanoTime() - from) / 1e9));
  }
}
