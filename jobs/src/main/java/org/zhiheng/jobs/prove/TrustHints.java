package org.zhiheng.jobs.prove;

import java.util.SortedMap;
import java.util.TreeMap;
import org.zhiheng.ledger.statement.Octets;

/// Whom a bundle's maker would trust, beside its own log: it goes into every bundle, and nobody
/// need believe it.
///
/// @param policy lines of C2SP tlog-policy about witnesses, the last of them the quorum
/// @param copies certificates of time authorities and the like, by name
public record TrustHints(String policy, SortedMap<String, Octets> copies) {

  /// No witness, no authority.
  public static final TrustHints NONE = new TrustHints("quorum none\n", new TreeMap<>());
}
