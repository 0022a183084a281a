/// Deals and assumptions as AbsBox writes them for its engine Hastructure, read into our own. What
/// has no counterpart here is refused by name, never left out in silence.
///
/// Start with [AbsBoxImport]. Source: the JSON of AbsBox 0.52, github.com/yellowbean/AbsBox
/// (2026-03).
@NullMarked
package org.zhiheng.cashflow.absbox;

import org.jspecify.annotations.NullMarked;
