/// Who has what in a right: owners with their shares, pledges, licences, preservation by a court.
///
/// Not whether the right itself lives: [org.zhiheng.register.life] knows that. Start with
/// [Interests].
@NullMarked
package org.zhiheng.register.interest;

import org.jspecify.annotations.NullMarked;
