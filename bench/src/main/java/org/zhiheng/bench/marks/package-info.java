/// Names to search among, names to search for, and the peers that search them too.
///
/// Start with [MarkNames].
@NullMarked
package org.zhiheng.bench.marks;

import org.jspecify.annotations.NullMarked;
