/// Whom to trust: the logs that are known, the witnesses, and how many of them must have signed.
///
/// Not: where their signatures come from. Start with [org.zhiheng.ledger.policy.TrustPolicy].
/// Follows C2SP tlog-policy.
@NullMarked
package org.zhiheng.ledger.policy;

import org.jspecify.annotations.NullMarked;
