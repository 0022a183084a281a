package org.zhiheng.ledger.time;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final int BETWEEN_MAX = 4;

  /// Steps of the search, and ways that are judged: a stranger may send certificates that certify
  /// each other in every order.
  private static final int STEPS_MAX = 20_000;

  private static final int WAYS_MAX = 50;

  /// The way that lasts longest.
  ///
  /// @param brought certificates that came with the token: believed in nothing
  static Optional<TrustWay> longest(
      X509Certificate signer,
      List<X509CertificateHolder> brought,
      TrustAnchors anchors,
      Instant at) {
    List<X509Certificate> between = new ArrayList<>(anchors.hints());
    // one that is damaged helps nobody
    brought.forEach(holder -> readable(holder).ifPresent(between::add));
    return new Search(anchors.anchors(), between)
        .from(signer).stream()
            .flatMap(found -> judged(found, at).stream())
            .filter(way -> !at.isAfter(way.ends()))
            .max(Comparator.comparing(TrustWay::ends));
  }

  /// Certificates of which each signed the one before it, and the anchor that signed the last.
  private record Found(List<X509Certificate> certificates, X509Certificate anchor) {}

  /// Looks for ways by names and signatures alone. Each signature is checked once, so that
  /// certificates in a circle cost steps and nothing more; a library's search would check them on
  /// every way.
  private static final class Search {
    private final List<X509Certificate> anchors;
    private final List<X509Certificate> between;
    private final Map<List<X509Certificate>, Boolean> signed = new HashMap<>();
    private final List<Found> ways = new ArrayList<>();
    private int steps;

    private Search(List<X509Certificate> anchors, List<X509Certificate> between) {
      this.anchors = anchors;
      this.between = between.stream().distinct().toList();
    }

    private List<Found> from(X509Certificate signer) {
      if (anchors.contains(signer)) {
        ways.add(new Found(List.of(), signer));
      }
      follow(List.of(signer));
      return ways;
    }

    /// No deeper than [#BETWEEN_MAX].
    private void follow(List<X509Certificate> way) {
      X509Certificate last = way.getLast();
      for (X509Certificate anchor : anchors) {
        if (ways.size() < WAYS_MAX && signedBy(last, anchor)) {
          ways.add(new Found(way, anchor));
        }
      }
      if (way.size() > BETWEEN_MAX) {
        return;
      }
      for (X509Certificate next : between) {
        if (++steps > STEPS_MAX) {
          return;
        }
        if (!way.contains(next) && signedBy(last, next)) {
          List<X509Certificate> longer = new ArrayList<>(way);
          longer.add(next);
          follow(longer);
        }
      }
    }

    private boolean signedBy(X509Certificate one, X509Certificate other) {
      return one.getIssuerX500Principal().equals(other.getSubjectX500Principal())
          && signed.computeIfAbsent(List.of(one, other), _ -> verified(one, other));
    }

    private static boolean verified(X509Certificate one, X509Certificate other) {
      try {
        one.verify(other.getPublicKey(), TrustAnchors.LIBRARY);
        return true;
      } catch (GeneralSecurityException | RuntimeException no) {
        return false;
      }
    }
  }

  /// Whether each certificate on the way may certify the one before it, and was valid.
  private static Optional<TrustWay> judged(Found found, Instant at) {
    X509Certificate anchor = found.anchor();
    if (at.isBefore(anchor.getNotBefore().toInstant())
        || found.certificates().stream().anyMatch(TrustWay::broken)) {
      return Optional.empty();
    }
    try {
      if (!found.certificates().isEmpty()) {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX", TrustAnchors.LIBRARY)
            .validate(
                CertificateFactory.getInstance("X.509", TrustAnchors.LIBRARY)
                    .generateCertPath(found.certificates()),
                parameters);
      }
    } catch (CertPathValidatorException
        | CertificateException
        | InvalidAlgorithmParameterException no) {
      return Optional.empty();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("the library judges ways of X.509", absent);
    }
    Instant ends = end(anchor);
    for (X509Certificate one : found.certificates()) {
      ends = ends.isBefore(end(one)) ? ends : end(one);
    }
    return Optional.of(new TrustWay(anchor, ends));
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
