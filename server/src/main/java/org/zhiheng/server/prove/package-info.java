/// The pages of the job *prove*: evidence as it is deposited, listed and taken out, and the log.
///
/// Not how evidence is stated or logged: that is [org.zhiheng.jobs.prove]. Start with
/// [EvidencePages].
@NullMarked
package org.zhiheng.server.prove;

import org.jspecify.annotations.NullMarked;
