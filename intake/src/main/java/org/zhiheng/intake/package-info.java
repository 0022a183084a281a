/// Reads the offices' formats: bytes in, notices or problems out, in constant memory.
///
/// Not the register they go to, and no network or file access of its own: it reads the streams it
/// is given. Start with [Intake].
@NullMarked
package org.zhiheng.intake;

import org.jspecify.annotations.NullMarked;
