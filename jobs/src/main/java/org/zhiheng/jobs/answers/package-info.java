/// Answers to requests that carried an idempotency key, so that a repeated request gets the same
/// one.
///
/// Not what is in them: the roof writes that. Start with [KeptAnswers]. Follows the Internet-Draft
/// draft-ietf-httpapi-idempotency-key-header-07 (recalled; the text was not opened).
@NullMarked
package org.zhiheng.jobs.answers;

import org.jspecify.annotations.NullMarked;
