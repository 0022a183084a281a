/// Stories that run: a right from examination to capital to court, as the commands that a person
/// would type, each with the record it makes and the proof of it.
///
/// Not a test. Start with [Story]; the stories are text files beside this package.
@NullMarked
package org.zhiheng.cli.demo;

import org.jspecify.annotations.NullMarked;
