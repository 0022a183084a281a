package org.zhiheng.ledger.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.Vectors;
import org.zhiheng.values.Parsed;

/// Time stamps that others made. Their anchors are taken out of the tokens themselves, so that
/// these tests show that a token agrees with its own certificates; that the authority is whom it
/// says, they cannot show. The bytes that were stamped are mostly not there either, only their
/// hash.
final class TimeStampVectorsTest {

  private static final List<String> SETS =
      List.of("rfc3161-dss", "rfc4998-ers-bsi", "sigstore-java-samples");

  /// What is refused, and the words of the refusal.
  private static final Map<String, String> REFUSED =
      Map.of(
          "tst-two-refs.tst",
          "has version 1 with a signature of version 1",
          "sigstore_tsa_response_invalid.tsr",
          "one ASN.1 value of moderate depth, whole",
          // 64 letters of hexadecimal, said to be the 32 bytes of a SHA-256
          "sigstore_tsa_response_with_embedded_certs.tsr",
          "as many bytes as its algorithm gives",
          "sigstore_tsa_response_without_embedded_certs.tsr",
          "as many bytes as its algorithm gives");

  /// What says nothing without a certificate from elsewhere, and the file that has it.
  private static final Map<String, String> BARE =
      Map.of(
          "sigstage_tsa_response_without_embedded_certs.tsr",
          "sigstage_tsa_response_with_embedded_certs.tsr");

  /// When each was made, as `openssl ts -reply -text` prints it.
  private static final Map<String, Instant> TIMES =
      Map.ofEntries(
          Map.entry("d-trust.tsr", Instant.parse("2018-05-23T13:18:29Z")),
          Map.entry("timestamp.tst", Instant.parse("2018-05-23T13:18:29Z")),
          Map.entry("archive_timestamp.tst", Instant.parse("2016-11-28T13:16:26.266Z")),
          Map.entry("disig.tst", Instant.parse("2019-04-12T09:00:32.613Z")),
          Map.entry("tst_with_broken_ocsp.tst", Instant.parse("2016-12-27T18:25:02.353Z")),
          Map.entry("BIN_ER.ers.0.0.tsr", Instant.parse("2017-02-10T14:07:52.500Z")),
          Map.entry("BIN_ER.ers.0.1.tsr", Instant.parse("2017-02-10T14:08:40.500Z")),
          Map.entry("BIN_ER.ers.1.0.tsr", Instant.parse("2017-02-10T14:09:36.500Z")),
          Map.entry("freetsa_response.tsr", Instant.parse("2025-05-02T13:21:07Z")),
          Map.entry(
              "sigstage_tsa_response_with_embedded_certs.tsr",
              Instant.parse("2025-05-28T15:15:55Z")),
          Map.entry(
              "sigstage_tsa_response_without_embedded_certs.tsr",
              Instant.parse("2025-05-28T15:17:58Z")));

  private static List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String set : SETS) {
      Optional<Path> folder = Vectors.folder(set);
      Assumptions.assumeTrue(folder.isPresent(), "NOT RUN: " + set);
      files.addAll(Vectors.files(folder.get(), ".tsr"));
      files.addAll(Vectors.files(folder.get(), ".tst"));
    }
    return files;
  }

  /// A token, or the one in an answer.
  private static Parsed<TimeStamp> read(byte[] bytes) {
    Parsed<TimeStamp> token = TimeStamp.parse(bytes);
    if (token.found().isPresent()) {
      return token;
    }
    try {
      return TimeStamp.parse(TimeStampResp.getInstance(bytes).getTimeStampToken().getEncoded());
    } catch (IllegalArgumentException | IOException neither) {
      return token;
    }
  }

  /// Every certificate that the token brings but the signer's; the signer's where it stands alone.
  static TrustAnchors brought(TimeStamp stamp) {
    List<byte[]> found = new ArrayList<>();
    try {
      for (X509CertificateHolder one : stamp.certificates()) {
        if (stamp.certificates().size() == 1 || !stamp.signer().getSID().match(one)) {
          found.add(one.getEncoded());
        }
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return TrustAnchors.of(found).orThrow();
  }

  @Test
  void eachAgreesWithItsCertificatesOrIsListed() {
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThanOrEqualTo(20);
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      Parsed<TimeStamp> read = read(Vectors.bytes(file));
      if (read.refusal().isPresent()) {
        assertThat(read.refusal().get().reason()).as(name).contains(REFUSED.get(name));
        continue;
      }
      TimeStamp stamp = read.orThrow();
      TrustAnchors anchors =
          BARE.containsKey(name)
              ? brought(read(Vectors.bytes(file.resolveSibling(BARE.get(name)))).orThrow())
              // this one brings two certificates of one name: the other is no root
              : name.equals("disig.tst") ? own(stamp) : brought(stamp);
      TimeVerdict verdict = stamp.checkHash(stamp.imprint(), anchors, stamp.at().plusSeconds(60));
      if (REFUSED.containsKey(name)) {
        assertThat(verdict).as(name).isInstanceOf(TimeVerdict.Refused.class);
        assertThat(verdict.reason()).as(name).contains(REFUSED.get(name));
        continue;
      }
      assertThat(verdict).as(name).isInstanceOf(TimeVerdict.Stamped.class);
      assertThat(stamp.at()).as(name).isEqualTo(TIMES.get(name));
    }
  }

  private static TrustAnchors own(TimeStamp stamp) {
    List<byte[]> found = new ArrayList<>();
    try {
      for (X509CertificateHolder one : stamp.certificates()) {
        found.add(one.getEncoded());
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return TrustAnchors.of(found).orThrow();
  }

  private static Optional<TimeStamp> named(String name) {
    return files().stream()
        .filter(file -> String.valueOf(file.getFileName()).equals(name))
        .findFirst()
        .map(file -> read(Vectors.bytes(file)).orThrow());
  }

  /// `printf 'test\n' | sha256sum` gives f2ca1bb6…26fd2, the hash in this token.
  @Test
  void oneIsCheckedFromTheBytesThemselves() {
    TimeStamp stamp = named("sigstage_tsa_response_with_embedded_certs.tsr").orElseThrow();
    byte[] subject = "test\n".getBytes(StandardCharsets.US_ASCII);
    TimeVerdict verdict = stamp.check(subject, brought(stamp), stamp.at());
    assertThat(verdict.reason())
        .isEqualTo(
            "The bytes existed on 2025-05-28T15:15:55Z (give or take 1 s): so says sigstore-tsa"
                + " (sigstore.dev), certified under sigstore-tsa (sigstore.dev). This can be"
                + " checked until 2035-03-26T08:14:06Z.");
    assertThat(stamp.check("test".getBytes(StandardCharsets.US_ASCII), brought(stamp), stamp.at()))
        .isInstanceOf(TimeVerdict.Refused.class);
  }

  @Test
  void lapsesWithTheAuthoritysCertificate() {
    TimeStamp stamp = named("d-trust.tsr").orElseThrow();
    Instant end = Instant.parse("2022-06-15T12:49:48Z");
    assertThat(stamp.checkHash(stamp.imprint(), brought(stamp), end))
        .isInstanceOf(TimeVerdict.Stamped.class);
    TimeVerdict after = stamp.checkHash(stamp.imprint(), brought(stamp), end.plusSeconds(1));
    assertThat(after).isInstanceOf(TimeVerdict.Lapsed.class);
    assertThat(after.reason())
        .contains("was right, but its certificates ended on 2022-06-15T12:49:48Z");
  }

  @Test
  void isRefusedUnderAnotherAuthority() {
    TimeStamp stamp = named("d-trust.tsr").orElseThrow();
    TrustAnchors others = brought(named("freetsa_response.tsr").orElseThrow());
    assertThat(stamp.checkHash(stamp.imprint(), others, stamp.at()).reason())
        .startsWith("No way leads from the certificate of D-TRUST TSU 12 2017 (D-Trust GmbH, DE)");
    assertThat(stamp.checkHash(stamp.imprint(), TrustAnchors.of(List.of()).orThrow(), stamp.at()))
        .isInstanceOf(TimeVerdict.Refused.class);
  }

  @Test
  void isRefusedBeforeItWasMade() {
    TimeStamp stamp = named("d-trust.tsr").orElseThrow();
    assertThat(stamp.checkHash(stamp.imprint(), brought(stamp), stamp.at().minusMillis(1)).reason())
        .contains("after the date of checking");
  }

  /// Each byte of one changed. These tokens hold parts that nobody signed; changing one of them may
  /// leave what is told as it was, and never changes it.
  @Test
  void noByteCanBeChangedIntoAnotherTime() {
    // the long ones have whole certificates that nobody needs; every 13th byte of them will do
    Map<String, Integer> steps =
        Map.of("archive_timestamp.tst", 1, "d-trust.tsr", 13, "freetsa_response.tsr", 13);
    for (Map.Entry<String, Integer> one : steps.entrySet()) {
      String name = one.getKey();
      TimeStamp stamp = named(name).orElseThrow();
      TrustAnchors anchors = brought(stamp);
      TimeVerdict told = stamp.checkHash(stamp.imprint(), anchors, stamp.at());
      byte[] token = stamp.token().bytes();
      for (int at = 0; at < token.length; at += one.getValue()) {
        byte[] changed = token.clone();
        changed[at] ^= (byte) (1 << (at % 8));
        Optional<TimeVerdict> verdict =
            TimeStamp.parse(changed)
                .found()
                .map(read -> read.checkHash(stamp.imprint(), anchors, stamp.at()));
        if (verdict.isPresent() && verdict.get() instanceof TimeVerdict.Stamped stamped) {
          assertThat(stamped).as(name + " byte " + at).isEqualTo(told);
        }
      }
    }
  }

  @Test
  void endsWithoutHarmOnWhatIsNoToken() {
    for (String hex : List.of("", "30", "3080", "3000", "30800000", "3003020101", "a000")) {
      assertThat(TimeStamp.parse(HexFormat.of().parseHex(hex)).refusal()).isPresent();
    }
    assertThat(TimeStamp.parse(HexFormat.of().parseHex("3080".repeat(30_000))).refusal())
        .isPresent();
    assertThat(TimeStamp.parse(new byte[TimeStamp.LENGTH_BYTES_MAX + 1]).refusal()).isPresent();
    TimeStamp stamp = named("freetsa_response.tsr").orElseThrow();
    byte[] token = stamp.token().bytes();
    for (int length = 0; length < token.length; length++) {
      assertThat(TimeStamp.parse(Arrays.copyOf(token, length)).refusal()).isPresent();
    }
    assertThat(TimeStamp.parse(Arrays.copyOf(token, token.length + 1)).refusal()).isPresent();
  }
}
