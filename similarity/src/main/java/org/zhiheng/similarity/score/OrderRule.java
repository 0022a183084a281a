package org.zhiheng.similarity.score;

/// By which rule a list of names is ordered: written down, named and versioned.
///
/// @param name such as `strongest-aspect`
/// @param version counts up whenever the same names may be ordered otherwise
/// @param description the rule in one sentence, for the report
public record OrderRule(String name, int version, String description) {}
