/// The words everyone speaks: problems, citations, digests, ids, money, rates and day counts.
///
/// No logic about rights, deals or logs: what knows one of these belongs to its own module. Start
/// with [Problem].
@NullMarked
package org.zhiheng.values;

import org.jspecify.annotations.NullMarked;
