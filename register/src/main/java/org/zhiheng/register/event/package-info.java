/// What happened to a right: dated facts, only ever appended; a correction is an event too.
///
/// Not what follows from them: [org.zhiheng.register.right] folds them. Start with [Fact].
@NullMarked
package org.zhiheng.register.event;

import org.jspecify.annotations.NullMarked;
