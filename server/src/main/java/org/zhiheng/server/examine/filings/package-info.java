/// The pages about marks that must move together and about how somebody files marks.
///
/// Not the computing itself. Start with [FilingsPages].
@NullMarked
package org.zhiheng.server.examine.filings;

import org.jspecify.annotations.NullMarked;
