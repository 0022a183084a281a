/// Rights as people work with them: listed, shown, entered, and events recorded on them.
///
/// Not the import of files: [org.zhiheng.jobs.imports] does that. Start with [Records].
@NullMarked
package org.zhiheng.jobs.records;

import org.jspecify.annotations.NullMarked;
