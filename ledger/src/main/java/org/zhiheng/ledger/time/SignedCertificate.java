package org.zhiheng.ledger.time;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Principal;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.jcajce.interfaces.BCX509Certificate;

/// A certificate that the library may judge a way by without computing the signature on it again:
/// it was found to hold under one key. Under every other key it is computed as ever.
///
/// All else is the certificate's own word. A signature is by far the dearest step on a way, and the
/// search for one has just taken it.
final class SignedCertificate extends X509Certificate implements BCX509Certificate {

  private static final long serialVersionUID = 1L;

  private final X509Certificate certificate;
  private final PublicKey under;

  /// @param certificate as the library read it
  /// @param under the key that the signature on it was computed with, and held
  SignedCertificate(X509Certificate certificate, PublicKey under) {
    this.certificate = certificate;
    this.under = under;
  }

  @Override
  public void verify(PublicKey key)
      throws CertificateException,
          NoSuchAlgorithmException,
          InvalidKeyException,
          NoSuchProviderException,
          SignatureException {
    if (!key.equals(under)) {
      certificate.verify(key);
    }
  }

  @Override
  public void verify(PublicKey key, String provider)
      throws CertificateException,
          NoSuchAlgorithmException,
          InvalidKeyException,
          NoSuchProviderException,
          SignatureException {
    if (!key.equals(under)) {
      certificate.verify(key, provider);
    }
  }

  @Override
  public void verify(PublicKey key, Provider provider)
      throws CertificateException,
          NoSuchAlgorithmException,
          InvalidKeyException,
          SignatureException {
    if (!key.equals(under)) {
      certificate.verify(key, provider);
    }
  }

  /// Nothing here has a clock.
  ///
  /// @throws UnsupportedOperationException always
  @Override
  public void checkValidity() {
    throw new UnsupportedOperationException("whether a certificate is valid is asked of a date");
  }

  @Override
  public void checkValidity(Date date)
      throws CertificateExpiredException, CertificateNotYetValidException {
    certificate.checkValidity(date);
  }

  @Override
  public int getVersion() {
    return certificate.getVersion();
  }

  @Override
  public BigInteger getSerialNumber() {
    return certificate.getSerialNumber();
  }

  @Override
  @SuppressWarnings("deprecation") // the library's own class for names has no other way to it
  public Principal getIssuerDN() {
    return certificate.getIssuerDN();
  }

  @Override
  @SuppressWarnings("deprecation") // as above
  public Principal getSubjectDN() {
    return certificate.getSubjectDN();
  }

  @Override
  public X500Principal getIssuerX500Principal() {
    return certificate.getIssuerX500Principal();
  }

  @Override
  public X500Principal getSubjectX500Principal() {
    return certificate.getSubjectX500Principal();
  }

  @Override
  public X500Name getIssuerX500Name() {
    return getTBSCertificateNative().getIssuer();
  }

  @Override
  public X500Name getSubjectX500Name() {
    return getTBSCertificateNative().getSubject();
  }

  @Override
  public TBSCertificate getTBSCertificateNative() {
    if (certificate instanceof BCX509Certificate own) {
      return own.getTBSCertificateNative();
    }
    try {
      return TBSCertificate.getInstance(certificate.getTBSCertificate());
    } catch (CertificateEncodingException damaged) {
      throw new IllegalStateException("the certificate was read, and cannot be written", damaged);
    }
  }

  @Override
  public Date getNotBefore() {
    return certificate.getNotBefore();
  }

  @Override
  public Date getNotAfter() {
    return certificate.getNotAfter();
  }

  @Override
  public byte[] getTBSCertificate() throws CertificateEncodingException {
    return certificate.getTBSCertificate();
  }

  @Override
  public byte[] getSignature() {
    return certificate.getSignature();
  }

  @Override
  public String getSigAlgName() {
    return certificate.getSigAlgName();
  }

  @Override
  public String getSigAlgOID() {
    return certificate.getSigAlgOID();
  }

  @Override
  public byte[] getSigAlgParams() {
    return certificate.getSigAlgParams();
  }

  @Override
  public boolean[] getIssuerUniqueID() {
    return certificate.getIssuerUniqueID();
  }

  @Override
  public boolean[] getSubjectUniqueID() {
    return certificate.getSubjectUniqueID();
  }

  @Override
  public boolean[] getKeyUsage() {
    return certificate.getKeyUsage();
  }

  @Override
  public List<String> getExtendedKeyUsage() throws CertificateParsingException {
    return certificate.getExtendedKeyUsage();
  }

  @Override
  public Collection<List<?>> getSubjectAlternativeNames() throws CertificateParsingException {
    return certificate.getSubjectAlternativeNames();
  }

  @Override
  public Collection<List<?>> getIssuerAlternativeNames() throws CertificateParsingException {
    return certificate.getIssuerAlternativeNames();
  }

  @Override
  public int getBasicConstraints() {
    return certificate.getBasicConstraints();
  }

  @Override
  public boolean hasUnsupportedCriticalExtension() {
    return certificate.hasUnsupportedCriticalExtension();
  }

  @Override
  public Set<String> getCriticalExtensionOIDs() {
    return certificate.getCriticalExtensionOIDs();
  }

  @Override
  public Set<String> getNonCriticalExtensionOIDs() {
    return certificate.getNonCriticalExtensionOIDs();
  }

  @Override
  public byte[] getExtensionValue(String oid) {
    return certificate.getExtensionValue(oid);
  }

  @Override
  public PublicKey getPublicKey() {
    return certificate.getPublicKey();
  }

  @Override
  public byte[] getEncoded() throws CertificateEncodingException {
    return certificate.getEncoded();
  }

  @Override
  public String toString() {
    return certificate.toString();
  }
}
