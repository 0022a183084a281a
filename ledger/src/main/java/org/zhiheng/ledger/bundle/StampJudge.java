package org.zhiheng.ledger.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeEvidence;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeVerdict;
import org.zhiheng.ledger.time.TrustAnchors;
import org.zhiheng.values.Parsed;

/// Judges the time stamps of a bundle as RFC 3161 and RFC 4998 have it, on one date.
///
/// Whose certificates count comes from outside; only where nobody trusts anything, those that the
/// bundle brings are taken, and the reason says so. A stamp that once held and whose certificate
/// ended before it was renewed shows too little, and nothing false.
///
/// @param asOf the date of checking
public record StampJudge(Instant asOf) implements TimeCheck {

  @Override
  public Finding check(Subject subject) {
    List<byte[]> brought = new ArrayList<>();
    subject
        .hints()
        .forEach((name, copy) -> {
          if (name.matches(".*\\.(pem|crt|cer|der)")) {
            brought.add(copy.bytes());
          }
        });
    Optional<Trust> trust = subject.trust();
    List<byte[]> trusted =
        trust.map(one -> one.authorities().stream().map(Octets::bytes).toList()).orElse(brought);
    if (trusted.isEmpty()) {
      return new Finding(
          Verdict.Result.ABSENT,
          trust.isPresent()
              ? "There is a time stamp, and no certificate of a time authority is trusted."
              : "There is a time stamp, and no certificate to check it with: give one with --trust.");
    }
    Parsed<TrustAnchors> anchors = TrustAnchors.of(trusted);
    if (anchors instanceof Parsed.Ok<TrustAnchors> read) {
      anchors = read.value().withHints(brought);
    }
    return switch (anchors) {
      case Parsed.Ok<TrustAnchors> ok -> judged(subject, ok.value(), trust.isPresent());
      case Parsed.Refused<TrustAnchors> refused ->
          new Finding(Verdict.Result.FAILED, refused.problem().line());
    };
  }

  private Finding judged(Subject subject, TrustAnchors anchors, boolean outside) {
    BundleParts.Stamps stamps = subject.stamps();
    List<Octets> tokens = new ArrayList<>();
    for (Optional<Octets> token : List.of(stamps.sha256(), stamps.sm3())) {
      token.ifPresent(tokens::add);
    }
    if (another(stamps.sha256(), HashAlgorithm.SHA_256)
        || another(stamps.sm3(), HashAlgorithm.SM3)) {
      return new Finding(
          Verdict.Result.FAILED, "A time stamp is over another hash than its name says.");
    }
    TimeEvidence.Finding finding =
        new TimeEvidence(tokens, stamps.record()).judge(subject.stamped().bytes(), anchors, asOf);
    StringBuilder reason = new StringBuilder(finding.reason());
    boolean refused = false;
    for (TimeEvidence.Item item : finding.items()) {
      if (item.verdict() instanceof TimeVerdict.Refused not) {
        refused = true;
        if (!(finding instanceof TimeEvidence.Finding.Unproven)) {
          reason.append(' ').append(item.name()).append(": ").append(not.reason());
        }
      }
    }
    if (!outside) {
      reason.append(
          " By a certificate the bundle brings; nobody outside vouched for the authority.");
    }
    Verdict.Result result =
        switch (finding) {
          case TimeEvidence.Finding.Proven _ ->
              refused ? Verdict.Result.FAILED : Verdict.Result.PASSED;
          case TimeEvidence.Finding.Lapsed _ ->
              refused ? Verdict.Result.FAILED : Verdict.Result.ABSENT;
          case TimeEvidence.Finding.Unproven _ -> Verdict.Result.FAILED;
          case TimeEvidence.Finding.Absent _ -> Verdict.Result.ABSENT;
        };
    return new Finding(result, reason.toString());
  }

  private static boolean another(Optional<Octets> token, HashAlgorithm algorithm) {
    return token
        .flatMap(bytes -> TimeStamp.parse(bytes.bytes()).found())
        .filter(stamp -> stamp.algorithm() != algorithm)
        .isPresent();
  }
}
