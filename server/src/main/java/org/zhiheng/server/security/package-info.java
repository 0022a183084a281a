/// Who comes in by the browser or with a token, and what is turned away at the door.
///
/// Not who may what: [org.zhiheng.jobs.access] decides that. Start with [Guard], which sets the
/// filters in their order; the pages for signing in, for one's own account and for users stand
/// beside it.
@NullMarked
package org.zhiheng.server.security;

import org.jspecify.annotations.NullMarked;
