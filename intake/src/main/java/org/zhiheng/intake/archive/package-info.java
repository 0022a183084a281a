/// Opens what a file is packed in (gzip, zip), within limits.
///
/// Not what the bytes mean. Start with [Archive].
@NullMarked
package org.zhiheng.intake.archive;

import org.jspecify.annotations.NullMarked;
