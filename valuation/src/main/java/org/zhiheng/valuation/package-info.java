/// What a right may be worth, by several methods side by side, with ranges, reasons and sources.
///
/// A model's answer, never an appraisal: each report says so. Takes plain figures with their
/// sources; knows nothing of the register, asks no clock. Start with [Valuation].
@NullMarked
package org.zhiheng.valuation;

import org.jspecify.annotations.NullMarked;
