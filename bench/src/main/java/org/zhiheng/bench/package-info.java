/// Measurements of whole jobs on real-sized data: importing, searching.
///
/// Not tests: nothing here fails a build. Start with [ImportBench]; results are in
/// `bench/PERFORMANCE.md`.
@NullMarked
package org.zhiheng.bench;

import org.jspecify.annotations.NullMarked;
