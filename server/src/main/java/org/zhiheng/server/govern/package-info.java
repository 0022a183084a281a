/// What the source article says and what was found, and regions' figures as published.
///
/// No statistics of our own. Start with [ClaimPages].
@NullMarked
package org.zhiheng.server.govern;

import org.jspecify.annotations.NullMarked;
