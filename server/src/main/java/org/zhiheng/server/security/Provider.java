package org.zhiheng.server.security;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/// The provider of identities as its discovery document describes it.
///
/// It is asked at the first use and not at the start, so that the server starts while the provider
/// is away; what it said is kept for the life of the process. Safe for many threads.
///
/// Source: OpenID Connect Core 1.0 (2014-11), section 3.1.3.7; OpenID Connect Discovery 1.0,
/// section 4 (both recalled; the texts were not opened).
final class Provider implements ClientRegistrationRepository {

  /// What the provider is called in our paths.
  static final String ID = "oidc";

  /// Where the provider sends a browser back to.
  static final String RETURN = "/login/oauth2/code/" + ID;

  /// Somebody waits in front of a browser: a provider that takes longer is away.
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);

  /// A provider that is away is not asked again for this long, so that no threads pile up on it.
  private static final Duration AWAY = Duration.ofSeconds(5);

  /// How far two clocks may differ.
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final GuardSettings.OidcSettings settings;
  private final GuardSettings.Transport transport;
  private final InstantSource clock;

  // Guarded by this.
  private Optional<Found> found = Optional.empty();
  private Instant awayUntil = Instant.MIN;

  private record Found(ClientRegistration registration, JwtDecoder decoder) {}

  Provider(
      GuardSettings.OidcSettings settings, GuardSettings.Transport transport, InstantSource clock) {
    this.settings = settings;
    this.transport = transport;
    this.clock = clock;
  }

  /// Whether nobody comes in by a password beside it.
  boolean alone() {
    return settings.alone();
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    return id.equals(ID) ? found().registration() : null;
  }

  /// Reads ID tokens: signature by the provider's keys, issuer, audience, times.
  ///
  /// @throws AuthenticationServiceException when the provider is away
  JwtDecoder decoder() {
    return found().decoder();
  }

  /// Makes requests that end in time.
  static ClientHttpRequestFactory requests() {
    SimpleClientHttpRequestFactory requests =
        new SimpleClientHttpRequestFactory() {
          @Override
          protected void prepareConnection(HttpURLConnection connection, String method)
              throws IOException {
            super.prepareConnection(connection, method);
            // the provider's own words are meant, not those of where it sends us
            connection.setInstanceFollowRedirects(false);
          }
        };
    requests.setConnectTimeout(ANSWER_MAX);
    requests.setReadTimeout(ANSWER_MAX);
    return requests;
  }

  private synchronized Found found() {
    if (found.isEmpty()) {
      Instant now = clock.instant();
      if (now.isBefore(awayUntil)) {
        throw new AuthenticationServiceException("the provider of identities was away just now");
      }
      try {
        ClientRegistration registration = discovered();
        found = Optional.of(new Found(registration, decoder(registration)));
      } catch (RestClientException | IllegalArgumentException | IllegalStateException away) {
        awayUntil = now.plus(AWAY);
        throw new AuthenticationServiceException("the provider of identities is away", away);
      }
    }
    return found.orElseThrow();
  }

  private ClientRegistration discovered() {
    String base =
        switch (transport) {
          case LOOPBACK -> "{baseUrl}";
          case HTTPS -> "https://{baseHost}{basePort}";
        };
    return ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .scope("openid", "email")
        .redirectUri(base + RETURN)
        .build();
  }

  private JwtDecoder decoder(ClientRegistration registration) {
    String keys = registration.getProviderDetails().getJwkSetUri();
    if (keys == null) {
      throw new IllegalStateException("the provider of identities names no keys");
    }
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(keys)
            .jwsAlgorithm(SignatureAlgorithm.RS256)
            .jwsAlgorithm(SignatureAlgorithm.PS256)
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .restOperations(new RestTemplate(requests()))
            .build();
    Clock ticking = clock.withZone(ZoneOffset.UTC);
    JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
    times.setClock(ticking);
    OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
    claims.setClock(ticking);
    claims.setClockSkew(SKEW);
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
    decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
    return decoder;
  }
}
