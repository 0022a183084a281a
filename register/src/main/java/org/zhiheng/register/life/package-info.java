/// How rights live: the states of a right, each with the moves that are legal from it.
///
/// Not when a move is due, nor who has what in a right: [org.zhiheng.register.interest] knows that.
/// Start with [Life].
@NullMarked
package org.zhiheng.register.life;

import org.jspecify.annotations.NullMarked;
