package org.zhiheng.ledger.time;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/// A way from a signer's certificate to an anchor, every certificate on it valid at one time.
///
/// Source: RFC 5280, section 6, without revocation. Stricter in two: the anchor's own dates count,
/// and no certificate below it may be signed over SHA-1 or an older hash.
///
/// @param anchor where it ends
/// @param ends the first end of a certificate on it, the anchor's too; that second is included
record TrustWay(X509Certificate anchor, Instant ends) {

  /// Hashes that nobody should have signed a certificate with; by their names in algorithms.
  private static final Set<String> BROKEN = Set.of("MD2", "MD4", "MD5", "SHA1");

  /// Certificates between the signer and the anchor.
  private static final int BETWEEN_MAX = 6;

  /// The way that lasts longest.
  ///
  /// @param brought certificates that came with the token: believed in nothing
  static Optional<TrustWay> longest(
      X509Certificate signer,
      List<X509CertificateHolder> brought,
      TrustAnchors anchors,
      Instant at) {
    List<X509Certificate> known = new ArrayList<>(anchors.hints());
    known.add(signer);
    // one that is damaged helps nobody
    brought.forEach(holder -> readable(holder).ifPresent(known::add));
    return anchors.anchors().stream()
        .filter(anchor -> !at.isBefore(anchor.getNotBefore().toInstant()))
        .flatMap(anchor -> to(anchor, signer, known, at).stream())
        .filter(way -> !at.isAfter(way.ends()))
        .max(Comparator.comparing(TrustWay::ends));
  }

  private static Optional<TrustWay> to(
      X509Certificate anchor, X509Certificate signer, List<X509Certificate> known, Instant at) {
    if (anchor.equals(signer)) {
      return Optional.of(new TrustWay(anchor, end(anchor)));
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(signer);
      PKIXBuilderParameters parameters =
          new PKIXBuilderParameters(Set.of(new TrustAnchor(anchor, null)), target);
      parameters.setDate(Date.from(at));
      parameters.setRevocationEnabled(false);
      parameters.setMaxPathLength(BETWEEN_MAX);
      parameters.addCertStore(
          CertStore.getInstance(
              "Collection", new CollectionCertStoreParameters(known), TrustAnchors.LIBRARY));
      Instant ends = end(anchor);
      for (Certificate one :
          CertPathBuilder.getInstance("PKIX", TrustAnchors.LIBRARY)
              .build(parameters)
              .getCertPath()
              .getCertificates()) {
        X509Certificate certificate = (X509Certificate) one;
        if (broken(certificate)) {
          return Optional.empty();
        }
        ends = ends.isBefore(end(certificate)) ? ends : end(certificate);
      }
      return Optional.of(new TrustWay(anchor, ends));
    } catch (CertPathBuilderException | InvalidAlgorithmParameterException none) {
      return Optional.empty();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("the library builds ways of X.509", absent);
    }
  }

  /// A certificate as the way is built of; empty when it is damaged.
  static Optional<X509Certificate> readable(X509CertificateHolder holder) {
    try {
      return Optional.of(
          new JcaX509CertificateConverter()
              .setProvider(TrustAnchors.LIBRARY)
              .getCertificate(holder));
    } catch (CertificateException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static boolean broken(X509Certificate certificate) {
    String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT).replace("-", "");
    return BROKEN.stream().anyMatch(algorithm::startsWith);
  }

  private static Instant end(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant();
  }
}
