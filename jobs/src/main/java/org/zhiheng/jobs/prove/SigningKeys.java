package org.zhiheng.jobs.prove;

import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.note.Ed25519Key;

/// The private keys of a workspace. What they sign with stays inside.
public interface SigningKeys {

  /// Which log it is, and what it signs with.
  LogIdentity log();

  /// What statements are signed with.
  Ed25519Key issuer();

  /// What this workspace signs with when it witnesses the logs of others. It never counts for its
  /// own log.
  Ed25519Key witness();
}
