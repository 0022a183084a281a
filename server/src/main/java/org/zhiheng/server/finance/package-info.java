/// Pages of the job finance. Start with [TitlePages].
@NullMarked
package org.zhiheng.server.finance;

import org.jspecify.annotations.NullMarked;
