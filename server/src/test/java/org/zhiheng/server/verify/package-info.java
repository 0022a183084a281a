/// Tests of the words of the page that checks evidence bundles.
@NullMarked
package org.zhiheng.server.verify;

import org.jspecify.annotations.NullMarked;
