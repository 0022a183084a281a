/// One JSON for one thing: how facts and records are written in the store, REST, CLI and exports.
///
/// Not how they are asked for. Start with [FactJson].
@NullMarked
package org.zhiheng.jobs.json;

import org.jspecify.annotations.NullMarked;
