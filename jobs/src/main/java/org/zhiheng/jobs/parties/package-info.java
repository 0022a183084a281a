/// Parties as people work with them: found, named, identified, merged and unmerged.
///
/// Not what they own. Start with [PartyBook].
@NullMarked
package org.zhiheng.jobs.parties;

import org.jspecify.annotations.NullMarked;
