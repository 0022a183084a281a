/// Imports as pages: a file handed in, its progress, its report.
///
/// Not how a file is read or landed: [org.zhiheng.jobs.imports] does that. Start with
/// [ImportPages].
@NullMarked
package org.zhiheng.server.imports;

import org.jspecify.annotations.NullMarked;
