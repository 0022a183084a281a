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
import java.util.Set;

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

  private final GoodsTable table;
  private final List<ItemRow> items;
  private final List<String> names = new ArrayList<>();
  private final Map<String, int[]> itemsByGram;
  private final List<TermRow> terms;
  private final List<Set<String>> termWords = new ArrayList<>();
  private final List<Set<String>> mainWords = new ArrayList<>();
  private final Map<String, int[]> termsByWord;

  private GoodsPicker(GoodsTable table, List<TermRow> terms) {
    this.table = table;
    this.items = table.rows().items();
    this.terms = List.copyOf(terms);
    Map<String, List<Integer>> grams = new HashMap<>();
    for (ItemRow item : items) {
      String form = ItemNames.form(item.name());
      for (String gram : grams(form)) {
        grams.computeIfAbsent(gram, _ -> new ArrayList<>()).add(names.size());
      }
      names.add(form);
    }
    Map<String, List<Integer>> words = new HashMap<>();
    for (TermRow term : terms) {
      Set<String> all = words(term.term());
      for (String word : all) {
        words.computeIfAbsent(word, _ -> new ArrayList<>()).add(termWords.size());
      }
      termWords.add(all);
      mainWords.add(words(term.term().replaceAll("[\\[(].*?[\\])]", " ")));
    }
    this.itemsByGram = postings(grams);
    this.termsByWord = postings(words);
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
    List<GoodsSuggestion> found = new ArrayList<>(byName(ItemNames.form(cut)));
    found.addAll(byTerm(cut));
    found.sort(ORDER);
    Map<GoodsPlace, GoodsSuggestion> once = new LinkedHashMap<>();
    for (GoodsSuggestion suggestion : found) {
      once.putIfAbsent(suggestion.place(), suggestion);
    }
    return once.values().stream().limit(most).toList();
  }

  private List<GoodsSuggestion> byName(String form) {
    Map<Integer, Integer> shared = shared(grams(form), itemsByGram);
    List<GoodsSuggestion> found = new ArrayList<>();
    int size = grams(form).size();
    for (Map.Entry<Integer, Integer> entry : shared.entrySet()) {
      String name = names.get(entry.getKey());
      double ratio =
          Math.min(name.length(), form.length()) * 1.0 / Math.max(name.length(), form.length());
      GoodsSuggestion.Match match = GoodsSuggestion.Match.SHARES_PARTS;
      double score = 1.2 * entry.getValue() / (size + grams(name).size());
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
      ItemRow item = items.get(entry.getKey());
      found.add(new GoodsSuggestion(item.place(), item.name(), "", match, Math.min(1, score)));
    }
    return found;
  }

  private List<GoodsSuggestion> byTerm(String text) {
    Set<String> asked = words(text);
    List<GoodsSuggestion> found = new ArrayList<>();
    for (int at : shared(asked, termsByWord).keySet()) {
      Set<String> has = termWords.get(at);
      double both = 0;
      double all = 0;
      for (String word : asked) {
        all += weight(word);
        both += has.contains(word) ? weight(word) : 0;
      }
      double rest = 0;
      for (String word : mainWords.get(at)) {
        rest += asked.contains(word) ? 0 : weight(word);
      }
      GoodsSuggestion.Match match =
          both < all
              ? rest == 0 ? GoodsSuggestion.Match.HOLDS_NAME : GoodsSuggestion.Match.SHARES_PARTS
              : rest == 0 ? GoodsSuggestion.Match.SAME : GoodsSuggestion.Match.WITHIN_NAME;
      double score = 0.7 * both / all + 0.3 * both / (both + rest);
      TermRow term = terms.get(at);
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

  /// Rare words weigh more.
  private double weight(String word) {
    int[] found = termsByWord.get(word);
    return Math.log((terms.size() + 1.0) / ((found == null ? 0 : found.length) + 0.5));
  }

  private static Map<Integer, Integer> shared(Set<String> keys, Map<String, int[]> postings) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String key : keys) {
      int[] found = postings.get(key);
      if (found != null) {
        for (int at : found) {
          counts.merge(at, 1, Integer::sum);
        }
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
