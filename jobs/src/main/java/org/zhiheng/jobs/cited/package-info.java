/// Files of facts that come with the program: lines of cells between tabs, each with its source.
///
/// Not what the facts mean: whoever reads a file knows its columns. Start with [CitedFile].
@NullMarked
package org.zhiheng.jobs.cited;

import org.jspecify.annotations.NullMarked;
