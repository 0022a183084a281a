/// Whether an expedited procedure is open, condition by condition, and what it promises. Start with
/// [Eligibility].
@NullMarked
package org.zhiheng.jobs.administer.expedite;

import org.jspecify.annotations.NullMarked;
