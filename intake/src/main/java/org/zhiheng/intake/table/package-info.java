/// Tables of one's own records, CSV or XLSX: rows of texts, columns mapped to fields, fields read
/// to notices and events.
///
/// Not the offices' files: [org.zhiheng.intake.Intake] reads those. XLSX is read by hand, within
/// the limits of [org.zhiheng.intake.xml], since the libraries known to us hold what a hostile
/// workbook unpacks to. Formulas are never computed: their last value is taken. Start with
/// [TableReader].
@NullMarked
package org.zhiheng.intake.table;

import org.jspecify.annotations.NullMarked;
