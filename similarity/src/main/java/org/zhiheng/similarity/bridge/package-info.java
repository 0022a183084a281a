/// Bridges between scripts: how alike a name in Latin letters and one in Han characters are, by
/// sound, by initials and by meaning.
///
/// Not names of one script: [org.zhiheng.similarity.word] compares those. Start with [Bridge].
@NullMarked
package org.zhiheng.similarity.bridge;

import org.jspecify.annotations.NullMarked;
