/// Receipts of fees and relief from them, written down as events of the right they are of; what a
/// fee comes to is reckoned elsewhere. Start with [FeeDesk].
@NullMarked
package org.zhiheng.jobs.administer.fee;

import org.jspecify.annotations.NullMarked;
