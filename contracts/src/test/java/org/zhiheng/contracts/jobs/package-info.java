/// Tests of the jobs over the references in memory.
///
/// Not of the ports: their contracts stand above. Start with [RecordsTest].
@NullMarked
package org.zhiheng.contracts.jobs;

import org.jspecify.annotations.NullMarked;
