/// The job `administer`: which clocks the events of a right start and stop, where each stands on a
/// day, and what it costs.
///
/// The law is counted by [org.zhiheng.deadlines]; this package knows which event starts which rule.
/// Start with [Docketing].
@NullMarked
package org.zhiheng.jobs.administer;

import org.jspecify.annotations.NullMarked;
