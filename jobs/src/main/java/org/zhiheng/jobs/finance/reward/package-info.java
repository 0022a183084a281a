/// What inventors are owed out of a right and its income, before anything of it can back a debt.
///
/// Not a payroll. Start with [RewardStatement], which is pure; the shares stand in a file with
/// their sources, and what is unknown stays unknown.
@NullMarked
package org.zhiheng.jobs.finance.reward;

import org.jspecify.annotations.NullMarked;
