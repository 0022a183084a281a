/// Which marks must move together when some of a holder's marks are assigned or pledged.
///
/// It lists what was forgotten before anything is filed; it files nothing and decides nothing.
/// Follows article 42 of the Trademark Law of China and article 31 of its Implementing Regulations.
/// Start with [CoAssignment].
@NullMarked
package org.zhiheng.jobs.examine.assignment;

import org.jspecify.annotations.NullMarked;
