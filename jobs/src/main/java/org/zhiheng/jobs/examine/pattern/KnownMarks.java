package org.zhiheng.jobs.examine.pattern;

import java.io.IOException;
import java.util.List;
import org.zhiheng.similarity.word.WordMark;

/// Where others' known marks come from: a list, or an index of the workspace.
public interface KnownMarks {

  /// The marks of others worth comparing with this name; more than are alike, never fewer than an
  /// index finds. The engine rates each itself.
  ///
  /// @throws IOException when an index cannot be read
  List<KnownMark> near(WordMark name) throws IOException;

  /// In words: what was searched and what it may miss.
  Said basis();
}
