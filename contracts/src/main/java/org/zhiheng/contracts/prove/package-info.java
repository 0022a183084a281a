/// What every back end of the job *prove* passes, and its ports in memory.
///
/// Start with [org.zhiheng.contracts.prove.EvidenceStoreContract].
@NullMarked
package org.zhiheng.contracts.prove;

import org.jspecify.annotations.NullMarked;
