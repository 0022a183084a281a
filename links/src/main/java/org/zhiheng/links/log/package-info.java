/// A log over HTTP: its files are shown as they lie.
///
/// Not: what is in them, which is [org.zhiheng.ledger.log]. Start with
/// [org.zhiheng.links.log.LogSite]. Follows C2SP tlog-tiles.
@NullMarked
package org.zhiheng.links.log;

import org.jspecify.annotations.NullMarked;
