/// The addresses under which the report of a kept examination is taken out.
///
/// Not what it says: [org.zhiheng.jobs.examine.report] does. Start with [ReportRoutes].
@NullMarked
package org.zhiheng.server.examine.report;

import org.jspecify.annotations.NullMarked;
