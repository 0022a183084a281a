/// The REST interface `/api/v1`: what the pages do, for programs.
///
/// Not who may: a token's scopes and the jobs decide that. Start with [ProblemJson] for how a
/// refusal looks. Follows RFC 9110 (2022-06) for conditions and RFC 9457 (2023-07) for problems.
@NullMarked
package org.zhiheng.server.api;

import org.jspecify.annotations.NullMarked;
