/// Trusted time: what an authority said existed when, and how that is kept provable for decades.
///
/// Not: the log's own clock, which is no evidence, nor how an authority is reached (the port
/// [org.zhiheng.ledger.time.TimeAuthority] is), nor whether a certificate was revoked: no list of
/// revocations is read.
///
/// Start with [org.zhiheng.ledger.time.TimeStamp]. Follows RFC 3161 (2001-08) with RFC 5816
/// (2010-03) and RFC 4998 (2007-08). The bytes are described in docs/formats/time.md.
@NullMarked
package org.zhiheng.ledger.time;

import org.jspecify.annotations.NullMarked;
