/// Finds marks that may be confused, and says why: by sound, shape, meaning and figure, each apart,
/// with the examination rule that applies.
///
/// No index, no disk, no clock: functions of their arguments. It prepares decisions; a person takes
/// them. Start with [org.zhiheng.similarity.word.Words].
@NullMarked
package org.zhiheng.similarity;

import org.jspecify.annotations.NullMarked;
