/// Dockets in memory. Start with [MemoryDocketBoard].
@NullMarked
package org.zhiheng.contracts.administer;

import org.jspecify.annotations.NullMarked;
