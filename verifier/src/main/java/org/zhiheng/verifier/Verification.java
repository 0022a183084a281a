package org.zhiheng.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.zhiheng.ledger.bundle.AnchorJudge;
import org.zhiheng.ledger.bundle.BundleCheck;
import org.zhiheng.ledger.bundle.BundlePolicy;
import org.zhiheng.ledger.bundle.StampJudge;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Verifies bundles that are files, by a policy and keys that are files.
public final class Verification {

  private final BundleCheck check;

  /// As the program on the command line judges.
  ///
  /// @param asOf the date of checking: certificates of time authorities end
  public static Verification offline(Instant asOf) {
    return new Verification(new BundleCheck(new StampJudge(asOf), new AnchorJudge()));
  }

  /// With this judge.
  public Verification(BundleCheck check) {
    this.check = check;
  }

  /// Verifies a bundle. One that is not there or cannot be read is refused in the verdicts as one
  /// that is damaged: it shows nothing.
  ///
  /// @param policy file of a [BundlePolicy], if one is asked
  /// @param trust folder as the guide describes it: `logs.txt`, `witnesses.txt`, `issuers.txt` and
  ///   certificates
  /// @throws IOException when the policy or the folder cannot be read
  /// @throws ProblemsException when the policy or a key does not read
  public Verdicts of(Path bundle, Optional<Path> policy, Optional<Path> trust) throws IOException {
    Optional<BundlePolicy> asked =
        policy.isPresent() ? Optional.of(policy(policy.get())) : Optional.empty();
    Optional<Trust> trusted =
        trust.isPresent() ? Optional.of(TrustFolder.read(trust.get())) : Optional.empty();
    try (FileBytes bytes = FileBytes.open(bundle)) {
      return check.check(bytes, asked, trusted);
    } catch (NoSuchFileException missing) {
      return Verdicts.unreadable(bundle.toString(), "There is no such file.", asked);
    } catch (IOException unreadable) {
      return Verdicts.unreadable(bundle.toString(), "The file cannot be read.", asked);
    }
  }

  /// What a bundle states, unjudged: it counts where [#of] found that the bundle holds.
  ///
  /// @return nothing when it is no bundle, or one of erased evidence
  /// @throws IOException when it cannot be read
  public static Optional<Manifest> stated(Path bundle) throws IOException {
    try (FileBytes bytes = FileBytes.open(bundle)) {
      return BundleCheck.statement(bytes).map(SignedStatement::manifest);
    }
  }

  private static BundlePolicy policy(Path file) throws IOException {
    if (Files.size(file) > TrustPolicy.LENGTH_BYTES_MAX) {
      throw new ProblemsException(
          Problem.of("log-policy", file.toString(), "", "A policy has at most 1 MB."));
    }
    return switch (BundlePolicy.parse(Files.readAllBytes(file))) {
      case Parsed.Ok<BundlePolicy> ok -> ok.value();
      case Parsed.Refused<BundlePolicy> refused ->
          throw new ProblemsException(refused.problem().from(file.toString()));
    };
  }
}
