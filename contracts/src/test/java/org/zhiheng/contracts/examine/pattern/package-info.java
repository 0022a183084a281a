/// Tests of filing patterns and of the co-assignment check over the references in memory.
///
/// Not of the engine: that is tested beside it. Start with [CoAssignmentTest].
@NullMarked
package org.zhiheng.contracts.examine.pattern;

import org.jspecify.annotations.NullMarked;
