/// Rules of time as dated, cited data, and the book that holds them.
///
/// Start with [RuleBook].
@NullMarked
package org.zhiheng.deadlines.rule;

import org.jspecify.annotations.NullMarked;
