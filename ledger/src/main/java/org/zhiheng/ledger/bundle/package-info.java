/// The evidence bundle `.ipev`: all that a stranger needs to check offline that something was
/// stated, logged, witnessed and stamped; how it is written, and how it is judged.
///
/// Not: files on a disk, nor time stamps and outside chains themselves; those come through
/// interfaces. What a bundle brings with it about whom to trust is a hint and no more.
///
/// Start with [org.zhiheng.ledger.bundle.BundleCheck]. The format is ours and described byte by
/// byte in docs/formats/bundle.md; what is inside follows C2SP, RFC 9943, RFC 9942, RFC 3161 and
/// RFC 4998.
@NullMarked
package org.zhiheng.ledger.bundle;

import org.jspecify.annotations.NullMarked;
