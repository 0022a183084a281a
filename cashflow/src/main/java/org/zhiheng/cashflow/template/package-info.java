/// Deals to begin with: the usual ways to bring rights to the capital market, each with
/// assumptions, all illustrative. Not offers and not records of any issue. Start with
/// [org.zhiheng.cashflow.template.Template].
@NullMarked
package org.zhiheng.cashflow.template;

import org.jspecify.annotations.NullMarked;
