package org.zhiheng.ledger.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.Ways.Flaw;
import org.zhiheng.ledger.time.Ways.Kind;
import org.zhiheng.ledger.time.Ways.Way;

/// Ways with one thing wrong, each also judged by the library alone, which then computes every
/// signature itself: ours refuses whatever that one refuses.
final class TrustWayTest {

  private static TrustAnchors anchors(Way way) {
    return TrustAnchors.of(List.of(way.root().bytes())).orThrow();
  }

  private static KnownCertificate known(TrustAnchors anchors, Octets der) {
    try {
      return anchors.memory().of(new X509CertificateHolder(der.bytes()));
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static Optional<TrustWay> longest(Way way, TrustAnchors anchors, Instant at) {
    return TrustWay.longest(
        known(anchors, way.signer()),
        way.between().stream().map(one -> known(anchors, one)).toList(),
        anchors,
        at);
  }

  private static X509Certificate read(Octets der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509", TrustAnchors.LIBRARY)
              .generateCertificate(new ByteArrayInputStream(der.bytes()));
    } catch (CertificateException damaged) {
      throw new IllegalStateException(damaged);
    }
  }

  /// What the library says of the way as it was built, given to it in order.
  private static boolean byTheLibrary(Way way, Instant at) {
    List<X509Certificate> path = new ArrayList<>(List.of(read(way.signer())));
    way.between().reversed().forEach(one -> path.add(read(one)));
    try {
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(read(way.root()), null)));
      parameters.setDate(Date.from(at));
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX", TrustAnchors.LIBRARY)
          .validate(
              CertificateFactory.getInstance("X.509", TrustAnchors.LIBRARY).generateCertPath(path),
              parameters);
      return true;
    } catch (CertPathValidatorException refused) {
      return false;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  /// In these ours asks for more.
  private static final Set<Flaw> STRICTER =
      Set.of(Flaw.ROOT_ENDED, Flaw.ROOT_NOT_BEGUN, Flaw.BROKEN_HASH);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void leadsOnlyWhereNothingIsWrong(Kind kind) {
    for (Flaw flaw : Flaw.values()) {
      Way way = Ways.of(kind, flaw);
      TrustAnchors anchors = anchors(way);
      // the second time from memory
      for (int time = 1; time <= 2; time++) {
        assertThat(longest(way, anchors, Ways.AT).isPresent())
            .as(flaw + ", time " + time)
            .isEqualTo(flaw.leads(kind));
      }
      assertThat(byTheLibrary(way, Ways.AT))
          .as(flaw + " by the library")
          .isEqualTo(flaw.leads(kind) || STRICTER.contains(flaw));
    }
  }

  /// Each way's certificates have the same names, so every certificate of one way is a candidate in
  /// the others.
  @ParameterizedTest
  @EnumSource(Kind.class)
  void oneMemoryForAllDoesNotMixThem(Kind kind) {
    TrustAnchors anchors = anchors(Ways.of(kind, Flaw.NONE));
    for (int round = 0; round < 2; round++) {
      for (Flaw flaw : Flaw.values()) {
        if (flaw != Flaw.ROOT_ENDED && flaw != Flaw.ROOT_NOT_BEGUN && flaw != Flaw.ROOT_OTHER) {
          assertThat(longest(Ways.of(kind, flaw), anchors, Ways.AT).isPresent())
              .as(flaw + ", round " + round)
              .isEqualTo(flaw.leads(kind));
        }
      }
    }
  }

  @Test
  void isAskedAnewOfEachTime() {
    Way way = Ways.of(Kind.P256, Flaw.NONE);
    TrustAnchors anchors = anchors(way);
    for (int round = 0; round < 2; round++) {
      assertThat(longest(way, anchors, Ways.AT)).isPresent();
      assertThat(longest(way, anchors, Ways.UNTIL)).isPresent();
      assertThat(longest(way, anchors, Ways.UNTIL.plusSeconds(1))).isEmpty();
      assertThat(longest(way, anchors, Ways.FROM.minusSeconds(1))).isEmpty();
    }
  }

  @Test
  void believesOthersNoMoreForHavingMetThem() {
    Way way = Ways.of(Kind.SM2, Flaw.NONE);
    TrustAnchors anchors = anchors(way);
    assertThat(longest(way, anchors, Ways.AT)).isPresent();
    TrustAnchors others = anchors(Ways.of(Kind.SM2, Flaw.ROOT_OTHER));
    assertThat(longest(way, others, Ways.AT)).isEmpty();
    assertThat(longest(way, anchors, Ways.AT)).isPresent();
  }

  /// More certificates than are remembered, in both orders.
  @Test
  void forgettingChangesNothing() {
    Way good = Ways.of(Kind.P256, Flaw.NONE);
    Way bad = Ways.of(Kind.P256, Flaw.OTHER_KEY);
    TrustAnchors anchors = anchors(good);
    for (int round = 0; round < 2; round++) {
      assertThat(longest(good, anchors, Ways.AT)).isPresent();
      assertThat(longest(bad, anchors, Ways.AT)).isEmpty();
      for (int other = 0; other < 30; other++) {
        // signed by chance, so each is another certificate
        assertThat(longest(Ways.of(Kind.P256, Flaw.NONE), anchors, Ways.AT)).isPresent();
      }
    }
  }

  @Test
  void aSignatureCountsUnderTheKeyItWasFoundToHoldUnder() throws Exception {
    Way way = Ways.of(Kind.P256, Flaw.NONE);
    X509Certificate root = read(way.root());
    X509Certificate first = read(way.between().getFirst());
    X509Certificate other = read(Ways.of(Kind.P256, Flaw.ROOT_OTHER).root());
    SignedCertificate signed = new SignedCertificate(first, root.getPublicKey());
    signed.verify(root.getPublicKey());
    signed.verify(root.getPublicKey(), TrustAnchors.LIBRARY);
    for (X509Certificate wrong : List.of(other, first)) {
      assertThatThrownBy(() -> signed.verify(wrong.getPublicKey()))
          .isInstanceOf(GeneralSecurityException.class);
      assertThatThrownBy(() -> signed.verify(wrong.getPublicKey(), TrustAnchors.LIBRARY))
          .isInstanceOf(GeneralSecurityException.class);
    }
    // computed, and found to hold
    new SignedCertificate(first, other.getPublicKey()).verify(root.getPublicKey());
    assertThat(signed.getEncoded()).isEqualTo(first.getEncoded());
    assertThatThrownBy(signed::checkValidity).isInstanceOf(UnsupportedOperationException.class);
  }
}
