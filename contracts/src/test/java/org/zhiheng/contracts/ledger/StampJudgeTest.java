package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.bundle.Finding;
import org.zhiheng.ledger.bundle.StampJudge;
import org.zhiheng.ledger.bundle.TimeCheck;
import org.zhiheng.ledger.bundle.Trust;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeStampQuery;

/// One judge for many bundles: what it remembers of certificates makes it believe nobody more.
final class StampJudgeTest {

  private static final Instant AT = Instant.parse("2026-11-29T08:00:00Z");
  private static final byte[] SUBJECT = "a checkpoint".getBytes(StandardCharsets.US_ASCII);

  private final StampJudge judge = new StampJudge(AT);

  private static TestAuthority authority(Signing signing, long seed) {
    return TestAuthority.open(
        signing,
        "Time Authority",
        Instant.parse("2026-01-01T00:00:00Z"),
        Instant.parse("2029-01-01T00:00:00Z"),
        seed);
  }

  private static Trust trust(TestAuthority... authorities) {
    return new Trust(
        List.of(),
        List.of(),
        List.of(),
        Arrays.stream(authorities).map(one -> Octets.of(one.root())).toList());
  }

  private static Octets token(TestAuthority authority, HashAlgorithm algorithm, byte[] subject) {
    return authority.stamp(TimeStampQuery.of(algorithm, subject, BigInteger.ONE), AT).token();
  }

  private Finding check(Octets sha256, Octets sm3, Trust trust) {
    return judge.check(
        new TimeCheck.Subject(
            Octets.of(SUBJECT),
            new BundleParts.Stamps(Optional.of(sha256), Optional.of(sm3), Optional.empty()),
            new TreeMap<>(),
            Optional.of(trust)));
  }

  @Test
  void takesEachTrustAsItIsGiven() {
    TestAuthority west = authority(Signing.ECDSA_P256, 1);
    TestAuthority east = authority(Signing.SM2, 2);
    // of the same names as the others, with other keys
    TestAuthority imposter = authority(Signing.SM2, 3);
    Octets sha256 = token(west, HashAlgorithm.SHA_256, SUBJECT);
    Octets sm3 = token(east, HashAlgorithm.SM3, SUBJECT);
    for (int round = 0; round < 3; round++) {
      assertThat(check(sha256, sm3, trust(west, east)).result()).isEqualTo(Verdict.Result.PASSED);
      assertThat(check(sha256, sm3, trust(west, imposter)).result())
          .isEqualTo(Verdict.Result.FAILED);
      assertThat(check(sha256, sm3, trust(west)).result()).isEqualTo(Verdict.Result.FAILED);
      assertThat(check(sha256, sm3, trust()).result()).isEqualTo(Verdict.Result.ABSENT);
    }
  }

  /// The same authorities again, whose certificates it knows by then.
  @Test
  void refusesAFalseStampAmongGoodOnes() {
    TestAuthority west = authority(Signing.RSA, 1);
    TestAuthority east = authority(Signing.SM2, 2);
    Trust trust = trust(west, east);
    Octets sha256 = token(west, HashAlgorithm.SHA_256, SUBJECT);
    Octets sm3 = token(east, HashAlgorithm.SM3, SUBJECT);
    byte[] changed = sm3.bytes();
    changed[changed.length - 1] ^= 1;
    byte[] other = {1, 2, 3};
    for (int round = 0; round < 3; round++) {
      assertThat(check(sha256, sm3, trust).result()).isEqualTo(Verdict.Result.PASSED);
      assertThat(check(sha256, Octets.of(changed), trust).result())
          .isEqualTo(Verdict.Result.FAILED);
      assertThat(check(token(west, HashAlgorithm.SHA_256, other), sm3, trust).result())
          .isEqualTo(Verdict.Result.FAILED);
    }
  }

  @Test
  void refusesAStampUnderAnotherHashsName() {
    TestAuthority west = authority(Signing.ECDSA_P256, 1);
    Octets sha256 = token(west, HashAlgorithm.SHA_256, SUBJECT);
    Octets sm3 = token(west, HashAlgorithm.SM3, SUBJECT);
    assertThat(check(sha256, sm3, trust(west)).result()).isEqualTo(Verdict.Result.PASSED);
    for (Finding wrong :
        List.of(check(sm3, sha256, trust(west)), check(sha256, sha256, trust(west)))) {
      assertThat(wrong)
          .isEqualTo(
              new Finding(
                  Verdict.Result.FAILED, "A time stamp is over another hash than its name says."));
    }
  }
}
