/// Tests of what every page is made of. Start with [WordsTest].
@NullMarked
package org.zhiheng.server.page;

import org.jspecify.annotations.NullMarked;
