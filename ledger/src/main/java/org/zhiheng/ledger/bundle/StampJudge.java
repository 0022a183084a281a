package org.zhiheng.ledger.bundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeEvidence;
import org.zhiheng.ledger.time.TimeVerdict;
import org.zhiheng.ledger.time.TrustAnchors;
import org.zhiheng.values.Parsed;

/// Judges the time stamps of a bundle as RFC 3161 and RFC 4998 have it, on one date.
///
/// Whose certificates count comes from outside; only where nobody trusts anything, those that the
/// bundle brings are taken, and the reason says so. A stamp that once held and whose certificate
/// ended before it was renewed shows too little, and nothing false.
///
/// Whoever checks many bundles keeps one of these: it remembers the certificates of the trust that
/// it was asked with last, and of the authorities that it met. Safe for many threads.
public final class StampJudge implements TimeCheck {

  private static final Pattern CERTIFICATE = Pattern.compile("\\.(pem|crt|cer|der)\\z");

  private final Instant asOf;
  private final AtomicReference<Read> last =
      new AtomicReference<>(new Read(List.of(), TrustAnchors.of(List.of())));

  /// The certificates of a trust, read.
  private record Read(List<Octets> authorities, Parsed<TrustAnchors> anchors) {}

  /// On one date.
  ///
  /// @param asOf the date of checking
  public StampJudge(Instant asOf) {
    this.asOf = asOf;
  }

  @Override
  public Finding check(Subject subject) {
    List<byte[]> brought = new ArrayList<>();
    subject
        .hints()
        .forEach((name, copy) -> {
          if (CERTIFICATE.matcher(name).find()) {
            brought.add(copy.bytes());
          }
        });
    Optional<Trust> trust = subject.trust();
    if (trust.map(one -> one.authorities().isEmpty()).orElse(brought.isEmpty())) {
      return new Finding(
          Verdict.Result.ABSENT,
          trust.isPresent()
              ? "There is a time stamp, and no certificate of a time authority is trusted."
              : "There is a time stamp, and no certificate to check it with: give one with --trust.");
    }
    Parsed<TrustAnchors> anchors =
        trust.map(this::anchors).orElseGet(() -> TrustAnchors.of(brought));
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
    TimeEvidence.Finding finding =
        new TimeEvidence(tokens, stamps.record()).judge(subject.stamped().bytes(), anchors, asOf);
    if (!named(stamps, finding.items())) {
      return new Finding(
          Verdict.Result.FAILED, "A time stamp is over another hash than its name says.");
    }
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

  /// Whether each time stamp that reads is over the hash that its member is named after.
  private static boolean named(BundleParts.Stamps stamps, List<TimeEvidence.Item> items) {
    Iterator<TimeEvidence.Item> next = items.iterator();
    return (stamps.sha256().isEmpty() || over(next.next(), HashAlgorithm.SHA_256))
        && (stamps.sm3().isEmpty() || over(next.next(), HashAlgorithm.SM3));
  }

  private static boolean over(TimeEvidence.Item item, HashAlgorithm algorithm) {
    return item.algorithm().map(algorithm::equals).orElse(true);
  }

  private Parsed<TrustAnchors> anchors(Trust trust) {
    Read before = last.get();
    if (before.authorities().equals(trust.authorities())) {
      return before.anchors();
    }
    Parsed<TrustAnchors> read =
        TrustAnchors.of(trust.authorities().stream().map(Octets::bytes).toList());
    last.set(new Read(trust.authorities(), read));
    return read;
  }
}
