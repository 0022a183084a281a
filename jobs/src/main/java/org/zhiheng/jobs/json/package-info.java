/// Facts as JSON and back: how they are kept in the store and told in REST, CLI and exports.
///
/// Not whole records: `jobs.report` tells those. Start with [FactJson].
@NullMarked
package org.zhiheng.jobs.json;

import org.jspecify.annotations.NullMarked;
