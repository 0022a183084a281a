package org.zhiheng.contracts.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.ledger.TestAuthority.Signing;
import org.zhiheng.ledger.time.HashAlgorithm;
import org.zhiheng.ledger.time.TimeStamp;
import org.zhiheng.ledger.time.TimeStampQuery;

/// What OpenSSL says of the tokens that we check: the commands are those of docs/formats/time.md.
/// Not run where it is not installed.
final class TimeInterop {

  private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
  private static final byte[] SUBJECT = "a checkpoint\n".getBytes(StandardCharsets.US_ASCII);

  /// A verification takes a hundredth of a second; a machine may be busy.
  private static final long WAIT_SECONDS = 60;

  @TempDir private Path folder;

  @BeforeAll
  static void isInstalled() throws Exception {
    boolean found;
    try {
      found = run(Path.of("."), List.of("openssl", "version")).code() == 0;
    } catch (IOException absent) {
      found = false;
    }
    if (!found) {
      System.out.println("NOT RUN: openssl is not installed");
    }
    Assumptions.assumeTrue(found, "NOT RUN: openssl is not installed");
  }

  private record Ran(int code, String said) {}

  private static Ran run(Path in, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), said);
  }

  private Ran openssl(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    return run(folder, command);
  }

  private static TestAuthority authority(Signing signing) {
    return TestAuthority.open(
        signing,
        "Interop",
        Instant.parse("2026-01-01T00:00:00Z"),
        Instant.parse("2028-01-01T00:00:00Z"),
        1);
  }

  private static byte[] pem(String kind, byte[] der) {
    return ("-----BEGIN "
            + kind
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + kind
            + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void opensslTakesOurTokensOfEcdsaByEitherHash() throws Exception {
    TestAuthority authority = authority(Signing.ECDSA_P256);
    Files.write(folder.resolve("root.pem"), pem("CERTIFICATE", authority.root()));
    Files.write(folder.resolve("subject"), SUBJECT);
    Files.write(folder.resolve("other"), new byte[] {1});
    for (HashAlgorithm algorithm : List.of(HashAlgorithm.SHA_256, HashAlgorithm.SM3)) {
      TimeStampQuery query = TimeStampQuery.of(algorithm, SUBJECT, BigInteger.valueOf(77));
      Files.write(folder.resolve("query.tsq"), query.der());
      Files.write(folder.resolve("reply.tsr"), authority.answer(query.der(), AT));
      Files.write(folder.resolve("token.der"), authority.stamp(query, AT).token().bytes());
      String when = Long.toString(AT.getEpochSecond());
      assertThat(
              openssl(
                      "ts",
                      "-verify",
                      "-data",
                      "subject",
                      "-in",
                      "token.der",
                      "-token_in",
                      "-CAfile",
                      "root.pem",
                      "-attime",
                      when)
                  .said())
          .contains("Verification: OK");
      assertThat(
              openssl(
                      "ts",
                      "-verify",
                      "-queryfile",
                      "query.tsq",
                      "-in",
                      "reply.tsr",
                      "-CAfile",
                      "root.pem",
                      "-attime",
                      when)
                  .said())
          .contains("Verification: OK");
      assertThat(
              openssl(
                      "ts",
                      "-verify",
                      "-data",
                      "other",
                      "-in",
                      "token.der",
                      "-token_in",
                      "-CAfile",
                      "root.pem",
                      "-attime",
                      when)
                  .code())
          .isNotZero();
    }
  }

  /// `openssl ts` knows no tokens of SM2 (3.0); the signature and the hash it does.
  @Test
  void opensslTakesOurSignaturesOfSm2() throws Exception {
    TestAuthority authority = authority(Signing.SM2);
    TimeStamp stamp =
        authority.stamp(TimeStampQuery.of(HashAlgorithm.SM3, SUBJECT, BigInteger.valueOf(77)), AT);
    SignerInformation signer =
        new CMSSignedData(stamp.token().bytes()).getSignerInfos().getSigners().iterator().next();
    Files.write(folder.resolve("signed"), signer.getEncodedSignedAttributes());
    Files.write(folder.resolve("signature"), signer.getSignature());
    Files.write(
        folder.resolve("key.pem"),
        pem(
            "PUBLIC KEY",
            new X509CertificateHolder(authority.certificate())
                .getSubjectPublicKeyInfo()
                .getEncoded()));
    assertThat(sm2("signed").said()).contains("Signature Verified Successfully");
    byte[] other = signer.getEncodedSignedAttributes();
    other[other.length - 1] ^= 1;
    Files.write(folder.resolve("other"), other);
    assertThat(sm2("other").code()).isNotZero();
    Files.write(folder.resolve("subject"), SUBJECT);
    assertThat(openssl("dgst", "-sm3", "-r", "subject").said()).startsWith(stamp.imprint().hex());
  }

  private Ran sm2(String signed) throws IOException, InterruptedException {
    return openssl(
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        "key.pem",
        "-rawin",
        "-digest",
        "sm3",
        "-in",
        signed,
        "-sigfile",
        "signature",
        "-pkeyopt",
        "distid:1234567812345678");
  }
}
