/// The record of rights: the port behind which the register's events are kept and found.
///
/// Not what a right is: [org.zhiheng.register.event] has the facts, and folding them is pure. Start
/// with [Rights].
@NullMarked
package org.zhiheng.register.record;

import org.jspecify.annotations.NullMarked;
