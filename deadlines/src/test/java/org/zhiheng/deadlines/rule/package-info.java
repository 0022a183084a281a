/// Tests of the loader: what it refuses, and that nothing else comes out of it.
///
/// Start with [RefusedRulesTest].
@NullMarked
package org.zhiheng.deadlines.rule;

import org.jspecify.annotations.NullMarked;
