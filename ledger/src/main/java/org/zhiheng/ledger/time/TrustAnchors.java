package org.zhiheng.ledger.time;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Whom one who checks believes: certificates that came to him by a way of his own, never out of
/// what he checks.
///
/// An anchor is the root of an authority, one of its intermediate certificates, or the very
/// certificate that it stamps with. Beside them may stand certificates that are believed in nothing
/// and only help to find the way from a token that does not bring them.
///
/// Whoever checks many tokens keeps one of these: it remembers the certificates of the authorities
/// that it met, so that each is read, and the signature on it computed, once. Safe for many
/// threads.
public final class TrustAnchors {

  /// More than anyone keeps for stamping.
  public static final int CERTIFICATES_MAX = 200;

  /// Longer ones are refused: a certificate has one or two KB, a bundle of them in PEM more.
  public static final int LENGTH_BYTES_MAX = 1_000_000;

  /// Not registered with the machine: what is read here depends on nothing that was set elsewhere.
  static final Provider LIBRARY = new BouncyCastleProvider();

  private final List<KnownCertificate> anchors;
  private final List<KnownCertificate> hints;
  private final CertificateMemory memory;

  private TrustAnchors(
      List<KnownCertificate> anchors, List<KnownCertificate> hints, CertificateMemory memory) {
    this.anchors = List.copyOf(anchors);
    this.hints = List.copyOf(hints);
    this.memory = memory;
  }

  /// Reads the anchors.
  ///
  /// @param certificates each one certificate in DER, or one or several in PEM
  public static Parsed<TrustAnchors> of(List<byte[]> certificates) {
    return read(certificates)
        .map(anchors -> new TrustAnchors(anchors, List.of(), new CertificateMemory()));
  }

  /// The same anchors with certificates that are not believed, to find the way by.
  ///
  /// @param certificates as for [#of]
  public Parsed<TrustAnchors> withHints(List<byte[]> certificates) {
    return read(certificates).map(read -> new TrustAnchors(anchors, read, memory));
  }

  private static Parsed<List<KnownCertificate>> read(List<byte[]> certificates) {
    List<KnownCertificate> all = new ArrayList<>();
    for (int i = 0; i < certificates.size(); i++) {
      byte[] bytes = certificates.get(i);
      if (bytes.length > LENGTH_BYTES_MAX) {
        return refused(i, bytes.length + " bytes", "A certificate has at most 1 MB.");
      }
      List<KnownCertificate> found = new ArrayList<>();
      try {
        for (Certificate one :
            CertificateFactory.getInstance("X.509", LIBRARY)
                .generateCertificates(new ByteArrayInputStream(bytes))) {
          found.add(KnownCertificate.of((X509Certificate) one));
        }
      } catch (GeneralSecurityException malformed) {
        found.clear();
      } catch (RuntimeException malformed) {
        // the library's ASN.1 classes answer damaged input with exceptions of many kinds
        found.clear();
      }
      all.addAll(found);
      if (found.isEmpty() || all.size() > CERTIFICATES_MAX) {
        return refused(i, "", "Each is an X.509 certificate in DER or PEM, at most 200 in all.");
      }
    }
    return Parsed.ok(all);
  }

  private static Parsed<List<KnownCertificate>> refused(int at, String given, String reason) {
    return new Parsed.Refused<>(
        Problem.of("time-anchor", "certificate " + (at + 1), given, reason));
  }

  List<KnownCertificate> anchors() {
    return anchors;
  }

  List<KnownCertificate> hints() {
    return hints;
  }

  CertificateMemory memory() {
    return memory;
  }
}
