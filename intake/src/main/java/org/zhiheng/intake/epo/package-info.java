/// Replies of the European office's Open Patent Services: biblio, abstract, claims, family, legal.
///
/// Not the requests. Start with [OpsReplies].
@NullMarked
package org.zhiheng.intake.epo;

import org.jspecify.annotations.NullMarked;
