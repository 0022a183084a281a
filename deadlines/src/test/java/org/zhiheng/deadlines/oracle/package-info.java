/// A second reading of the law, for tests: slow, obvious, and written apart from the engine.
///
/// It shares nothing with the engine but the YAML files: dates are places in a long list of days
/// that is written down one day after the other, months are walked, every day off is looked up.
/// Start with [DayByDay].
@NullMarked
package org.zhiheng.deadlines.oracle;

import org.jspecify.annotations.NullMarked;
