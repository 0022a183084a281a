/// Tests.
@NullMarked
package org.zhiheng.server.value;

import org.jspecify.annotations.NullMarked;
