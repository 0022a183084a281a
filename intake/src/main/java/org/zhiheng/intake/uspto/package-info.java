/// Grants and applications of the United States office, XML 4.x.
///
/// Not how bytes are split into documents. Start with [UsptoDocuments].
@NullMarked
package org.zhiheng.intake.uspto;

import org.jspecify.annotations.NullMarked;
