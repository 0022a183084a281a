/// Han characters: how they read, how they look, and how alike two of them sound and look.
///
/// Not names of several characters, nor Latin spelling: those weigh what this package says of one
/// character. Start with [HanLexicon]; the data and its sources stand in `NOTICE.md` beside it.
@NullMarked
package org.zhiheng.similarity.han;

import org.jspecify.annotations.NullMarked;
