package org.zhiheng.jobs.records;

import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.right.Folded;
import org.zhiheng.register.right.Right;

/// One right with all that is kept of it.
///
/// @param record what is kept
/// @param folded what it comes to
public record RightFile(RightRecord record, Folded folded) {

  /// The right as its events tell it.
  public Right right() {
    return folded.right();
  }

  /// The title in the first language known; of a word mark, the word; may be empty.
  public String title() {
    return right().bibliography().titles().isEmpty()
        ? right().bibliography().sign().map(sign -> sign.word()).orElse("")
        : right().bibliography().titles().getFirst().text();
  }
}
