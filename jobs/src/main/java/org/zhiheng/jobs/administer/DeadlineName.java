package org.zhiheng.jobs.administer;

import java.util.List;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.RightId;

/// Which deadline of which right is meant.
///
/// @param right whose
/// @param key see [Deadline#key]
public record DeadlineName(RightId right, String key) {

  /// Most that are named at once.
  public static final int MOST = 500;

  private static final int KEY_MAX = 200;

  /// The deadline of a row.
  public static DeadlineName of(DocketBoard.Row row) {
    return new DeadlineName(row.right(), row.key());
  }

  /// Reads `R12 cn.patent.annuity/5`.
  public static Parsed<DeadlineName> parse(String text) {
    List<String> parts = List.of(text.strip().split(" ", 2));
    if (parts.size() == 2 && parts.getLast().matches("[!-~]{1," + KEY_MAX + "}")) {
      return RightId.parse(parts.getFirst())
          .found()
          .map(right -> Parsed.ok(new DeadlineName(right, parts.getLast())))
          .orElseGet(() -> refused(text));
    }
    return refused(text);
  }

  private static Parsed<DeadlineName> refused(String text) {
    return Parsed.refused(
        "deadline-name",
        text,
        "A deadline is named by its right and its key, such as: R12 cn.patent.annuity/5");
  }

  /// `R12 cn.patent.annuity/5`
  @Override
  public String toString() {
    return right + " " + key;
  }
}
