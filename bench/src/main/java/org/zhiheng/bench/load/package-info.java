/// The product under the load of many people, killed in the middle of it, and looked at afterwards.
///
/// Not how fast one part is. Start with [org.zhiheng.bench.load.Traffic].
@NullMarked
package org.zhiheng.bench.load;

import org.jspecify.annotations.NullMarked;
