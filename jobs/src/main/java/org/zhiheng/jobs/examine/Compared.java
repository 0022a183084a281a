package org.zhiheng.jobs.examine;

import org.zhiheng.similarity.score.Scores;

/// Two names side by side.
///
/// @param left the one
/// @param right the other
/// @param scores apart from each other, with evidence
/// @param order what the order rule makes of them, 0..1
public record Compared(String left, String right, Scores scores, double order) {}
