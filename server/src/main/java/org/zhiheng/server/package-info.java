/// The roof with the windows: pages and REST over the jobs, wired by hand in one class.
///
/// Not what the pages show: each feature has a package of its own below this one, and nothing is
/// decided here that a job could decide. Start with [House].
@NullMarked
package org.zhiheng.server;

import org.jspecify.annotations.NullMarked;
