/// The numbers and symbols that offices give: parsed, checked, printed in one canonical form.
///
/// Not the rights they name: [org.zhiheng.register.right] has those. Start with [RightNumber].
@NullMarked
package org.zhiheng.register.number;

import org.jspecify.annotations.NullMarked;
