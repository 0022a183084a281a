package org.zhiheng.links.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.zhiheng.jobs.prove.TrustHints;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.statement.Octets;

/// Who is asked to sign a workspace's log: a policy of C2SP tlog-policy in its folder, nobody where
/// there is none.
///
/// @param text of the policy, if there is one
public record LogPolicy(Optional<String> text) {

  /// The policy in this file. It is read anew each time a log is opened.
  ///
  /// @throws IOException when it is there and cannot be read
  public static LogPolicy in(Path file) throws IOException {
    try {
      return new LogPolicy(Optional.of(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (NoSuchFileException absent) {
      return new LogPolicy(Optional.empty());
    }
  }

  /// The way to them.
  ///
  /// @param own the workspace's own witness, which signs for others alone
  /// @param told what they answered
  /// @throws org.zhiheng.values.ProblemsException when the text is no policy
  public Witnesses witnesses(VerifierKey own, LogIdentity log, HttpWitnesses.Told told) {
    Optional<TrustPolicy> policy = trust();
    return policy.isEmpty()
        ? Witnesses.NONE
        : HttpWitnesses.of(policy.get(), Set.of(own), log, HttpWitnesses.Patience.USUAL, told)
            .orThrow();
  }

  /// The policy, read.
  ///
  /// @throws org.zhiheng.values.ProblemsException when the text is none
  public Optional<TrustPolicy> trust() {
    return text.map(policy -> TrustPolicy.parse(policy.getBytes(StandardCharsets.UTF_8)).orThrow());
  }

  /// What of it goes into bundles: all but the logs it names.
  ///
  /// @param copies certificates of time authorities, by name
  public TrustHints hints(SortedMap<String, Octets> copies) {
    return text.map(policy ->
            new TrustHints(
                policy
                    .lines()
                    .filter(line -> !line.strip().startsWith("log "))
                    .collect(Collectors.joining("\n", "", "\n")),
                copies))
        .orElseGet(() -> new TrustHints(TrustHints.NONE.policy(), copies));
  }
}
