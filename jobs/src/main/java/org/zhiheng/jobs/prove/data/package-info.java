/// Deposits of data sets: their fields by region, the fingerprint over their rows, samples that are
/// opened row by row, the chain of their licences, and when a certificate ends.
///
/// Start with [DataDesk]. Formats: `docs/formats/data-opening.md`.
@NullMarked
package org.zhiheng.jobs.prove.data;

import org.jspecify.annotations.NullMarked;
