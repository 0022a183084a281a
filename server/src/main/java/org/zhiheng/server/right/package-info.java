/// One right: what it is, how it stands and why, its life, interests and events; and the forms that
/// record an event on it or enter one by hand.
///
/// Not the list: [org.zhiheng.server.rights] has that. Start with [RightPages].
@NullMarked
package org.zhiheng.server.right;

import org.jspecify.annotations.NullMarked;
