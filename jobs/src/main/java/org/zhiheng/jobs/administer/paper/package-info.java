/// Papers that are handed to clients and offices, filled from the record. Start with [PaperDesk].
@NullMarked
package org.zhiheng.jobs.administer.paper;

import org.jspecify.annotations.NullMarked;
