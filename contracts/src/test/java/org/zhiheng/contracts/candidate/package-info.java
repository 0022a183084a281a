/// The contract of an index, run on its reference.
@NullMarked
package org.zhiheng.contracts.candidate;

import org.jspecify.annotations.NullMarked;
