package org.zhiheng.deadlines.rule;

import org.zhiheng.values.Citation;

/// That a term can be made longer, when that is asked for before it ends.
///
/// @param most by how much, in all
/// @param citation where it stands
public record Extension(Term most, Citation citation) {}
