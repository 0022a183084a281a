package org.zhiheng.jobs.prove;

import java.util.Optional;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.note.Sm2Key;
import org.zhiheng.ledger.statement.Octets;

/// The private keys of a workspace. What they sign with stays inside.
public interface SigningKeys {

  /// Which log it is, and what it signs with.
  LogIdentity log();

  /// What statements are signed with.
  Ed25519Key issuer();

  /// What signs statements a second time, by SM2; nothing where nobody set that up.
  Optional<SecondKey> second();

  /// A key of SM2 and the certificate that goes with its signatures.
  ///
  /// @param key signs
  /// @param certificate of its public half, in DER; whoever checks judges whom it is of
  record SecondKey(Sm2Key key, Octets certificate) {}

  /// What this workspace signs with when it witnesses the logs of others. It never counts for its
  /// own log.
  Ed25519Key witness();
}
