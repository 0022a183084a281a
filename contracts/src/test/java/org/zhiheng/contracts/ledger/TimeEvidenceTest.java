package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.EvidenceRecord;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeEvidence;
import org.zhiheng.ledger.time.TimeEvidence.Finding;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.ledger.time.TrustAnchors;

/// What the parts of a bundle come to together.
final class TimeEvidenceTest {

  private static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");
  private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2027-12-01T00:00:00Z");

  private final TestAuthority abroad =
      TestAuthority.open(Signing.ECDSA_P256, "Abroad", FROM, UNTIL, 1);
  private final TestAuthority atHome = TestAuthority.open(Signing.SM2, "At home", FROM, UNTIL, 2);
  private final TestAuthority next =
      TestAuthority.open(
          Signing.SM2, "Next", LATER.minusSeconds(1), Instant.parse("2031-01-01T00:00:00Z"), 3);
  private final TrustAnchors all =
      TrustAnchors.of(List.of(abroad.root(), atHome.root(), next.root())).orThrow();

  private static TimeStamp stamp(TestAuthority by, HashAlgorithm algorithm, Instant at) {
    return by.stamp(TimeStampQuery.of(algorithm, SUBJECT, BigInteger.TEN), at);
  }

  private Octets first() {
    return stamp(abroad, HashAlgorithm.SHA_256, AT.plusSeconds(60)).token();
  }

  private Octets second() {
    return stamp(atHome, HashAlgorithm.SM3, AT).token();
  }

  private Octets kept() {
    EvidenceRecord record = EvidenceRecord.of(stamp(abroad, HashAlgorithm.SHA_256, AT));
    return Octets.of(
        record.renewed(next.stamp(record.renewal(BigInteger.ONE), LATER)).orThrow().der());
  }

  @Test
  void theEarliestThatHoldsDecidesAndAllAreTold() {
    Finding finding =
        new TimeEvidence(List.of(first(), second(), Octets.of(new byte[3])), Optional.of(kept()))
            .judge(SUBJECT, all, LATER);
    assertThat(finding)
        .isInstanceOfSatisfying(
            Finding.Proven.class,
            proven -> {
              assertThat(proven.best().at()).isEqualTo(AT);
              assertThat(proven.best().authority()).startsWith("At home");
            });
    assertThat(finding.items())
        .extracting(item -> item.name() + " " + item.verdict().getClass().getSimpleName())
        .containsExactly(
            "time stamp 1 Stamped",
            "time stamp 2 Stamped",
            "time stamp 3 Refused",
            "evidence record Stamped");
  }

  @Test
  void theRecordHoldsWhenTheStampsHaveLapsed() {
    Instant asOf = UNTIL.plusSeconds(1);
    assertThat(
            new TimeEvidence(List.of(first(), second()), Optional.of(kept()))
                .judge(SUBJECT, all, asOf))
        .isInstanceOfSatisfying(
            Finding.Proven.class, proven -> assertThat(proven.best().renewals()).isEqualTo(1));
    Finding without =
        new TimeEvidence(List.of(first(), second()), Optional.empty()).judge(SUBJECT, all, asOf);
    assertThat(without).isInstanceOf(Finding.Lapsed.class);
    assertThat(without.reason())
        .isEqualTo(
            "The time stamp of 2026-05-01T00:00:00Z by At home (Zhiheng test, CN) was right, but"
                + " its certificates ended on 2028-01-01T00:00:00Z and nothing renewed it; on"
                + " 2028-01-01T00:00:01Z it no longer proves the time by itself.");
  }

  @Test
  void saysWhyNothingIsProven() {
    Finding finding =
        new TimeEvidence(List.of(first()), Optional.of(Octets.of(new byte[] {1})))
            .judge(SUBJECT, TrustAnchors.of(List.of()).orThrow(), LATER);
    assertThat(finding).isInstanceOf(Finding.Unproven.class);
    assertThat(finding.reason())
        .startsWith("No time is proven. time stamp 1: No way leads from the certificate of Abroad")
        .contains("evidence record: An evidence record is one ASN.1 value");
    assertThat(new TimeEvidence(List.of(), Optional.empty()).judge(SUBJECT, all, LATER))
        .isEqualTo(new Finding.Absent());
  }

  @Test
  void takesNoMoreTokensThanAnyoneGives() {
    assertThatThrownBy(() ->
            new TimeEvidence(
                Collections.nCopies(TimeEvidence.TOKENS_MAX + 1, second()), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
