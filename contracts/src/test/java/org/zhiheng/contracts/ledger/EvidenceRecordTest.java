package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.time.DataObject;
import org.zhiheng.ledger.time.EvidenceRecord;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.ledger.time.TimeVerdict;
import org.zhiheng.ledger.time.TrustAnchors;

/// Records of our own over years that are only told.
final class EvidenceRecordTest {

  private static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);
  private static final DataObject DATA = DataObject.of(SUBJECT);
  private static final int FIRST_YEAR = 2026;
  private static final int YEARS = 10;

  private static Instant day(int year, int month) {
    return LocalDate.of(year, month, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static BigInteger nonce(int number) {
    return BigInteger.valueOf(1_000_003L * (number + 1));
  }

  /// One authority a year, whose certificate lasts eighteen months; by turns ECDSA and SM2.
  private static List<TestAuthority> authorities() {
    List<TestAuthority> all = new ArrayList<>();
    for (int i = 0; i <= YEARS; i++) {
      all.add(
          TestAuthority.open(
              i % 2 == 0 ? Signing.ECDSA_P256 : Signing.SM2,
              "Authority of " + (FIRST_YEAR + i),
              day(FIRST_YEAR + i, 1),
              day(FIRST_YEAR + i + 1, 7),
              i));
    }
    return all;
  }

  private static TrustAnchors believed(List<TestAuthority> authorities) {
    return TrustAnchors.of(authorities.stream().map(TestAuthority::root).toList()).orThrow();
  }

  private static EvidenceRecord begun(TestAuthority authority, int year) {
    return EvidenceRecord.of(
        authority.stamp(TimeStampQuery.of(HashAlgorithm.SHA_256, SUBJECT, nonce(0)), day(year, 3)));
  }

  private static EvidenceRecord renewed(EvidenceRecord record, TestAuthority by, Instant at) {
    return record.renewed(by.stamp(record.renewal(nonce(record.size())), at)).orThrow();
  }

  /// Renewed every March; in the sixth year with SM3 instead of SHA-256, and back in the ninth.
  private static EvidenceRecord tenYears(List<TestAuthority> authorities) {
    EvidenceRecord record = begun(authorities.getFirst(), FIRST_YEAR);
    for (int i = 1; i <= YEARS; i++) {
      Instant at = day(FIRST_YEAR + i, 3);
      if (i == 5 || i == 8) {
        HashAlgorithm next = i == 5 ? HashAlgorithm.SM3 : HashAlgorithm.SHA_512;
        TimeStamp stamp = authorities.get(i).stamp(record.rehashing(next, DATA, nonce(i)), at);
        record = record.rehashed(DATA, stamp).orThrow();
      } else {
        record = renewed(record, authorities.get(i), at);
      }
    }
    return record;
  }

  @Test
  void tenYearsWithExpiringAuthoritiesStillVerify() {
    List<TestAuthority> authorities = authorities();
    EvidenceRecord record = EvidenceRecord.parse(tenYears(authorities).der()).orThrow();
    Instant asOf = day(2037, 6);
    assertThat(record.size()).isEqualTo(11);
    assertThat(record.check(List.of(DATA), believed(authorities), asOf))
        .isInstanceOfSatisfying(
            TimeVerdict.Stamped.class,
            stamped -> {
              assertThat(stamped.at()).isEqualTo(day(2026, 3));
              assertThat(stamped.until()).isEqualTo(day(2037, 7));
              assertThat(stamped.renewals()).isEqualTo(10);
              assertThat(stamped.authority()).startsWith("Authority of 2026");
            });
    assertThat(record.check(List.of(DATA), believed(authorities), day(2037, 8)))
        .isInstanceOfSatisfying(
            TimeVerdict.Lapsed.class, lapsed -> assertThat(lapsed.at()).isEqualTo(day(2026, 3)));
    assertThat(
            record.check(
                List.of(DataObject.of("another".getBytes(StandardCharsets.US_ASCII))),
                believed(authorities),
                asOf))
        .isInstanceOf(TimeVerdict.Refused.class);
    assertThat(record.check(List.of(DATA), believed(authorities.subList(1, 11)), asOf).reason())
        .startsWith("Time stamp 1 of the evidence record does not hold: No way leads");
  }

  @Test
  void theSameRecordWithoutARenewalDoesNot() {
    List<TestAuthority> authorities = authorities();
    TrustAnchors anchors = believed(authorities);
    EvidenceRecord record = begun(authorities.getFirst(), FIRST_YEAR);
    assertThat(record.check(List.of(DATA), anchors, day(2027, 7)))
        .isInstanceOf(TimeVerdict.Stamped.class);
    assertThat(record.check(List.of(DATA), anchors, day(2036, 6)).reason())
        .contains("ended on 2027-07-01T00:00:00Z and nothing renewed it");
    EvidenceRecord late = renewed(record, authorities.get(2), day(2028, 3));
    for (int i = 3; i <= YEARS; i++) {
      late = renewed(late, authorities.get(i), day(FIRST_YEAR + i, 3));
    }
    assertThat(late.check(List.of(DATA), anchors, day(2036, 6)))
        .isInstanceOfSatisfying(
            TimeVerdict.Lapsed.class,
            lapsed ->
                assertThat(lapsed.reason())
                    .contains(
                        "time stamp 1 ended on 2027-07-01T00:00:00Z before it was renewed on"
                            + " 2028-03-01T00:00:00Z"));
  }

  @Test
  void noByteOfARecordCanBeChanged() {
    List<TestAuthority> authorities = authorities();
    TrustAnchors anchors = believed(authorities);
    EvidenceRecord begun = begun(authorities.getFirst(), FIRST_YEAR);
    TimeStamp stamp =
        authorities.get(1).stamp(begun.rehashing(HashAlgorithm.SM3, DATA, nonce(1)), day(2027, 3));
    byte[] bytes = begun.rehashed(DATA, stamp).orThrow().der();
    Instant asOf = day(2027, 4);
    assertThat(EvidenceRecord.parse(bytes).orThrow().check(List.of(DATA), anchors, asOf))
        .isInstanceOf(TimeVerdict.Stamped.class);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      assertThat(
              EvidenceRecord.parse(changed)
                  .found()
                  .map(record -> record.check(List.of(DATA), anchors, asOf))
                  .filter(verdict -> !(verdict instanceof TimeVerdict.Refused)))
          .as("byte " + at)
          .isEmpty();
    }
    for (int length = 0; length < bytes.length; length++) {
      assertThat(EvidenceRecord.parse(Arrays.copyOf(bytes, length)).refusal()).isPresent();
    }
  }

  @Test
  void growsOnlyByWhatRenewsIt() {
    List<TestAuthority> authorities = authorities();
    EvidenceRecord record = begun(authorities.getFirst(), FIRST_YEAR);
    TimeStamp other =
        authorities
            .get(1)
            .stamp(TimeStampQuery.of(HashAlgorithm.SHA_256, SUBJECT, nonce(1)), day(2027, 3));
    assertThat(record.renewed(other).refusal().orElseThrow().code()).isEqualTo("time-record");
    assertThat(record.rehashed(DATA, other).refusal()).isPresent();
    TimeStamp early = authorities.getFirst().stamp(record.renewal(nonce(1)), day(2026, 2));
    assertThat(record.renewed(early).refusal()).isPresent();
  }
}
