/// Tests.
@NullMarked
package org.zhiheng.server.chart;

import org.jspecify.annotations.NullMarked;
