/// Tests.
@NullMarked
package org.zhiheng.server.deals;

import org.jspecify.annotations.NullMarked;
