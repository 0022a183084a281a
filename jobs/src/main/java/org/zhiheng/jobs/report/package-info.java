/// Records as every answer gives them: one JSON for REST, the command line and exports.
///
/// Not how a fact is kept: [org.zhiheng.jobs.json] does that. Start with [RecordJson].
@NullMarked
package org.zhiheng.jobs.report;

import org.jspecify.annotations.NullMarked;
