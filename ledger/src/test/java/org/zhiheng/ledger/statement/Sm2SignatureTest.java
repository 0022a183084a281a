package org.zhiheng.ledger.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.zhiheng.ledger.note.Sm2Key;

final class Sm2SignatureTest {

  private static final Sm2Key KEY = Statements.sm2("deposits.example.cn");
  private static final byte[] CERTIFICATE = Statements.certificate(KEY, "deposits.example.cn");
  private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  @Test
  void holdsOverWhatWasSigned() {
    byte[] cms = Sm2Signature.sign(KEY, CERTIFICATE, PAYLOAD);
    Sm2Signature checked = Sm2Signature.check(cms, PAYLOAD).orThrow();
    assertThat(checked.subject()).isEqualTo("CN=deposits.example.cn");
    assertThat(checked.certificate()).isEqualTo(Octets.of(CERTIFICATE));
    assertThat(Sm2Signature.check(cms, "{\"a\":2}".getBytes(StandardCharsets.UTF_8)).refusal())
        .isPresent();
  }

  /// The library's own verifier, through the JCA, which our check does not use.
  @Test
  void isACmsThatAnotherVerifierTakes() throws Exception {
    byte[] cms = Sm2Signature.sign(KEY, CERTIFICATE, PAYLOAD);
    BouncyCastleProvider provider = new BouncyCastleProvider();
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .setProvider(provider)
            .getCertificate(new X509CertificateHolder(CERTIFICATE));
    SignerInformation signer =
        new CMSSignedData(new CMSProcessableByteArray(PAYLOAD), cms)
            .getSignerInfos()
            .getSigners()
            .iterator()
            .next();
    assertThat(
            signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder().setProvider(provider).build(certificate)))
        .isTrue();
  }

  /// Each bit changed, one at a time. Where the change is in the certificate only, it stays a
  /// signature by the same key; it must then not read as the same certificate.
  @Test
  void noBitCanBeChangedUnseen() {
    byte[] cms = Sm2Signature.sign(KEY, CERTIFICATE, PAYLOAD);
    for (int at = 0; at < cms.length; at++) {
      byte[] changed = cms.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      assertThat(
              Sm2Signature.check(changed, PAYLOAD)
                  .found()
                  .filter(read -> read.certificate().equals(Octets.of(CERTIFICATE))))
          .as("byte " + at)
          .isEmpty();
    }
    for (int length = 0; length < cms.length; length++) {
      assertThat(Sm2Signature.check(Arrays.copyOf(cms, length), PAYLOAD).refusal()).isPresent();
    }
    assertThat(Sm2Signature.check(Arrays.copyOf(cms, cms.length + 1), PAYLOAD).refusal())
        .isPresent();
  }

  @Test
  void refusesAsn1WithoutEnd() {
    byte[] deep = HexFormat.of().parseHex("3080".repeat(30_000));
    assertThat(Sm2Signature.check(deep, PAYLOAD).refusal()).isPresent();
    assertThat(Sm2Signature.check(new byte[0], PAYLOAD).refusal()).isPresent();
  }

  @Test
  void asksForTheKeysOwnCertificate() {
    Sm2Key other = new Sm2Key("other", BigInteger.TWO, new SecureRandom());
    assertThatThrownBy(() -> Sm2Signature.sign(other, CERTIFICATE, PAYLOAD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
