/// The job *prove*: what was there when, so that others can check it offline.
///
/// Not the log itself ([org.zhiheng.ledger.log]), and no judgement of what evidence is worth. Start
/// with [org.zhiheng.jobs.prove.ProveDesk].
@NullMarked
package org.zhiheng.jobs.prove;

import org.jspecify.annotations.NullMarked;
