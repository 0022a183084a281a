/// The customs duty desk: recordals with customs, what stands behind them as security, and notices
/// that suspected goods were found, each with three working days to apply. It files nothing with
/// customs and knows no amount of security. Start with [CustomsDesk].
@NullMarked
package org.zhiheng.jobs.administer.customs;

import org.jspecify.annotations.NullMarked;
