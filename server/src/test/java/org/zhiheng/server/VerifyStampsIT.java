package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.contracts.ledger.TestAuthority;
import org.zhiheng.contracts.ledger.TestAuthority.Flaw;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.bundle.BundleParts;
import org.zhiheng.ledger.bundle.BundleParts.Stamps;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeStampQuery;
import org.zhiheng.server.BesideJava.Given;
import org.zhiheng.server.BesideJava.Said;

/// The page judges time stamps as the verifier does: of every kind of key, under several policies
/// and certificates, on several dates, and when they were changed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VerifyStampsIT {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");
  private static final Instant AT = Instant.parse("2026-11-29T08:00:00.250Z");
  private static final Instant AS_OF = Instant.parse("2026-12-01T00:00:00Z");
  private static final long SEED = 20261130;
  private static final int CHANGES = 100;

  private static final BundleParts HELD = MadeBundles.held();
  private static final byte[] SUBJECT = HELD.entry().stamped().bytes();

  private Optional<BesideJava> beside = Optional.empty();

  @BeforeAll
  void open() {
    beside = BesideJava.open();
  }

  @AfterAll
  void close() {
    beside.ifPresent(BesideJava::close);
  }

  private static TestAuthority authority(Signing signing) {
    return TestAuthority.open(signing, "Authority " + signing, FROM, UNTIL, 1);
  }

  static Octets token(TestAuthority by, HashAlgorithm hash, byte[] subject) {
    return by.stamp(TimeStampQuery.of(hash, subject, BigInteger.TEN), AT).token();
  }

  private static Stamps sha256(Octets token) {
    return new Stamps(Optional.of(token), Optional.empty(), Optional.empty());
  }

  private static Stamps both(Octets sha256, Octets sm3) {
    return new Stamps(Optional.of(sha256), Optional.of(sm3), Optional.empty());
  }

  private static byte[] bundle(Stamps stamps) {
    return MadeBundles.written(MadeBundles.with(HELD, stamps));
  }

  /// With certificates among what the bundle brings.
  private static byte[] bringing(Stamps stamps, String name, byte[] file) {
    return MadeBundles.written(
        MadeBundles.with(
            MadeBundles.with(HELD, stamps),
            new TreeMap<>(java.util.Map.of(name, Octets.of(file)))));
  }

  private static Given trusting(byte[]... certificates) {
    Given given = new Given("", MadeBundles.trust(), AS_OF);
    for (int at = 0; at < certificates.length; at++) {
      given = given.with("authority-" + at + ".der", certificates[at]);
    }
    return given;
  }

  private static byte[] pem(byte[]... certificates) {
    StringBuilder out = new StringBuilder("a bundle of certificates\n");
    for (byte[] one : certificates) {
      out.append("-----BEGIN CERTIFICATE-----\n")
          .append(java.util.Base64.getMimeEncoder().encodeToString(one))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void judgesEveryKindOfKeyUnderEveryTrust() {
    TestAuthority sm2 = authority(Signing.SM2);
    Octets bySm2 = token(sm2, HashAlgorithm.SM3, SUBJECT);
    for (Signing signing : Signing.values()) {
      TestAuthority by = authority(signing);
      Octets token = token(by, HashAlgorithm.SHA_256, SUBJECT);
      Stamps two = both(token, bySm2);
      List<byte[]> bundles =
          List.of(
              bundle(sha256(token)),
              bundle(two),
              bringing(two, "tsa.pem", pem(by.root(), sm2.root())),
              bringing(sha256(token), "tsa.der", by.certificate()),
              bringing(sha256(token), "tsa.crt", "no certificate".getBytes(StandardCharsets.UTF_8)),
              bundle(sha256(token(by, HashAlgorithm.SHA_256, new byte[1]))),
              MadeBundles.written(MadeBundles.with(MadeBundles.erased(HELD), two)));
      Given all = trusting(by.root(), sm2.root());
      List<Given> givens =
          List.of(
              Given.nothing(AS_OF),
              all,
              all.asking(MadeBundles.policy() + "#require time\n"),
              Given.nothing(AS_OF).asking("quorum none\n#require time\n"),
              trusting(),
              trusting(by.certificate()),
              trusting(new byte[] {0x30, 0}),
              trusting(TestAuthority.open(signing, "Authority " + signing, FROM, UNTIL, 2).root()),
              all.on(UNTIL),
              all.on(UNTIL.plusNanos(1)),
              all.on(AT),
              all.on(AT.minusNanos(1)));
      for (Given given : givens) {
        beside.ifPresent(one -> one.same(bundles, given));
      }
      beside.ifPresent(one -> {
        Said passed = one.page(bundles, all).getFirst();
        assertThat(passed.line()).isEqualTo("holds passed passed passed passed absent");
        assertThat(passed.why())
            .contains(
                "time.passed.accuracy 2026-11-29T08:00:00.250Z | Authority "
                    + signing
                    + " (Zhiheng test, CN) | Authority "
                    + signing
                    + " root (Zhiheng test, CN) | 2029-01-01T00:00:00Z | 1")
            .doesNotContain("unvouched");
        assertThat(one.page(bundles, Given.nothing(AS_OF)).get(2).why()).contains("time.unvouched");
      });
    }
  }

  @Test
  void refusesEveryFlaw() {
    for (Signing signing : List.of(Signing.ECDSA_P256, Signing.SM2)) {
      for (Flaw flaw : Flaw.values()) {
        TestAuthority by = TestAuthority.flawed(signing, "Flawed", FROM, UNTIL, flaw, 2);
        List<byte[]> bundles = List.of(bundle(sha256(token(by, HashAlgorithm.SHA_256, SUBJECT))));
        beside.ifPresent(one -> {
          String line = one.same(bundles, trusting(by.root())).getFirst().line();
          assertThat(line.contains("passed passed passed passed"))
              .as(signing + " " + flaw)
              .isEqualTo(flaw == Flaw.NONE);
          one.same(bundles, trusting(by.certificate()));
        });
      }
    }
  }

  @Test
  void oneFalseStampIsWorseThanNone() {
    TestAuthority by = authority(Signing.ECDSA_P256);
    Octets good = token(by, HashAlgorithm.SHA_256, SUBJECT);
    Octets sm3 = token(by, HashAlgorithm.SM3, SUBJECT);
    List<byte[]> bundles =
        List.of(
            bundle(both(good, good)),
            bundle(both(sm3, sm3)),
            bundle(both(good, token(by, HashAlgorithm.SM3, new byte[1]))),
            bundle(both(good, Octets.of(new byte[] {0x30, 0}))),
            bundle(both(Octets.of(new byte[0]), sm3)),
            bundle(sha256(Octets.of(new byte[63_999]))));
    beside.ifPresent(one ->
        assertThat(one.same(bundles, trusting(by.root())))
            .allMatch(said -> said.line().equals("fails passed passed passed failed absent")));
  }

  /// Others write in BER: of the outermost value, a length that is open, and one that is too long.
  @Test
  void readsWhatIsWrittenInBer() {
    TestAuthority by = authority(Signing.ECDSA_P256);
    byte[] token = token(by, HashAlgorithm.SHA_256, SUBJECT).bytes();
    assertThat(token[1]).as("a length of two bytes").isEqualTo((byte) 0x82);
    byte[] open = new byte[token.length];
    open[0] = token[0];
    open[1] = (byte) 0x80;
    System.arraycopy(token, 4, open, 2, token.length - 4);
    byte[] longer = new byte[token.length + 1];
    longer[0] = token[0];
    longer[1] = (byte) 0x83;
    System.arraycopy(token, 2, longer, 3, token.length - 2);
    List<byte[]> bundles =
        List.of(bundle(sha256(Octets.of(open))), bundle(sha256(Octets.of(longer))));
    beside.ifPresent(one ->
        assertThat(one.same(bundles, trusting(by.root())))
            .allMatch(said -> said.line().equals("holds passed passed passed passed absent")));
  }

  @Test
  void noBitOfAStampCanBeChanged() {
    Random random = new Random(SEED);
    for (Signing signing : List.of(Signing.ECDSA_P256, Signing.RSA, Signing.SM2)) {
      TestAuthority by = authority(signing);
      byte[] token = token(by, HashAlgorithm.SHA_256, SUBJECT).bytes();
      List<byte[]> bundles = new ArrayList<>();
      for (int change = 0; change < CHANGES; change++) {
        byte[] bytes = token.clone();
        if (change % 5 == 0) {
          bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        } else {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        bundles.add(bundle(sha256(Octets.of(bytes))));
      }
      beside.ifPresent(one ->
          assertThat(one.same(bundles, trusting(by.root())))
              .as(signing + " of seed " + SEED)
              .allMatch(said -> said.line().equals("fails passed passed passed failed absent")));
    }
  }

  /// Each bit of the bundle, not of its parts: then nothing in it counts.
  @Test
  void noBitOfAStampedBundleCanBeChanged() {
    Random random = new Random(SEED);
    TestAuthority by = authority(Signing.ECDSA_P256);
    byte[] bundle =
        bringing(sha256(token(by, HashAlgorithm.SHA_256, SUBJECT)), "tsa.pem", pem(by.root()));
    List<byte[]> bundles = new ArrayList<>();
    for (int change = 0; change < CHANGES; change++) {
      byte[] bytes = bundle.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      bundles.add(change % 4 == 0 ? Arrays.copyOf(bundle, random.nextInt(bundle.length)) : bytes);
    }
    beside.ifPresent(one ->
        assertThat(one.same(bundles, Given.nothing(AS_OF)))
            .as("of seed " + SEED)
            .allMatch(said -> said.line().equals("refused failed failed failed failed failed")));
  }
}
