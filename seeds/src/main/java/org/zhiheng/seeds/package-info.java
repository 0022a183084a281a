/// Seeded inputs for tests: a JUnit source that runs a law over many seeds and prints the one that
/// broke it.
///
/// Not a generator library: what is drawn from the seed is the test's own business. Start with
/// [Seeds].
@NullMarked
package org.zhiheng.seeds;

import org.jspecify.annotations.NullMarked;
