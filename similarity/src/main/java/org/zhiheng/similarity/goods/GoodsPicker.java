package org.zhiheng.similarity.goods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.regex.Pattern;

/// Suggests items for free text: Chinese by the item names of a table, Latin letters by a list of
/// terms if one is given.
///
/// A text is looked up as it stands; it is not split at commas. Not changed once made; safe for
/// many threads. A look-up costs about a millisecond on a table of 12,000 items.
public final class GoodsPicker {

  /// A longer text is cut: no item's name comes near.
  public static final int TEXT_LENGTH_MAX = 200;

  /// More suggestions are no help.
  public static final int MOST_MAX = 200;

  private static final Comparator<GoodsSuggestion> ORDER =
      Comparator.comparingDouble(GoodsSuggestion::score)
          .reversed()
          .thenComparing(GoodsSuggestion::match)
          .thenComparingInt(suggestion -> suggestion.name().length())
          .thenComparing(GoodsSuggestion::name)
          .thenComparing(GoodsSuggestion::term)
          .thenComparing(suggestion -> suggestion.place().toString());

  /// What a term says in brackets tells it apart and is not asked for.
  private static final Pattern BRACKETS = Pattern.compile("[\\[(].*?[\\])]");

  private static final int[] NONE = {};

  private final GoodsTable table;
  private final List<ItemRow> items;
  private final List<String> names = new ArrayList<>();
  private final Map<String, int[]> itemsByGram;
  private final List<TermRow> terms;
  private final int[] gramCounts;
  private final double[] mainWeights;
  private final Map<String, int[]> termsByWord;

  private GoodsPicker(GoodsTable table, List<TermRow> terms) {
    this.table = table;
    this.items = table.rows().items();
    this.terms = List.copyOf(terms);
    this.gramCounts = new int[items.size()];
    Map<String, List<Integer>> grams = new HashMap<>();
    for (ItemRow item : items) {
      String form = ItemNames.form(item.name());
      for (String gram : grams(form)) {
        grams.computeIfAbsent(gram, _ -> new ArrayList<>()).add(names.size());
      }
      gramCounts[names.size()] = grams(form).size();
      names.add(form);
    }
    Map<String, List<Integer>> words = new HashMap<>();
    for (int at = 0; at < terms.size(); at++) {
      for (String word : words(terms.get(at).term())) {
        words.computeIfAbsent(word, _ -> new ArrayList<>()).add(at);
      }
    }
    this.itemsByGram = postings(grams);
    this.termsByWord = postings(words);
    this.mainWeights = new double[terms.size()];
    for (int at = 0; at < terms.size(); at++) {
      for (String word : words(BRACKETS.matcher(terms.get(at).term()).replaceAll(" "))) {
        mainWeights[at] += weight(word);
      }
    }
  }

  /// A picker over a table and, for Latin letters, a list of terms (which may be empty).
  public static GoodsPicker of(GoodsTable table, List<TermRow> terms) {
    return new GoodsPicker(table, terms);
  }

  /// The items that the text may mean, best first.
  ///
  /// @param most how many at most, 1..[#MOST_MAX]
  /// @return empty when nothing shares a part with the text
  public List<GoodsSuggestion> suggest(String text, int most) {
    if (most < 1 || most > MOST_MAX) {
      throw new IllegalArgumentException("most must be in 1.." + MOST_MAX + ": " + most);
    }
    String cut = text.substring(0, Math.min(text.length(), TEXT_LENGTH_MAX));
    List<GoodsSuggestion> found = new ArrayList<>(byName(ItemNames.form(cut), most));
    found.addAll(byTerm(cut, most));
    found.sort(ORDER);
    Map<GoodsPlace, GoodsSuggestion> once = new LinkedHashMap<>();
    for (GoodsSuggestion suggestion : found) {
      once.putIfAbsent(suggestion.place(), suggestion);
    }
    return once.values().stream().limit(most).toList();
  }

  private List<GoodsSuggestion> byName(String form, int most) {
    Set<String> asked = grams(form);
    int[] shared = shared(asked, itemsByGram, names.size());
    double[] scores = new double[names.size()];
    for (int at = 0; at < shared.length; at++) {
      if (shared[at] > 0) {
        scores[at] = 1.2 * shared[at] / (asked.size() + gramCounts[at]);
        scores[at] += shared[at] == asked.size() || shared[at] == gramCounts[at] ? 1 : 0;
      }
    }
    List<GoodsSuggestion> found = new ArrayList<>();
    for (int at : best(scores, most)) {
      String name = names.get(at);
      double ratio =
          Math.min(name.length(), form.length()) * 1.0 / Math.max(name.length(), form.length());
      GoodsSuggestion.Match match = GoodsSuggestion.Match.SHARES_PARTS;
      double score = Math.min(1, 1.2 * shared[at] / (asked.size() + gramCounts[at]));
      if (name.equals(form)) {
        match = GoodsSuggestion.Match.SAME;
        score = 1;
      } else if (name.contains(form)) {
        match = GoodsSuggestion.Match.WITHIN_NAME;
        score = 0.7 + 0.25 * ratio;
      } else if (form.contains(name)) {
        match = GoodsSuggestion.Match.HOLDS_NAME;
        score = 0.5 + 0.4 * ratio;
      }
      ItemRow item = items.get(at);
      found.add(new GoodsSuggestion(item.place(), item.name(), "", match, score));
    }
    return found;
  }

  private List<GoodsSuggestion> byTerm(String text, int most) {
    Set<String> asked = words(text);
    double[] both = new double[terms.size()];
    double all = 0;
    for (String word : asked) {
      double weight = weight(word);
      all += weight;
      for (int at : termsByWord.getOrDefault(word, NONE)) {
        both[at] += weight;
      }
    }
    double[] scores = new double[terms.size()];
    double[] rests = new double[terms.size()];
    for (int at = 0; at < both.length; at++) {
      if (both[at] > 0) {
        rests[at] = Math.max(0, mainWeights[at] - both[at]);
        scores[at] = 0.7 * both[at] / all + 0.3 * both[at] / (both[at] + rests[at]);
      }
    }
    List<GoodsSuggestion> found = new ArrayList<>();
    for (int at : best(scores, most)) {
      boolean whole = both[at] > all - 1e-9;
      boolean alone = rests[at] < 1e-9;
      GoodsSuggestion.Match match =
          whole
              ? alone ? GoodsSuggestion.Match.SAME : GoodsSuggestion.Match.WITHIN_NAME
              : alone ? GoodsSuggestion.Match.HOLDS_NAME : GoodsSuggestion.Match.SHARES_PARTS;
      TermRow term = terms.get(at);
      double score = Math.min(1, scores[at]);
      List<ItemRow> rows =
          term.basicNumber().isEmpty() ? List.of() : table.coded(term.basicNumber());
      for (ItemRow row : rows) {
        found.add(new GoodsSuggestion(row.place(), row.name(), term.term(), match, score));
      }
      if (rows.isEmpty()) {
        found.add(
            new GoodsSuggestion(
                new GoodsPlace.OfClass(term.niceClass()), "", term.term(), match, score));
      }
    }
    return found;
  }

  /// The places of the highest scores above 0, with room for those that stand in several groups.
  private static List<Integer> best(double[] scores, int most) {
    int room = 3 * most + 20;
    Comparator<Integer> worstFirst =
        Comparator.comparingDouble((Integer at) -> scores[at])
            .thenComparing(Comparator.<Integer>reverseOrder());
    PriorityQueue<Integer> kept = new PriorityQueue<>(worstFirst);
    for (int at = 0; at < scores.length; at++) {
      if (scores[at] <= 0) {
        continue;
      }
      if (kept.size() < room) {
        kept.add(at);
      } else if (worstFirst.compare(at, kept.element()) > 0) {
        kept.remove();
        kept.add(at);
      }
    }
    return List.copyOf(kept);
  }

  /// Rare words weigh more.
  private double weight(String word) {
    int[] found = termsByWord.get(word);
    return Math.log((terms.size() + 1.0) / ((found == null ? 0 : found.length) + 0.5));
  }

  private static int[] shared(Set<String> keys, Map<String, int[]> postings, int size) {
    int[] counts = new int[size];
    for (String key : keys) {
      for (int at : postings.getOrDefault(key, NONE)) {
        counts[at]++;
      }
    }
    return counts;
  }

  private static Map<String, int[]> postings(Map<String, List<Integer>> lists) {
    Map<String, int[]> postings = new HashMap<>();
    lists.forEach(
        (key, list) -> postings.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
    return postings;
  }

  /// Single signs and pairs of neighbours: a name of one sign is found too.
  private static Set<String> grams(String form) {
    Set<String> grams = new HashSet<>();
    for (int at = 0; at < form.length(); at++) {
      if (Character.isIdeographic(form.codePointAt(at)) && form.length() == 1) {
        grams.add(form);
      }
      if (at + 2 <= form.length()) {
        grams.add(form.substring(at, at + 2));
      }
      if (Character.isIdeographic(form.charAt(at))) {
        grams.add(form.substring(at, at + 1));
      }
    }
    return grams;
  }

  /// Words in Latin letters without the ending of the plural.
  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word :
        Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{IsLatin}0-9]+", -1))) {
      if (word.length() > 1 && !STOP.contains(word)) {
        words.add(stem(word));
      }
    }
    return words;
  }

  private static final Set<String> STOP =
      Set.of(
          "of", "for", "and", "the", "in", "or", "to", "other", "than", "with", "by", "on", "as");

  private static String stem(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.length() > 4 && word.matches(".*(s|x|z|ch|sh)es")) {
      return word.substring(0, word.length() - 2);
    }
    return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
