/// Strict reading of YAML 1.2, of which JSON is a part: whatever is not expected is refused, with
/// its line and column and the nearest name that is known.
///
/// Start with [YamlReader]. It knows nothing of deals: what another module reads could lean on it.
@NullMarked
package org.zhiheng.cashflow.yaml;

import org.jspecify.annotations.NullMarked;
