/// What administering rights takes, put together. Start with [AdministerDesk].
@NullMarked
package org.zhiheng.jobs.administer.desk;

import org.jspecify.annotations.NullMarked;
