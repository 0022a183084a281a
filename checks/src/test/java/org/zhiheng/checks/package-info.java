/// What the compiler cannot refuse and the style guide forbids, checked over the whole tree.
///
/// Not the format: Spotless has that. Start with [FloorsTest].
@NullMarked
package org.zhiheng.checks;

import org.jspecify.annotations.NullMarked;
