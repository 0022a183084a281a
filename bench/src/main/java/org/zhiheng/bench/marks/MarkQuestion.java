package org.zhiheng.bench.marks;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.seeds.Seed;

/// A name to search for, and the one that should be found.
///
/// @param change how it was made from it
/// @param asked the name
/// @param wanted the name that should be found
public record MarkQuestion(String change, String asked, String wanted) {

  /// So many questions about the first `names` names.
  public static List<MarkQuestion> about(MarkNames from, long names, int count, Seed seed) {
    List<MarkQuestion> questions = new ArrayList<>();
    Changes[] kinds = Changes.values();
    while (questions.size() < count) {
      String wanted = from.name(seed.random().nextLong(names));
      Changes change = kinds[seed.between(0, kinds.length)];
      String asked = change.of(seed, wanted);
      if (!asked.equalsIgnoreCase(wanted) && wanted.length() > 1) {
        questions.add(new MarkQuestion(change.name(), asked, wanted));
      }
    }
    return questions;
  }
}
