/// The list of rights: searched as one types, filtered, paged, taken out as a file.
///
/// Not one right: [org.zhiheng.server.right] shows that. Start with [RightsPages].
@NullMarked
package org.zhiheng.server.rights;

import org.jspecify.annotations.NullMarked;
