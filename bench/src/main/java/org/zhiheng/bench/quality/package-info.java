/// How good the similarity engine's answers are, each figure beside its baselines in the same run
/// and with a bootstrap 95 % interval.
///
/// Not tests: nothing here fails a build. Start with [Recall]; results are in
/// `bench/PERFORMANCE.md`.
@NullMarked
package org.zhiheng.bench.quality;

import org.jspecify.annotations.NullMarked;
