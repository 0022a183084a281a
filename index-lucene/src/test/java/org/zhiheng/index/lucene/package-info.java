/// The index in Lucene, on disk and in memory.
@NullMarked
package org.zhiheng.index.lucene;

import org.jspecify.annotations.NullMarked;
