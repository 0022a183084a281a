package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import java.util.Map;

/// What is usual in the workspace: figures of its applicants, and names of others.
///
/// @param medians by figure code
/// @param applicants how many applicants these medians are of; 0 when none were looked at
/// @param basis how they were chosen
/// @param names names of others' marks, to learn which letters usually follow each other
public record References(
    Map<String, Long> medians, long applicants, Said basis, List<String> names) {

  /// None were looked at.
  public static final References NONE =
      new References(Map.of(), 0, new Said("未取参照值。", "No reference was taken."), List.of());

  /// Copies the map and the list.
  public References {
    medians = Map.copyOf(medians);
    names = List.copyOf(names);
  }
}
