/// Tests of reading YAML. Start with [YamlReaderTest].
@NullMarked
package org.zhiheng.cashflow.yaml;

import org.jspecify.annotations.NullMarked;
