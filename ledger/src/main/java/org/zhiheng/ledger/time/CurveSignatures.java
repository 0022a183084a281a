package org.zhiheng.ledger.time;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/// How the signature of a message is computed when its key is on a curve: ECDSA and SM2.
///
/// The library's own way computes each signature of ECDSA twice, once of the bytes and once of
/// their hash, for the sake of certain devices; this one computes it once. All else that is checked
/// of a message stays the library's.
final class CurveSignatures implements ContentVerifierProvider {

  private final X509CertificateHolder certificate;
  private final ECPublicKey key;

  private CurveSignatures(X509CertificateHolder certificate, ECPublicKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /// What the library checks a message with.
  ///
  /// @param key of the certificate
  static SignerInformationVerifier verifier(X509CertificateHolder certificate, ECPublicKey key) {
    return new SignerInformationVerifier(
        // the algorithms of curves name their hash themselves
        (_, signing) -> signing.getAlgorithm().getId(),
        name -> new AlgorithmIdentifier(new ASN1ObjectIdentifier(name)),
        new CurveSignatures(certificate, key),
        new BcDigestCalculatorProvider());
  }

  @Override
  public boolean hasAssociatedCertificate() {
    return true;
  }

  @Override
  public X509CertificateHolder getAssociatedCertificate() {
    return certificate;
  }

  @Override
  public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
    try {
      Signature signature =
          Signature.getInstance(algorithm.getAlgorithm().getId(), TrustAnchors.LIBRARY);
      signature.initVerify(key);
      return new Computed(algorithm, signature);
    } catch (GeneralSecurityException other) {
      throw new OperatorCreationException(
          "no signature of a curve: " + algorithm.getAlgorithm().getId(), other);
    }
  }

  /// One signature. For one thread.
  private static final class Computed extends OutputStream implements ContentVerifier {
    private final AlgorithmIdentifier algorithm;
    private final Signature signature;

    private Computed(AlgorithmIdentifier algorithm, Signature signature) {
      this.algorithm = algorithm;
      this.signature = signature;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
      return this;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      try {
        signature.update(bytes, from, count);
      } catch (SignatureException unready) {
        throw new IllegalStateException("the signature was begun", unready);
      }
    }

    @Override
    public boolean verify(byte[] expected) {
      try {
        return signature.verify(expected);
      } catch (SignatureException malformed) {
        return false;
      }
    }
  }
}
