/// Tests of the readers, on real files where there are some. Start with [GazetteIntakeTest].
@NullMarked
package org.zhiheng.intake;

import org.jspecify.annotations.NullMarked;
