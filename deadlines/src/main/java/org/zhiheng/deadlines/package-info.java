/// When something is due, by which rule, and why: dated law applied to events.
///
/// Pure: nothing here asks a clock; what is known is fixed by a day that is handed in. Start with
/// [Deadlines].
@NullMarked
package org.zhiheng.deadlines;

import org.jspecify.annotations.NullMarked;
