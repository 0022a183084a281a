/// Tests of the server as a whole, by HTTP and by browser. Start with [PagesIT].
@NullMarked
package org.zhiheng.server;

import org.jspecify.annotations.NullMarked;
