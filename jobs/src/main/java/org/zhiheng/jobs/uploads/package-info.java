/// Large files that come in parts: begun, sent part by part over as many connections as it takes,
/// and only then deposited. What is there stays there when a connection breaks.
///
/// Not the deposit itself ([org.zhiheng.jobs.prove.Deposits]): this gives it the bytes. Start with
/// [org.zhiheng.jobs.uploads.Uploads]. Parts carry the header `Content-Digest` of RFC 9530
/// (2024-02).
@NullMarked
package org.zhiheng.jobs.uploads;

import org.jspecify.annotations.NullMarked;
