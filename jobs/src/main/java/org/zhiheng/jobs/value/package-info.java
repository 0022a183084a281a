/// The job `value`: what the register and a person's file say of a patent, as a model report.
///
/// No appraisal, and nothing is made up: what neither tells is named as missing. How money is
/// reckoned [org.zhiheng.valuation] knows. Start with [ValueDesk].
@NullMarked
package org.zhiheng.jobs.value;

import org.jspecify.annotations.NullMarked;
