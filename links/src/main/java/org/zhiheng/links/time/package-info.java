/// Time authorities that are reached over HTTP.
///
/// Not: whether what they give holds; the ledger checks that. Start with
/// [org.zhiheng.links.time.HttpTimeAuthority]. Follows RFC 3161, section 3.4.
@NullMarked
package org.zhiheng.links.time;

import org.jspecify.annotations.NullMarked;
