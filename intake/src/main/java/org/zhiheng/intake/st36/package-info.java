/// The parts that patent XML of several offices shares, after WIPO standard ST.36: document ids and
/// class symbols.
///
/// Not an office's document as a whole. Start with [DocumentId].
@NullMarked
package org.zhiheng.intake.st36;

import org.jspecify.annotations.NullMarked;
