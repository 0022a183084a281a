/// The port to an index of marks: from a name's features to the few marks worth comparing.
///
/// Not the comparison itself. Start with [Candidates].
@NullMarked
package org.zhiheng.similarity.candidate;

import org.jspecify.annotations.NullMarked;
