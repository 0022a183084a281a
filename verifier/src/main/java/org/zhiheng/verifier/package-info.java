/// The verifier of evidence bundles as one program: a path, a policy, a folder of keys in, five
/// verdicts out. It needs a JDK and nothing else, and no network.
///
/// Not: the judging, which is [org.zhiheng.ledger.bundle]. Start with
/// [org.zhiheng.verifier.Verification].
@NullMarked
package org.zhiheng.verifier;

import org.jspecify.annotations.NullMarked;
