package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiheng.contracts.ledger.TestAuthority.Flaw;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.ledger.time.TimeVerdict;
import org.zhiheng.ledger.time.TrustAnchors;

/// Tokens of an authority of our own, of every kind that we ask for, with everything that may be
/// wrong with them.
final class TimeStampTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");
  private static final Instant AT = Instant.parse("2026-11-29T08:00:00.250Z");
  private static final BigInteger NONCE = new BigInteger("9876543210987654321");
  private static final byte[] SUBJECT = "the bytes".getBytes(StandardCharsets.US_ASCII);

  private static TrustAnchors roots(TestAuthority... authorities) {
    return TrustAnchors.of(Arrays.stream(authorities).map(TestAuthority::root).toList()).orThrow();
  }

  private static TestAuthority open(Signing signing) {
    return TestAuthority.open(signing, "Time Authority", FROM, UNTIL, 1);
  }

  private static TimeStampQuery query(HashAlgorithm algorithm) {
    return TimeStampQuery.of(algorithm, SUBJECT, NONCE);
  }

  @ParameterizedTest
  @EnumSource(Signing.class)
  void holdsForTheBytesThatWereStamped(Signing signing) {
    TestAuthority authority = open(signing);
    for (HashAlgorithm algorithm : List.of(HashAlgorithm.SHA_256, HashAlgorithm.SM3)) {
      TimeStamp stamp = authority.stamp(query(algorithm), AT);
      assertThat(stamp.check(SUBJECT, roots(authority), AT.plusSeconds(1)))
          .isEqualTo(
              new TimeVerdict.Stamped(
                  AT,
                  Optional.of(Duration.ofSeconds(1)),
                  "Time Authority (Zhiheng test, CN)",
                  "Time Authority root (Zhiheng test, CN)",
                  TestAuthority.POLICY,
                  UNTIL,
                  0));
      assertThat(TimeStamp.parse(stamp.token().bytes()).orThrow()).isEqualTo(stamp);
      assertThat(stamp.nonce()).contains(NONCE);
    }
  }

  @ParameterizedTest
  @EnumSource(Signing.class)
  void holdsForNoOtherBytes(Signing signing) {
    TestAuthority authority = open(signing);
    TimeStamp stamp = authority.stamp(query(HashAlgorithm.SM3), AT);
    byte[] other = SUBJECT.clone();
    other[0] ^= 1;
    assertThat(stamp.check(other, roots(authority), AT).reason())
        .startsWith("The time stamp is for other bytes");
  }

  @ParameterizedTest
  @EnumSource(Signing.class)
  void lapsesWithTheCertificate(Signing signing) {
    TestAuthority authority = open(signing);
    TimeStamp stamp = authority.stamp(query(HashAlgorithm.SHA_256), AT);
    assertThat(stamp.check(SUBJECT, roots(authority), UNTIL))
        .isInstanceOf(TimeVerdict.Stamped.class);
    assertThat(stamp.check(SUBJECT, roots(authority), UNTIL.plusMillis(1)))
        .isInstanceOfSatisfying(
            TimeVerdict.Lapsed.class,
            lapsed -> {
              assertThat(lapsed.at()).isEqualTo(AT);
              assertThat(lapsed.ended()).isEqualTo(UNTIL);
              assertThat(lapsed.reason()).contains("ended on 2029-01-01T00:00:00Z");
            });
  }

  /// Our tokens hold nothing that nobody signed: whatever byte is changed, in whatever bit, they
  /// say nothing any more.
  @ParameterizedTest
  @EnumSource(Signing.class)
  void noByteCanBeChanged(Signing signing) {
    TestAuthority authority = open(signing);
    TrustAnchors roots = roots(authority);
    byte[] token = authority.stamp(query(HashAlgorithm.SHA_256), AT).token().bytes();
    for (int at = 0; at < token.length; at++) {
      byte[] changed = token.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      assertThat(
              TimeStamp.parse(changed)
                  .found()
                  .map(stamp -> stamp.check(SUBJECT, roots, AT))
                  .filter(verdict -> !(verdict instanceof TimeVerdict.Refused)))
          .as("byte " + at)
          .isEmpty();
    }
  }

  /// Flaws have nothing to do with who signs, and keys of RSA take long to make.
  @ParameterizedTest
  @EnumSource(
      value = Signing.class,
      names = {"ECDSA_P256", "SM2"})
  void refusesEveryFlaw(Signing signing) {
    for (Flaw flaw : Flaw.values()) {
      TestAuthority authority = TestAuthority.flawed(signing, "Flawed", FROM, UNTIL, flaw, 2);
      TimeVerdict verdict =
          authority.stamp(query(HashAlgorithm.SHA_256), AT).check(SUBJECT, roots(authority), AT);
      String expected =
          switch (flaw) {
            case NONE -> "The bytes existed on 2026-11-29T08:00:00.250Z";
            case PURPOSE_NOT_CRITICAL -> "does not say, as critical, that it is for stamping";
            case PURPOSE_NOT_ALONE, PURPOSE_OTHER -> "is not for stamping alone";
            case USAGE_OTHER -> "is not for signing";
            case KEY_WEAK -> "is too short, or of a kind that is not believed";
            case CERTIFICATE_NOT_SENT, CERTIFICATE_OTHER ->
                "is neither in it nor among those that were given";
            case ROOT_OTHER, LABYRINTH ->
                "No way leads from the certificate of Flawed (Zhiheng test, CN)";
          };
      assertThat(verdict.reason()).as(flaw.name()).contains(expected);
      assertThat(verdict instanceof TimeVerdict.Stamped)
          .as(flaw.name())
          .isEqualTo(flaw == Flaw.NONE);
    }
  }

  @Test
  void takesTheCertificateFromElsewhereAndBelievesItNotMore() {
    TestAuthority authority =
        TestAuthority.flawed(Signing.ECDSA_P256, "Bare", FROM, UNTIL, Flaw.CERTIFICATE_NOT_SENT, 3);
    TimeStamp stamp = authority.stamp(query(HashAlgorithm.SHA_256), AT);
    TrustAnchors hinted = roots(authority).withHints(List.of(authority.certificate())).orThrow();
    assertThat(stamp.check(SUBJECT, hinted, AT)).isInstanceOf(TimeVerdict.Stamped.class);
    TrustAnchors only =
        roots(open(Signing.ECDSA_P256)).withHints(List.of(authority.certificate())).orThrow();
    assertThat(stamp.check(SUBJECT, only, AT)).isInstanceOf(TimeVerdict.Refused.class);
    TrustAnchors pinned = TrustAnchors.of(List.of(authority.certificate())).orThrow();
    assertThat(stamp.check(SUBJECT, pinned, AT)).isInstanceOf(TimeVerdict.Stamped.class);
  }

  @Test
  void refusesAStampFromOutsideTheCertificatesTime() {
    TestAuthority authority = open(Signing.ECDSA_P256);
    for (Instant at : List.of(FROM.minusSeconds(1), UNTIL.plusSeconds(1))) {
      assertThat(
              authority
                  .stamp(query(HashAlgorithm.SHA_256), at)
                  .check(SUBJECT, roots(authority), at))
          .as(at.toString())
          .isInstanceOf(TimeVerdict.Refused.class);
    }
  }

  @Test
  void takesOnlyTheAnswerToItsQuestion() {
    TestAuthority authority = open(Signing.ECDSA_P256);
    TimeStampQuery query = query(HashAlgorithm.SHA_256);
    byte[] answer = authority.answer(query.der(), AT);
    assertThat(TimeStamp.answer(answer, query).found()).isPresent();
    for (TimeStampQuery other :
        List.of(
            TimeStampQuery.of(HashAlgorithm.SHA_256, SUBJECT, NONCE.subtract(BigInteger.ONE)),
            TimeStampQuery.of(HashAlgorithm.SM3, SUBJECT, NONCE),
            TimeStampQuery.of(HashAlgorithm.SHA_256, new byte[0], NONCE),
            new TimeStampQuery(
                HashAlgorithm.SHA_256,
                query.imprint(),
                Optional.of(NONCE),
                Optional.of("1.2.3.4.2")))) {
      assertThat(TimeStamp.answer(answer, other).refusal().orElseThrow().code())
          .isEqualTo("time-answer");
    }
    TimeStampQuery plain =
        new TimeStampQuery(
            HashAlgorithm.SHA_256, query.imprint(), Optional.empty(), Optional.empty());
    byte[] bare = authority.answer(plain.der(), AT);
    assertThat(TimeStamp.answer(bare, plain).found()).isPresent();
    assertThat(TimeStamp.answer(bare, query).refusal()).isPresent();
  }

  /// SHA-384 is none that this authority takes.
  @Test
  void tellsWhatTheAuthorityRefused() {
    TimeStampQuery query = query(HashAlgorithm.SHA_384);
    byte[] answer = open(Signing.ECDSA_P256).answer(query.der(), AT);
    assertThat(TimeStamp.answer(answer, query).refusal().orElseThrow().line())
        .contains("The authority did not grant a time stamp")
        .contains("status 2");
  }

  @Test
  void endsWithoutHarmOnDamagedAnswers() {
    TimeStampQuery query = query(HashAlgorithm.SHA_256);
    byte[] answer = open(Signing.SM2).answer(query.der(), AT);
    for (int length = 0; length < answer.length; length++) {
      assertThat(TimeStamp.answer(Arrays.copyOf(answer, length), query).refusal()).isPresent();
    }
    for (int at = 0; at < answer.length; at++) {
      byte[] changed = answer.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      assertThat(TimeStamp.answer(changed, query)).isNotNull();
    }
  }
}
