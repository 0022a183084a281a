/// Answers that leave the pages: documents without the frame, printed where there is something to
/// print with, and files to save.
///
/// Not what they say: that is their templates'. Start with [Papers].
@NullMarked
package org.zhiheng.server.paper;

import org.jspecify.annotations.NullMarked;
