/// Strict reading of YAML: whatever is not expected is refused, with its line.
///
/// Start with [YamlReader].
@NullMarked
package org.zhiheng.deadlines.yaml;

import org.jspecify.annotations.NullMarked;
