package org.zhiheng.similarity.goods;

/// Goods that free text may mean.
///
/// @param place where they stand; by class alone when a term has no item in the table
/// @param name the item's name in the table, or empty
/// @param term the term of the alphabetical list that was found, or empty
/// @param match how the text was found
/// @param score 0..1, what the list is ordered by
public record GoodsSuggestion(
    GoodsPlace place, String name, String term, Match match, double score) {

  /// How a text was found, surest first.
  public enum Match {
    /// It is the name.
    SAME,
    /// The name holds it.
    WITHIN_NAME,
    /// It holds the name.
    HOLDS_NAME,
    /// They share parts.
    SHARES_PARTS
  }
}
