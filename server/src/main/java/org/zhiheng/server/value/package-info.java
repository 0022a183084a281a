/// What a patent may be worth, as a page, JSON, a document and PDF: a model report, no appraisal.
///
/// Not how it is reckoned: [org.zhiheng.jobs.value] knows. Nothing that is typed is kept. Start
/// with [ValuePages].
@NullMarked
package org.zhiheng.server.value;

import org.jspecify.annotations.NullMarked;
