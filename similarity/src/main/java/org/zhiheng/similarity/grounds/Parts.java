package org.zhiheng.similarity.grounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.similarity.goods.GoodsTable;
import org.zhiheng.similarity.goods.ItemRow;

/// Takes a name apart into words that state a property, and names of goods.
final class Parts {

  /// No word or item name that is looked for is longer.
  private static final int WORD_LENGTH_MAX = 12;

  /// A longer name does not consist of such words only.
  private static final int NAME_LENGTH_MAX = 40;

  private Parts() {}

  /// The words, when all of the name consists of them; at least one states a property.
  static Optional<List<String>> only(
      ScreenedName name, Set<String> descriptive, Optional<GoodsTable> table, Set<String> classes) {
    String text = name.joined();
    if (text.length() > NAME_LENGTH_MAX) {
      return Optional.empty();
    }
    if (ScreenedName.latin(text)) {
      List<String> words = Arrays.asList(name.spaced().strip().split(" ", -1));
      return descriptive.containsAll(words) ? Optional.of(words) : Optional.empty();
    }
    int[] from = new int[text.length() + 1];
    Arrays.fill(from, -1);
    from[0] = 0;
    for (int end = 1; end <= text.length(); end++) {
      for (int start = Math.max(0, end - WORD_LENGTH_MAX); start < end && from[end] < 0; start++) {
        String word = text.substring(start, end);
        if (from[start] >= 0 && (descriptive.contains(word) || item(word, table, classes))) {
          from[end] = start;
        }
      }
    }
    if (from[text.length()] < 0) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    for (int end = text.length(); end > 0; end = from[end]) {
      words.addFirst(text.substring(from[end], end));
    }
    return words.stream().anyMatch(descriptive::contains) ? Optional.of(words) : Optional.empty();
  }

  private static boolean item(String word, Optional<GoodsTable> table, Set<String> classes) {
    for (ItemRow item : table.map(known -> known.named(word)).orElse(List.of())) {
      if (classes.isEmpty() || classes.contains(item.niceClass())) {
        return true;
      }
    }
    return false;
  }
}
