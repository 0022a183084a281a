/// Sets of rows that are stated by the root of a tree, and opened in part: some rows are shown with
/// proof that they are of the set, and nothing is shown of the others.
///
/// Start with [Opening]. Format: docs/formats/data-opening.md. Known weakness: who knows a row's
/// salt learns that row only; but the number of rows, and which ones were opened, is seen by all.
@NullMarked
package org.zhiheng.ledger.opening;

import org.jspecify.annotations.NullMarked;
