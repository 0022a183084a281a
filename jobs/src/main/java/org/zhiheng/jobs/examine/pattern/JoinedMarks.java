package org.zhiheng.jobs.examine.pattern;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.similarity.word.WordMark;

/// Several sources of known marks as one.
record JoinedMarks(List<KnownMarks> sources) implements KnownMarks {

  /// Copies the list.
  JoinedMarks {
    sources = List.copyOf(sources);
  }

  @Override
  public List<KnownMark> near(WordMark name) throws IOException {
    List<KnownMark> all = new ArrayList<>();
    for (KnownMarks source : sources) {
      all.addAll(source.near(name));
    }
    return all;
  }

  @Override
  public Said basis() {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (KnownMarks source : sources) {
      zh.append(source.basis().zh());
      en.append(en.isEmpty() ? "" : " ").append(source.basis().en());
    }
    return new Said(zh.toString(), en.toString());
  }
}
