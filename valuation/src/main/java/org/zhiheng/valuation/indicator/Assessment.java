package org.zhiheng.valuation.indicator;

import java.util.List;
import org.zhiheng.valuation.ModelReport;

/// A whole tree scored.
///
/// @param notice what it is not; [ModelReport#NOTICE]
/// @param version of the tree
/// @param weightsBy whose weights they are
/// @param scene for what it is asked
/// @param low the least the whole may come to, 0..100
/// @param high the most
/// @param known share of the whole's weight that rests on something
/// @param parts the first level
/// @param unused facts and judgements that the tree has no place for
public record Assessment(
    String notice,
    String version,
    String weightsBy,
    String scene,
    double low,
    double high,
    double known,
    List<Scored> parts,
    List<String> unused) {

  /// @throws IllegalArgumentException when the notice is another or the range upside down
  public Assessment {
    parts = List.copyOf(parts);
    unused = List.copyOf(unused);
    if (!notice.equals(ModelReport.NOTICE)) {
      throw new IllegalArgumentException("an assessment carries the notice of a model report");
    }
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must not exceed high: " + low + ", " + high);
    }
  }
}
