/// Marks in a CSV of our own, since no office gives its mark data to everybody.
///
/// Not figures: a row names a figure's file and never opens it. Start with [MarkRows].
@NullMarked
package org.zhiheng.intake.marks;

import org.jspecify.annotations.NullMarked;
