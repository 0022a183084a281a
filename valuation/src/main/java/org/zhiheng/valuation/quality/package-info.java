/// Quality indicators of patents by the OECD's definitions, for a million patents at once, each
/// beside its cohort.
///
/// Needs bibliography and citations only. Not money. Source: M. Squicciarini, H. Dernis and C.
/// Criscuolo, Measuring Patent Quality, OECD STI Working Paper 2013/03, by way of second texts;
/// recalled. Where our reading is a choice, the indicator says so. Start with [PatentQuality].
@NullMarked
package org.zhiheng.valuation.quality;

import org.jspecify.annotations.NullMarked;
