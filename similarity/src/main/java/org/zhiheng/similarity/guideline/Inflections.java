package org.zhiheng.similarity.guideline;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Forms of English words, by their endings alone. A guess: `wings` and `winging` are told for
/// forms of `wing`, and so are a few words that only look it.
final class Inflections {

  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  private static final List<String> ENDINGS =
      List.of(
          "iest", "ings", "ing", "est", "ers", "ied", "ier", "ies", "ed", "es", "er", "ly", "s",
          "y", "e");

  private Inflections() {}

  static boolean sameWords(List<String> left, List<String> right) {
    List<String> stems = stems(left);
    return !stems.isEmpty() && stems.equals(stems(right));
  }

  /// Whether one word is made of the first letters of three or more.
  static boolean abbreviates(List<String> one, List<String> many) {
    return one.size() == 1
        && many.size() >= 3
        && many.stream()
            .map(word -> word.substring(0, 1))
            .collect(Collectors.joining())
            .equals(one.getFirst());
  }

  private static List<String> stems(List<String> words) {
    return words.stream().filter(word -> !ARTICLES.contains(word)).map(Inflections::stem).toList();
  }

  static String stem(String word) {
    for (String ending : ENDINGS) {
      String rest = word.substring(0, Math.max(0, word.length() - ending.length()));
      if (word.endsWith(ending) && rest.length() >= 3) {
        int last = rest.length() - 1;
        boolean doubled = rest.charAt(last) == rest.charAt(last - 1) && rest.length() > 3;
        return doubled && !ending.equals("s") ? rest.substring(0, last) : rest;
      }
    }
    return word;
  }
}
