package org.zhiheng.similarity.guideline;

import java.util.List;

/// Why a rule applies or not, or an exception holds or not: data, and the sentence in both
/// languages.
///
/// @param code such as `han-differ`, stable
/// @param values what the sentence is about: characters, counts, scores as `0.83`
/// @param zh in Chinese
/// @param en in English
public record RuleReason(String code, List<String> values, String zh, String en) {

  /// Copies the list.
  public RuleReason {
    values = List.copyOf(values);
  }
}
