package org.zhiheng.ledger.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.Quorum;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.statement.SignedStatement;

/// Whose keys count for a bundle. What came from outside decides; only where nothing did, the
/// bundle is taken at its own word, and every reason says so.
///
/// @param named the policy in the bundle
/// @param policy from outside
/// @param trust from outside
record Known(TrustPolicy named, Optional<BundlePolicy> policy, Optional<Trust> trust) {

  /// Whether anything came from outside.
  boolean outside() {
    return policy.isPresent() || trust.isPresent();
  }

  /// Keys of logs. A list from outside that is not empty restricts; where both are given, a key
  /// must be in both.
  List<VerifierKey> logs() {
    return outside() ? restricted(TrustPolicy::logs, Trust::logs) : named.logs();
  }

  /// Keys of witnesses that may count.
  List<VerifierKey> witnesses() {
    return outside() ? restricted(TrustPolicy::witnessKeys, Trust::witnesses) : named.witnessKeys();
  }

  /// Keys of all witnesses that are known from anywhere: a false line of one of them is one.
  List<VerifierKey> allWitnesses() {
    Set<VerifierKey> all = new LinkedHashSet<>(named.witnessKeys());
    policy.ifPresent(one -> all.addAll(one.trust().witnessKeys()));
    trust.ifPresent(one -> all.addAll(one.witnesses()));
    return List.copyOf(all);
  }

  private List<VerifierKey> restricted(
      Function<TrustPolicy, List<VerifierKey>> ofPolicy,
      Function<Trust, List<VerifierKey>> ofTrust) {
    List<VerifierKey> asked = policy.map(one -> ofPolicy.apply(one.trust())).orElse(List.of());
    List<VerifierKey> trusted = trust.map(ofTrust).orElse(List.of());
    if (asked.isEmpty() || trusted.isEmpty()) {
      return asked.isEmpty() ? trusted : asked;
    }
    List<VerifierKey> both = new ArrayList<>(asked);
    both.retainAll(trusted);
    return both;
  }

  /// Which witnesses are enough.
  Quorum quorum() {
    return policy.map(one -> one.trust().quorum()).orElse(named.quorum());
  }

  /// Whether this witness is the log's operator: the policy says so, or it has a key of the log, or
  /// its name begins as the log's does, up to the first slash or colon.
  boolean operator(VerifierKey witness, String origin) {
    return policy.map(one -> one.operators().contains(witness)).orElse(false)
        || authority(witness.name()).equals(authority(origin))
        || logs().stream().anyMatch(log -> Arrays.equals(log.publicKey(), witness.publicKey()));
  }

  private static String authority(String name) {
    return name.split("[/:]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /// Whether the key that signed a statement counts.
  boolean issued(SignedStatement statement) {
    return trust.map(one -> statement.named(one.issuers()).isPresent()).orElse(true);
  }

  /// Who vouches for the key of a log.
  String logVouched() {
    return vouched(outside());
  }

  /// Who vouches for the key of a statement: a policy names none.
  String issuerVouched() {
    return vouched(trust.isPresent());
  }

  private static String vouched(boolean outside) {
    return outside
        ? "by a key that was given from outside"
        : "by the key the bundle names; nobody outside vouched for it";
  }
}
