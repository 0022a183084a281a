/// What a comparison of two marks says: scores that stay apart, each with its evidence.
///
/// Not a verdict and no overall number. Start with [Scores].
@NullMarked
package org.zhiheng.similarity.score;

import org.jspecify.annotations.NullMarked;
