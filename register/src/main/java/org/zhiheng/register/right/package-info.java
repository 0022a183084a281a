/// Rights: what all events of one right come to, and whether one more may be recorded.
///
/// Not where events are kept, nor who may see them. Start with [Right].
@NullMarked
package org.zhiheng.register.right;

import org.jspecify.annotations.NullMarked;
