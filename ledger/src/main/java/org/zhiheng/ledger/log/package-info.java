/// Writing a log: entries are made durable, then integrated into tiles, then a checkpoint is
/// signed, put into the head and published.
///
/// Not: disks and databases; those stand behind the ports [Wal], [Tiles] and [Head]. Start with
/// [LogWriter]. The order of steps is the one that Sunlight and Tessera showed to be safe.
@NullMarked
package org.zhiheng.ledger.log;

import org.jspecify.annotations.NullMarked;
