/// Deals that are kept: built from rights whose title is confirmed, issued, and reported on from
/// what was really collected.
///
/// Not how a deal is run: that is `cashflow`. Start with [DealDesk]; whether the pool is what the
/// deal says is decided by [PoolGate], which is pure.
@NullMarked
package org.zhiheng.jobs.finance.deal;

import org.jspecify.annotations.NullMarked;
