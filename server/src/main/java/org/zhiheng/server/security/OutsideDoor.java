package org.zhiheng.server.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.client.RestClient;
import org.zhiheng.jobs.access.Entry;
import org.zhiheng.jobs.access.ExternalIdentity;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Problem;

/// Signing in with a provider of identities: the authorization code with PKCE, state and nonce.
///
/// Who comes back with a good ID token comes in as the user that [Gate#withIdentity] knows; nobody
/// is made a user here. The provider's tokens are not kept.
///
/// Source: OpenID Connect Core 1.0, section 3.1; RFC 7636 (both recalled; the texts were not
/// opened).
final class OutsideDoor {

  /// Where a browser sets out.
  static final String PATH = "/oauth2/authorization/" + Provider.ID;

  private static final String BASE = "/oauth2/authorization";
  private static final String TO = "outside-to";
  private static final String TEMPLATE = "access/sign-in.jte";
  private static final int BAD_GATEWAY = HttpServletResponse.SC_BAD_GATEWAY;

  private final Provider provider;
  private final Gate gate;
  private final Seats seats;
  private final Rendering rendering;

  OutsideDoor(Provider provider, Gate gate, Seats seats, Rendering rendering) {
    this.provider = provider;
    this.gate = gate;
    this.seats = seats;
    this.rendering = rendering;
  }

  /// Whether a request is on its way out or comes back.
  static boolean isPassed(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals(PATH) || path.equals(Provider.RETURN);
  }

  /// The filters: out, and back in.
  List<Filter> filters() {
    OAuth2AuthorizationRequestRedirectFilter out =
        new OAuth2AuthorizationRequestRedirectFilter(resolver());
    out.setAuthenticationFailureHandler(this::failed);
    out.setAuthorizationRedirectStrategy((_, response, url) -> Refusals.redirect(response, url));

    OidcAuthorizationCodeAuthenticationProvider codes =
        new OidcAuthorizationCodeAuthenticationProvider(
            tokens(), request -> new DefaultOidcUser(List.of(), request.getIdToken()));
    codes.setJwtDecoderFactory(_ -> provider.decoder());
    OAuth2LoginAuthenticationFilter back =
        new OAuth2LoginAuthenticationFilter(provider, new Forgetful(), Provider.RETURN);
    back.setAuthenticationManager(new ProviderManager(codes));
    back.setAuthenticationSuccessHandler(this::vouchedFor);
    back.setAuthenticationFailureHandler(this::failed);
    return List.of(out, back);
  }

  private OAuth2AuthorizationRequestResolver resolver() {
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(provider, BASE);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return new OAuth2AuthorizationRequestResolver() {
      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        if (!request.getRequestURI().equals(PATH)) {
          return null;
        }
        OAuth2AuthorizationRequest made = requests.resolve(request);
        String to = request.getParameter("to");
        request.getSession(true).setAttribute(TO, FramePages.back(to == null ? "/" : to));
        return made;
      }

      @Override
      public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
        return requests.resolve(request, id);
      }
    };
  }

  private static RestClientAuthorizationCodeTokenResponseClient tokens() {
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(
        RestClient.builder()
            .requestFactory(Provider.requests())
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return tokens;
  }

  private void vouchedFor(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (!(authentication.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("the provider vouched for nobody");
    }
    Optional<ExternalIdentity> identity = identity(user);
    if (identity.isEmpty()) {
      refuse(request, response, HttpServletResponse.SC_FORBIDDEN, refused());
      return;
    }
    Optional<String> mail =
        Boolean.TRUE.equals(user.getEmailVerified())
            ? Optional.ofNullable(user.getEmail())
            : Optional.empty();
    switch (gate.withIdentity(identity.get(), mail)) {
      case Entry.In in -> {
        String to = to(request);
        seats.open(request, in.user(), Present.Way.OUTSIDE);
        response.setHeader("Cache-Control", "no-store");
        Refusals.redirect(response, to);
      }
      case Entry.Disabled _ ->
          refuse(
              request,
              response,
              HttpServletResponse.SC_FORBIDDEN,
              Problem.of(
                  "account-disabled",
                  "",
                  "",
                  "This account is closed; ask an administrator of your organisation."));
      case Entry.WrongSecret _, Entry.MustChange _, Entry.LockedUntil _ ->
          refuse(
              request,
              response,
              HttpServletResponse.SC_FORBIDDEN,
              Problem.of(
                  "identity-unknown",
                  "",
                  "",
                  "Nobody here has this identity; ask an administrator of your organisation."));
    }
  }

  private static Optional<ExternalIdentity> identity(OidcUser user) {
    URL issuer = user.getIssuer();
    String subject = user.getSubject();
    if (issuer == null || subject == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ExternalIdentity(issuer.toString(), subject));
    } catch (IllegalArgumentException tooLong) {
      return Optional.empty();
    }
  }

  private void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (isAway(failure)) {
      refuse(
          request,
          response,
          BAD_GATEWAY,
          Problem.of(
              "identity-away", "", "", "The provider of identities does not answer; try later."));
      return;
    }
    String code =
        failure instanceof OAuth2AuthenticationException oauth
            ? oauth.getError().getErrorCode()
            : "";
    Problem problem =
        switch (code) {
          case "access_denied" ->
              Problem.of("identity-denied", "", "", "You did not sign in at the provider.");
          case "authorization_request_not_found", "invalid_state_parameter", "invalid_request" ->
              Problem.of("identity-stale", "", "", "This way in is too old or was not begun here.");
          default -> refused();
        };
    refuse(request, response, HttpServletResponse.SC_FORBIDDEN, problem);
  }

  private static boolean isAway(Throwable failure) {
    return failure instanceof AuthenticationServiceException
        || (failure.getCause() != null && isAway(failure.getCause()));
  }

  private static Problem refused() {
    return Problem.of(
        "identity-refused", "", "", "What the provider of identities said cannot be relied on.");
  }

  /// The page for signing in, with the reason: the next try starts from there.
  private void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, Problem problem)
      throws IOException {
    byte[] page =
        rendering.bytes(
            request,
            Place.HOME,
            TEMPLATE,
            new SignInView("", to(request), Optional.of(problem), PATH, !provider.alone()));
    Refusals.send(response, status, Rendering.HTML.toString(), page);
  }

  private static String to(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(TO) instanceof String to ? to : "/";
  }

  /// Keeps none of the provider's tokens: nothing is asked of it afterwards.
  private static final class Forgetful implements OAuth2AuthorizedClientRepository {
    // The interface's own signature.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Nothing is kept.
    }

    @Override
    public void removeAuthorizedClient(
        String id,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Nothing was kept.
    }
  }
}
