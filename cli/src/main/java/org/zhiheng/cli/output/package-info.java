/// How answers are written: aligned text for a person, JSON and CSV for programs.
///
/// Not what is answered: the commands know that. Start with [Output].
@NullMarked
package org.zhiheng.cli.output;

import org.jspecify.annotations.NullMarked;
