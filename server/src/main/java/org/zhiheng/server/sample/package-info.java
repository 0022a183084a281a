/// The sample that a new workspace opens with: real logos, recalled patents, an invented institute.
///
/// Not test data, and never loaded into a workspace that holds records of its own. Start with
/// [Sample].
@NullMarked
package org.zhiheng.server.sample;

import org.jspecify.annotations.NullMarked;
