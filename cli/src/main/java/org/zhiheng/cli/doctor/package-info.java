/// Looks a workspace over: what is well, what will not be for long, what is broken and what to do.
///
/// Nothing is changed or mended here. Start with [Doctor].
@NullMarked
package org.zhiheng.cli.doctor;

import org.jspecify.annotations.NullMarked;
