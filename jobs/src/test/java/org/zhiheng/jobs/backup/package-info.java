/// Tests of backups. Start with [BackupFuzz].
@NullMarked
package org.zhiheng.jobs.backup;

import org.jspecify.annotations.NullMarked;
