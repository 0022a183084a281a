/// What every back end of a port must do, as tests, and the reference that keeps all in memory.
///
/// Not fast, and not for use: the reference is the oracle. Start with [RightsContract].
@NullMarked
package org.zhiheng.contracts;

import org.jspecify.annotations.NullMarked;
