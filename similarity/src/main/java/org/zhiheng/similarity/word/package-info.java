/// Word marks: how a name is read, and how alike two names sound, look and mean.
///
/// Not the goods they stand for, nor the law. Start with [Words].
@NullMarked
package org.zhiheng.similarity.word;

import org.jspecify.annotations.NullMarked;
