/// Text, JSON and CSV, cell by cell.
///
/// Start with [OutputTest].
@NullMarked
package org.zhiheng.cli.output;

import org.jspecify.annotations.NullMarked;
