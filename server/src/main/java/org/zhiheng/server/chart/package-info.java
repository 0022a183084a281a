/// Where things lie in charts that stand in a page as SVG. No words, no colours: templates have
/// those. Start with [Ruler].
@NullMarked
package org.zhiheng.server.chart;

import org.jspecify.annotations.NullMarked;
