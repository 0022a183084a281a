/// The command line: parse, call one job, render. Here the implementations are picked.
///
/// No logic of its own about rights, and no Spring: an engine question is answered in under a
/// second. Start with [Main].
@NullMarked
package org.zhiheng.cli;

import org.jspecify.annotations.NullMarked;
