/// The command line as a person sees it: transcripts, played in the process of the test.
///
/// Start with [TranscriptTest].
@NullMarked
package org.zhiheng.cli;

import org.jspecify.annotations.NullMarked;
