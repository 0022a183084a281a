/// What names mean: words of both languages that stand for the same thing, by a glossary, and the
/// port to a model that places Chinese texts by their sense.
///
/// Not how they sound: that is [org.zhiheng.similarity.bridge]. Start with [Meanings].
@NullMarked
package org.zhiheng.similarity.meaning;

import org.jspecify.annotations.NullMarked;
