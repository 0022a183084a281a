package org.zhiheng.ledger.bundle;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.ledger.statement.SignedStatement;
import org.zhiheng.values.ProblemsException;

/// Judges bundles. Safe for many threads if its two parts are.
///
/// First the form: every byte must be the one that the bundle's own parts give when they are
/// written again, and the digest list must name every member; otherwise the bundle is refused and
/// nothing in it counts. Then five verdicts, each apart from the others.
///
/// *Who vouches for the log's key?* Whoever gives a policy or keys from elsewhere. Without those
/// the keys are those that the bundle names; the verdicts can pass then, and say in so many words
/// that nobody outside vouched for them.
///
/// Cost: each byte is read once, by SHA-256 and SM3 (some 200 MB/s); a small bundle takes a few
/// signatures, about a millisecond.
public final class BundleCheck {

  private final TimeCheck times;
  private final AnchorCheck anchors;

  /// With these judges of what others made.
  public BundleCheck(TimeCheck times, AnchorCheck anchors) {
    this.times = times;
    this.anchors = anchors;
  }

  /// Judges a bundle.
  ///
  /// @param policy what is asked of it; without one, that statement and inclusion hold
  /// @param trust whose keys and certificates count, from elsewhere
  /// @throws IOException when the bytes cannot be read; what can be read and is no bundle is
  ///   refused in the verdicts
  public Verdicts check(ByteSource source, Optional<BundlePolicy> policy, Optional<Trust> trust)
      throws IOException {
    Set<Check> required = policy.map(BundlePolicy::required).orElse(BundlePolicy.LEAST);
    Bundle bundle;
    try {
      bundle = BundleReader.read(source);
    } catch (ProblemsException refused) {
      return Verdicts.refused(refused.problems().getFirst(), required);
    }
    BundleParts parts = bundle.parts();
    Known known = new Known(parts.hints().trustPolicy(), policy, trust);
    return Verdicts.of(
        bundle,
        List.of(
            StatementJudge.judge(bundle, known),
            InclusionJudge.judge(parts.entry(), known),
            WitnessJudge.judge(parts.entry(), known),
            time(parts, trust),
            anchor(parts, trust)),
        required,
        known);
  }

  /// The statement that a bundle holds, as it stands there and unjudged: it counts where [#check]
  /// found that the bundle holds.
  ///
  /// @return nothing when it is no bundle, or one of erased evidence
  /// @throws IOException when the bytes cannot be read
  public static Optional<SignedStatement> statement(ByteSource source) throws IOException {
    try {
      return switch (BundleReader.read(source).parts().content()) {
        case BundleParts.Held held -> Optional.of(held.statement());
        case BundleParts.Erased _ -> Optional.empty();
      };
    } catch (ProblemsException refused) {
      return Optional.empty();
    }
  }

  private Verdict time(BundleParts parts, Optional<Trust> trust) {
    return parts.stamps().none()
        ? new Verdict(Check.TIME, Verdict.Result.ABSENT, "The bundle has no time stamp.")
        : verdict(
            Check.TIME,
            times.check(
                new TimeCheck.Subject(
                    parts.entry().stamped(), parts.stamps(), parts.hints().copies(), trust)));
  }

  private Verdict anchor(BundleParts parts, Optional<Trust> trust) {
    return parts.anchors().isEmpty()
        ? new Verdict(
            Check.ANCHOR, Verdict.Result.ABSENT, "The bundle has no answer of an outside chain.")
        : verdict(
            Check.ANCHOR,
            anchors.check(
                new AnchorCheck.Subject(
                    parts.entry().stamped(), parts.anchors(), parts.hints().copies(), trust)));
  }

  private static Verdict verdict(Check check, Finding finding) {
    return new Verdict(check, finding.result(), finding.reason());
  }
}
