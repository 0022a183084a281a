/// Tests of tables of one's own records. Start with [TableTest].
@NullMarked
package org.zhiheng.intake.table;

import org.jspecify.annotations.NullMarked;
