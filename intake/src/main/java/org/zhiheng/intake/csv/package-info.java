/// CSV records out of bytes, with every bound that a hostile file tests.
///
/// Not what a column means, and no library: the readers known to us either buffer a field that
/// never closes its quotes up to the end of the file, or give up at the first broken record, while
/// here the rows after it must live; none tells malformed bytes of one row from those of another.
/// Follows RFC 4180, with a quote inside an unquoted field taken as it is. Start with [CsvReader].
@NullMarked
package org.zhiheng.intake.csv;

import org.jspecify.annotations.NullMarked;
