/// What leaves the house for people: reports laid out as HTML by JTE and printed to PDF by
/// Chromium, where there is one.
///
/// Not what a report says: [org.zhiheng.jobs.examine.report] does. Start with [JteReportPages].
@NullMarked
package org.zhiheng.links;

import org.jspecify.annotations.NullMarked;
