@NullMarked
package org.zhiheng.links.capture;

import org.jspecify.annotations.NullMarked;
