package org.zhiheng.ledger.time;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.zhiheng.ledger.statement.Octets;

/// What was found out about the certificates met last: what each says, and which signed which.
///
/// Only what follows from their bytes is remembered, and never whether one is believed: that is
/// asked anew of each token, for it depends on its time and on who checks. So nothing changes when
/// something is forgotten; it is found out once more.
///
/// Guarded by itself.
final class CertificateMemory {

  /// Authorities that one meets in turn are fewer.
  private static final int CERTIFICATES_MAX = 64;

  private static final int PAIRS_MAX = 128;

  /// Longer ones are read each time: what strangers send must not fill the memory.
  private static final int LENGTH_BYTES_MAX = 8_192;

  private record Pair(KnownCertificate one, KnownCertificate other) {}

  private final Map<Octets, KnownCertificate> read = new Last<>(CERTIFICATES_MAX);
  private final Map<Pair, Boolean> signed = new Last<>(PAIRS_MAX);

  /// The entries used last.
  private static final class Last<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int sizeMax;

    private Last(int sizeMax) {
      super(16, 0.75f, true);
      this.sizeMax = sizeMax;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > sizeMax;
    }
  }

  /// A certificate as it lies in a message, read.
  KnownCertificate of(X509CertificateHolder holder) {
    Octets der = KnownCertificate.der(holder);
    Optional<KnownCertificate> before = before(der);
    if (before.isPresent()) {
      return before.get();
    }
    KnownCertificate known = KnownCertificate.of(der, holder);
    if (der.length() <= LENGTH_BYTES_MAX) {
      keep(known);
    }
    return known;
  }

  private synchronized Optional<KnownCertificate> before(Octets der) {
    return Optional.ofNullable(read.get(der));
  }

  private synchronized void keep(KnownCertificate known) {
    read.put(known.der(), known);
  }

  /// Whether one was signed with the key of the other; of names and purposes nothing is said.
  boolean signed(KnownCertificate one, KnownCertificate other) {
    Pair pair = new Pair(one, other);
    Optional<Boolean> before = before(pair);
    if (before.isPresent()) {
      return before.get();
    }
    boolean holds = verified(one, other);
    if (Math.max(one.der().length(), other.der().length()) <= LENGTH_BYTES_MAX) {
      keep(pair, holds);
    }
    return holds;
  }

  private synchronized Optional<Boolean> before(Pair pair) {
    return Optional.ofNullable(signed.get(pair));
  }

  private synchronized void keep(Pair pair, boolean holds) {
    signed.put(pair, holds);
  }

  private static boolean verified(KnownCertificate one, KnownCertificate other) {
    Optional<PublicKey> key = other.readable().map(X509Certificate::getPublicKey);
    if (one.readable().isEmpty() || key.isEmpty()) {
      return false;
    }
    try {
      one.readable().get().verify(key.get(), TrustAnchors.LIBRARY);
      return true;
    } catch (GeneralSecurityException | RuntimeException no) {
      return false;
    }
  }
}
