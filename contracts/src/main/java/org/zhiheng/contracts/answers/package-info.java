/// The contract of [org.zhiheng.jobs.answers.KeptAnswers] and its reference in memory.
///
/// Not a store to be used: it forgets with the process. Start with [KeptAnswersContract].
@NullMarked
package org.zhiheng.contracts.answers;

import org.jspecify.annotations.NullMarked;
