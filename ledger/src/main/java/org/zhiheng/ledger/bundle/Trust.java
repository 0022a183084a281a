package org.zhiheng.ledger.bundle;

import java.util.List;
import org.zhiheng.ledger.anchor.ChainFact;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.Octets;

/// Whom the one who checks trusts, from elsewhere than the bundle. Who is not in it is not trusted.
///
/// @param logs keys of logs, and of their SM3 trees
/// @param witnesses keys of witnesses
/// @param issuers keys that sign statements
/// @param authorities certificates of time-stamping authorities and of those above them, in DER
/// @param chains what is known of outside chains
public record Trust(
    List<VerifierKey> logs,
    List<VerifierKey> witnesses,
    List<VerifierKey> issuers,
    List<Octets> authorities,
    List<ChainFact> chains) {

  /// Copies the lists.
  public Trust {
    logs = List.copyOf(logs);
    witnesses = List.copyOf(witnesses);
    issuers = List.copyOf(issuers);
    authorities = List.copyOf(authorities);
    chains = List.copyOf(chains);
  }

  /// The same where nothing is known of chains.
  public Trust(
      List<VerifierKey> logs,
      List<VerifierKey> witnesses,
      List<VerifierKey> issuers,
      List<Octets> authorities) {
    this(logs, witnesses, issuers, authorities, List.of());
  }
}
