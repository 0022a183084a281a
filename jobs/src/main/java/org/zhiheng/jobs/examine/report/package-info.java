/// The report of a kept examination: what was asked and found, in words, for somebody who decides.
///
/// Not how it looks on paper: [ReportPages] is implemented above. It prepares a decision and is
/// none. Start with [ExaminationReports].
@NullMarked
package org.zhiheng.jobs.examine.report;

import org.jspecify.annotations.NullMarked;
