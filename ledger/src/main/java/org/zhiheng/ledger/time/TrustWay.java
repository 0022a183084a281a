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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A way from a signer's certificate to an anchor, every certificate on it valid at one time.
///
/// Source: RFC 5280, section 6, without revocation. Stricter in two: the anchor's own dates count,
/// and no certificate below it may be signed over SHA-1 or an older hash.
///
/// Two do the work. The search follows names and signatures. The library judges what was found by
/// all the rest of section 6.1: dates, names, who may certify and how deep, purposes of keys, name
/// constraints, policies, and extensions that must be understood. It is told which signatures held,
/// so that it does not compute them once more.
///
/// @param anchor where it ends
/// @param ends the first end of a certificate on it, the anchor's too; that second is included
record TrustWay(KnownCertificate anchor, Instant ends) {

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
      KnownCertificate signer, List<KnownCertificate> brought, TrustAnchors anchors, Instant at) {
    List<KnownCertificate> between = new ArrayList<>(anchors.hints());
    between.addAll(brought);
    return new Search(anchors, between)
        .from(signer).stream()
            .flatMap(found -> judged(found, at).stream())
            .filter(way -> !at.isAfter(way.ends()))
            .max(Comparator.comparing(TrustWay::ends));
  }

  /// Certificates of which each signed the one before it, and the anchor that signed the last.
  private record Found(List<KnownCertificate> certificates, KnownCertificate anchor) {}

  private record Pair(KnownCertificate one, KnownCertificate other) {}

  /// Looks for ways by names and signatures alone. Each signature is checked once, so that
  /// certificates in a circle cost steps and nothing more; a library's search would check them on
  /// every way. What the anchors remember is no substitute for that: it forgets.
  private static final class Search {
    private final TrustAnchors anchors;
    private final List<KnownCertificate> between;
    private final Map<Pair, Boolean> signed = new HashMap<>();
    private final List<Found> ways = new ArrayList<>();
    private int steps;

    /// One that is damaged helps nobody.
    private Search(TrustAnchors anchors, List<KnownCertificate> between) {
      this.anchors = anchors;
      this.between = between.stream().filter(one -> one.readable().isPresent()).distinct().toList();
    }

    private List<Found> from(KnownCertificate signer) {
      if (anchors.anchors().contains(signer)) {
        ways.add(new Found(List.of(), signer));
      }
      follow(List.of(signer));
      return ways;
    }

    /// No deeper than [#BETWEEN_MAX].
    private void follow(List<KnownCertificate> way) {
      KnownCertificate last = way.getLast();
      for (KnownCertificate anchor : anchors.anchors()) {
        if (ways.size() < WAYS_MAX && signedBy(last, anchor)) {
          ways.add(new Found(way, anchor));
        }
      }
      if (way.size() > BETWEEN_MAX) {
        return;
      }
      for (KnownCertificate next : between) {
        if (++steps > STEPS_MAX) {
          return;
        }
        if (!way.contains(next) && signedBy(last, next)) {
          List<KnownCertificate> longer = new ArrayList<>(way);
          longer.add(next);
          follow(longer);
        }
      }
    }

    private boolean signedBy(KnownCertificate one, KnownCertificate other) {
      return one.issuer().equals(other.subject())
          && signed.computeIfAbsent(new Pair(one, other), _ -> anchors.memory().signed(one, other));
    }
  }

  /// Whether each certificate on the way may certify the one before it, and was valid.
  private static Optional<TrustWay> judged(Found found, Instant at) {
    KnownCertificate anchor = found.anchor();
    if (at.isBefore(anchor.begin())
        || found.certificates().stream().anyMatch(KnownCertificate::broken)) {
      return Optional.empty();
    }
    try {
      if (!found.certificates().isEmpty()) {
        PKIXParameters parameters =
            new PKIXParameters(Set.of(new TrustAnchor(anchor.readable().orElseThrow(), null)));
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX", TrustAnchors.LIBRARY)
            .validate(
                CertificateFactory.getInstance("X.509", TrustAnchors.LIBRARY)
                    .generateCertPath(signed(found)),
                parameters);
      }
    } catch (CertPathValidatorException
        | CertificateException
        | InvalidAlgorithmParameterException no) {
      return Optional.empty();
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("the library judges ways of X.509", absent);
    }
    Instant ends = anchor.end();
    for (KnownCertificate one : found.certificates()) {
      ends = ends.isBefore(one.end()) ? ends : one.end();
    }
    return Optional.of(new TrustWay(anchor, ends));
  }

  /// Each with the key of the next, under which the search found its signature to hold.
  private static List<X509Certificate> signed(Found found) {
    List<X509Certificate> signed = new ArrayList<>();
    for (int i = 0; i < found.certificates().size(); i++) {
      KnownCertificate above =
          i + 1 < found.certificates().size() ? found.certificates().get(i + 1) : found.anchor();
      signed.add(
          new SignedCertificate(
              found.certificates().get(i).readable().orElseThrow(),
              above.readable().orElseThrow().getPublicKey()));
    }
    return signed;
  }
}
