/// The change desk: requests to record a change, an assignment, a licence or a pledge, checked at
/// gates before their clock at the office starts. Start with [Gates]: pure, from a request and the
/// rights it names to findings with their reasons.
@NullMarked
package org.zhiheng.jobs.administer.recordal;

import org.jspecify.annotations.NullMarked;
