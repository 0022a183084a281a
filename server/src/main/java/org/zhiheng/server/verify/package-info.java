/// The page on which an evidence bundle is checked in the reader's own browser: no byte of it comes
/// here, and nobody need sign in. What judges is script (`assets/verify`), after
/// `docs/formats/bundle.md`; no Java here judges anything.
///
/// Start with [VerifyPages].
@NullMarked
package org.zhiheng.server.verify;

import org.jspecify.annotations.NullMarked;
