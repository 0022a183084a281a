package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.ledger.note.Sm2Key;

/// OpenSSL, which shares no code with ours, takes the certificate and the second signature. Its
/// `cms` cannot check SM2 as of 3.0, so what was signed is taken out of the CMS for its `pkeyutl`.
final class SecondSignatureIT {

  private static final String USER = "distid:1234567812345678";

  private record Ran(int exit, String said) {}

  private static Ran openssl(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), said);
  }

  private static boolean there(Path folder) throws InterruptedException {
    try {
      return openssl(folder, "dgst", "-sm3", "/dev/null").exit() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  @Test
  void opensslTakesCertificateAndSignature(@TempDir Path folder)
      throws IOException, InterruptedException, CMSException {
    assumeTrue(there(folder), "openssl with SM3 is not there");
    Sm2Key key = new Sm2Key("second", new BigInteger("123456789"), new SecureRandom());
    byte[] certificate =
        Sm2Certificate.selfSigned(
            key,
            "deposits.example.cn",
            BigInteger.valueOf(77),
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2046-01-01T00:00:00Z"));
    byte[] manifest = Statements.deposit(List.of()).bytes();
    SignerInformation signer =
        new CMSSignedData(Sm2Signature.sign(key, certificate, manifest))
            .getSignerInfos()
            .getSigners()
            .iterator()
            .next();
    Files.write(folder.resolve("c.der"), certificate);
    Files.write(folder.resolve("manifest"), manifest);
    Files.write(folder.resolve("signed"), signer.getEncodedSignedAttributes());
    Files.write(folder.resolve("signature"), signer.getSignature());

    assertThat(openssl(folder, "x509", "-inform", "DER", "-in", "c.der", "-out", "c.pem").exit())
        .isZero();
    Ran subject = openssl(folder, "x509", "-in", "c.pem", "-noout", "-subject");
    assertThat(subject.said()).contains("deposits.example.cn");
    Files.writeString(
        folder.resolve("public.pem"),
        openssl(folder, "x509", "-in", "c.pem", "-noout", "-pubkey").said());
    assertThat(checked(folder, "signed", "signature").said())
        .contains("Signature Verified Successfully");
    // what it gave itself: its "verify" knows the user's id for other certificates only
    X509CertificateHolder own = new X509CertificateHolder(certificate);
    Files.write(folder.resolve("own"), own.toASN1Structure().getTBSCertificate().getEncoded());
    Files.write(folder.resolve("own.signature"), own.getSignature());
    assertThat(checked(folder, "own", "own.signature").said())
        .contains("Signature Verified Successfully");
    String digest = openssl(folder, "dgst", "-sm3", "manifest").said().strip();
    byte[] stated =
        ASN1OctetString.getInstance(
                signer
                    .getSignedAttributes()
                    .get(CMSAttributes.messageDigest)
                    .getAttrValues()
                    .getObjectAt(0))
            .getOctets();
    assertThat(digest).endsWith("= " + HexFormat.of().formatHex(stated));

    byte[] changed = signer.getEncodedSignedAttributes();
    changed[changed.length - 1] ^= 1;
    Files.write(folder.resolve("signed"), changed);
    assertThat(checked(folder, "signed", "signature").exit()).isNotZero();
  }

  private static Ran checked(Path folder, String signed, String signature)
      throws IOException, InterruptedException {
    return openssl(
        folder,
        "pkeyutl",
        "-verify",
        "-rawin",
        "-digest",
        "sm3",
        "-pkeyopt",
        USER,
        "-pubin",
        "-inkey",
        "public.pem",
        "-in",
        signed,
        "-sigfile",
        signature);
  }
}
