package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import org.zhiheng.similarity.word.WordMark;

/// Known marks that a person gave, each compared with each filing.
public final class ListedMarks implements KnownMarks {

  /// A longer list belongs into the workspace and its index.
  public static final int NAMES_MAX = 2_000;

  private final List<KnownMark> marks;

  /// @throws IllegalArgumentException above [#NAMES_MAX]
  public ListedMarks(List<KnownMark> marks) {
    if (marks.size() > NAMES_MAX) {
      throw new IllegalArgumentException(
          "names must be at most " + NAMES_MAX + ": " + marks.size());
    }
    this.marks = List.copyOf(marks);
  }

  @Override
  public List<KnownMark> near(WordMark name) {
    return marks;
  }

  @Override
  public Said basis() {
    return new Said(
        "与给定清单中的 " + marks.size() + " 个名称逐一比对。",
        "Compared with each of " + marks.size() + " names of a given list.");
  }
}
