package org.zhiheng.ledger.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.zhiheng.ledger.statement.Octets;

/// A certificate that was read once: its bytes, what they say, and the key in the form that
/// signatures are checked with. Safe for many threads.
///
/// A key that is kept is checked with some twice as fast as one that is read anew: the library lays
/// out multiples of it.
final class KnownCertificate {

  /// Hashes that nobody should have signed a certificate with; by their names in algorithms.
  private static final Set<String> BROKEN = Set.of("MD2", "MD4", "MD5", "SHA1");

  private final Octets der;
  private final X509CertificateHolder holder;
  private final Optional<X509Certificate> readable;
  private final Instant begin;
  private final Instant end;
  private final int hash;

  private KnownCertificate(
      Octets der, X509CertificateHolder holder, Optional<X509Certificate> readable) {
    this.der = der;
    this.holder = holder;
    this.readable = readable;
    this.hash = der.hashCode();
    Instant from;
    Instant until;
    try {
      from = holder.getNotBefore().toInstant();
      until = holder.getNotAfter().toInstant();
    } catch (RuntimeException noTimes) {
      // the library reads them when it is asked; what says none is valid at none
      from = Instant.MAX;
      until = Instant.MIN;
    }
    this.begin = from;
    this.end = until;
  }

  /// Reads one as it lies in a message. What it says beside its form may not be readable.
  ///
  /// @throws RuntimeException of many kinds, from the library, when it is damaged
  static KnownCertificate of(Octets der, X509CertificateHolder holder) {
    Optional<X509Certificate> readable;
    try {
      readable =
          Optional.of(
              new JcaX509CertificateConverter()
                  .setProvider(TrustAnchors.LIBRARY)
                  .getCertificate(holder));
    } catch (CertificateException | RuntimeException damaged) {
      readable = Optional.empty();
    }
    return new KnownCertificate(der, holder, readable);
  }

  /// One that the library read.
  ///
  /// @throws CertificateException when it cannot be written again
  static KnownCertificate of(X509Certificate certificate) throws CertificateException {
    byte[] der = certificate.getEncoded();
    try {
      return new KnownCertificate(
          Octets.of(der), new X509CertificateHolder(der), Optional.of(certificate));
    } catch (IOException damaged) {
      throw new CertificateException("no certificate", damaged);
    }
  }

  /// The bytes of one as it lies in a message.
  static Octets der(X509CertificateHolder holder) {
    try {
      return Octets.of(holder.getEncoded());
    } catch (IOException failed) {
      throw new UncheckedIOException("writing to memory does not fail", failed);
    }
  }

  /// Its bytes.
  Octets der() {
    return der;
  }

  /// Its parts, as they stand there.
  X509CertificateHolder holder() {
    return holder;
  }

  /// What ways are made of; nothing when a part of it is damaged.
  Optional<X509Certificate> readable() {
    return readable;
  }

  /// Who certified it, by its own word; nobody when a part of it is damaged.
  Optional<X500Principal> issuer() {
    return readable.map(X509Certificate::getIssuerX500Principal);
  }

  /// Whom it is about.
  Optional<X500Principal> subject() {
    return readable.map(X509Certificate::getSubjectX500Principal);
  }

  /// Whether it is signed over a hash that is broken.
  boolean broken() {
    return readable
        .map(one -> one.getSigAlgName().toUpperCase(Locale.ROOT).replace("-", ""))
        .filter(algorithm -> BROKEN.stream().anyMatch(algorithm::startsWith))
        .isPresent();
  }

  /// Its first second.
  Instant begin() {
    return begin;
  }

  /// Its last second, which is included.
  Instant end() {
    return end;
  }

  /// The same bytes.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof KnownCertificate known && hash == known.hash && der.equals(known.der));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
