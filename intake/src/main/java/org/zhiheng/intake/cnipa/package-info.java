/// What the Chinese office publishes: rows of its gazette, and its full-text XML.
///
/// Not how bytes are split into rows and documents. Start with [GazetteRows].
@NullMarked
package org.zhiheng.intake.cnipa;

import org.jspecify.annotations.NullMarked;
