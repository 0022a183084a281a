/// The kinds of right. Not how they live: [org.zhiheng.register.life] says that. Start with
/// [RightKind].
@NullMarked
package org.zhiheng.register.kind;

import org.jspecify.annotations.NullMarked;
