/// The marks worth comparing, found by Lucene: features of names as postings, the best few hundred
/// rated by the engine.
///
/// Not the rating itself, nor the law. Start with [LuceneCandidates].
@NullMarked
package org.zhiheng.index.lucene;

import org.jspecify.annotations.NullMarked;
