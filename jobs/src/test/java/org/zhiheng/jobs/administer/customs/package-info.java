/// Tests of what a notice of customs comes to. Start with [FindingsTest].
@NullMarked
package org.zhiheng.jobs.administer.customs;

import org.jspecify.annotations.NullMarked;
