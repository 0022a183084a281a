/// Tests of claims. Start with [ClaimsTest].
@NullMarked
package org.zhiheng.jobs.claims;

import org.jspecify.annotations.NullMarked;
