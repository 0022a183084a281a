package org.zhiheng.server.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.server.page.Assets;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.page.Visitor;
import org.zhiheng.server.page.Visitors;
import org.zhiheng.server.prove.LogPages;
import org.zhiheng.server.verify.VerifyPages;
import org.zhiheng.values.Problem;

/// The filters before every page and every answer, in their order; Spring Security's where it has
/// them.
///
/// What the table of [#rules] lets through is let through to a handler, whose job asks again with
/// [org.zhiheng.jobs.access.Acting#must]: neither is the only lock on the door.
public final class Guard {

  /// Where assets are served, without asking who wants them.
  static final String ASSETS = Assets.PATH;

  private static final String API = "/api/";

  private final GuardSettings settings;
  private final Gate gate;
  private final InstantSource clock;
  private final Seats seats;
  private final Buckets signIns;

  /// @param accounts for the names of organisations
  public Guard(GuardSettings settings, Gate gate, Accounts accounts, InstantSource clock) {
    this.settings = settings;
    this.gate = gate;
    this.clock = clock;
    this.seats = new Seats(gate, accounts, settings, clock);
    this.signIns = new Buckets(settings.signIns(), clock);
  }

  /// Tells pages and handlers who sent a request, by session or by token. Somebody who has to
  /// change the password first is nobody yet.
  public Visitors visitors() {
    return request ->
        Present.in(request)
            .filter(present -> present.way() != Present.Way.ONE_TIME)
            .map(present ->
                new Visitor(
                    present.acting(),
                    present.user().displayName(),
                    present.user().role().code(),
                    present.organisation()));
  }

  /// All filters as one; to be registered for requests only, before every other.
  public Filter filter(Rendering rendering) {
    Refusals refusals = new Refusals(rendering);
    Buckets addresses = new Buckets(settings.perAddress(), clock);
    Buckets users = new Buckets(settings.perUser(), clock);
    List<Filter> outside = new ArrayList<>();
    outside.add(new HeaderFilter(settings.transport()));
    outside.add(new HostFilter(settings.hosts(), refusals));
    switch (settings.transport()) {
      case HTTPS -> outside.add(new ForwardFilter());
      case LOOPBACK -> {}
    }
    outside.add(new PaceFilter(addresses, request -> Optional.of(Client.of(request)), refusals));
    PaceFilter userPace = new PaceFilter(users, Guard::userOf, refusals);

    List<Filter> api = new ArrayList<>(outside);
    api.add(new BearerFilter(gate, seats, signIns, refusals));
    api.add(userPace);
    api.add(new BodyFilter(refusals));
    api.add(new TextFilter(refusals));
    api.add(apiAuthorization(refusals));

    List<Filter> pages = new ArrayList<>(outside);
    pages.add(new SeatFilter(seats));
    pages.add(userPace);
    pages.add(new OriginFilter(refusals));
    pages.add(new BodyFilter(refusals));
    pages.add(csrf(refusals));
    pages.add(new TextFilter(refusals));
    settings
        .oidc()
        .ifPresent(provider -> {
          pages.add(new PaceFilter(signIns, Guard::passing, refusals));
          pages.addAll(
              new OutsideDoor(
                      new Provider(provider, settings.transport(), clock), gate, seats, rendering)
                  .filters());
        });
    pages.add(translation(refusals));
    pages.add(new AuthorizationFilter(rules()));

    FilterChainProxy proxy =
        new FilterChainProxy(
            List.<SecurityFilterChain>of(
                new DefaultSecurityFilterChain(Guard::isApi, api),
                new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, pages)));
    proxy.afterPropertiesSet();
    return proxy;
  }

  /// Sets the session's cookie: unseen by scripts, for this site, secure wherever it can be.
  public ServletContextInitializer sessionCookie() {
    return context -> {
      context.getSessionCookieConfig().setName(settings.cookieName());
      context.getSessionCookieConfig().setHttpOnly(true);
      context
          .getSessionCookieConfig()
          .setSecure(settings.transport() == GuardSettings.Transport.HTTPS);
      context.getSessionCookieConfig().setPath("/");
      context.getSessionCookieConfig().setAttribute("SameSite", "Lax");
      context.setSessionTimeout(ANONYMOUS_SESSION_MINUTES);
    };
  }

  /// A session that nobody signed in to holds the token of a form: for as long as one may take to
  /// fill it in.
  private static final int ANONYMOUS_SESSION_MINUTES = 15;

  /// The sessions, for the pages that open and close them.
  Seats seats() {
    return seats;
  }

  /// Where one signs in with the provider of identities; empty when there is none.
  String outside() {
    return settings.oidc().isPresent() ? OutsideDoor.PATH : "";
  }

  /// Whether people come in by a password.
  boolean passwords() {
    return settings.passwords();
  }

  /// The pace of tries to sign in.
  Buckets signIns() {
    return signIns;
  }

  /// Whether a program asks.
  static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith(API);
  }

  private static Optional<String> passing(HttpServletRequest request) {
    return OutsideDoor.isPassed(request) ? Optional.of(Client.of(request)) : Optional.empty();
  }

  private static Optional<String> userOf(HttpServletRequest request) {
    return Present.in(request).map(present -> present.user().id().toString());
  }

  private static CsrfFilter csrf(Refusals refusals) {
    CsrfFilter csrf = new CsrfFilter(new HttpSessionCsrfTokenRepository());
    csrf.setAccessDeniedHandler((request, response, _) ->
        refusals.write(
            request,
            response,
            HttpServletResponse.SC_FORBIDDEN,
            Problem.of(
                "form-token",
                "",
                "",
                "The form is too old or did not come from here; open it again.")));
    return csrf;
  }

  private static ExceptionTranslationFilter translation(Refusals refusals) {
    ExceptionTranslationFilter translation =
        new ExceptionTranslationFilter(
            (request, response, _) -> refusals.signIn(request, response), new NullRequestCache());
    translation.setAccessDeniedHandler((request, response, denied) -> {
      if (Present.in(request)
          .filter(present -> present.way() == Present.Way.ONE_TIME)
          .isPresent()) {
        Refusals.redirect(response, PasswordPages.PATH);
        return;
      }
      refusals.write(
          request,
          response,
          HttpServletResponse.SC_FORBIDDEN,
          Problem.of("forbidden", "", "", "Your role does not allow this."));
    });
    return translation;
  }

  private static Filter apiAuthorization(Refusals refusals) {
    return (request, response, chain) -> {
      HttpServletRequest http = (HttpServletRequest) request;
      if (Present.in(http).isPresent() || http.getRequestURI().equals(OPEN_DOCUMENT)) {
        chain.doFilter(request, response);
      } else {
        refusals.noToken(http, (HttpServletResponse) response, Refusals.TokenFault.MISSING);
      }
    };
  }

  /// The description of the interface says nothing about anybody.
  private static final String OPEN_DOCUMENT = "/api/v1/openapi.json";

  /// Who may ask for which page: the first line that fits.
  private static RequestMatcherDelegatingAuthorizationManager rules() {
    RequestMatcherDelegatingAuthorizationManager.Builder rules =
        RequestMatcherDelegatingAuthorizationManager.builder();
    for (RequestMatcher open :
        List.of(
            any(ASSETS + "**"),
            any(FramePages.SETTINGS),
            any(SignInPages.PATH),
            any(SignInPages.OUT),
            any(OutsideDoor.PATH),
            any(Provider.RETURN),
            get(LogPages.PATH),
            get(LogPages.FILES + "/**"),
            get(VerifyPages.PATH),
            any("/error"))) {
      rules.add(open, (_, _) -> new AuthorizationDecision(true));
    }
    rules.add(
        any(PasswordPages.PATH),
        AuthorityAuthorizationManager.hasAnyAuthority(
            Present.CHANGE_PASSWORD, Permission.READ.code()));
    rules.add(any(AccountPages.PATH + "/**"), may(Permission.READ));
    rules.add(any(Place.ACCESS.path() + "/**"), may(Permission.ADMINISTER));
    rules.add(any(Place.AUDIT.path() + "/**"), may(Permission.AUDIT));
    rules.add(get(Place.IMPORTS.path() + "/**"), may(Permission.READ));
    rules.add(any(Place.IMPORTS.path() + "/**"), may(Permission.IMPORT));
    rules.add(get(Place.PARTIES.path() + "/**"), may(Permission.READ));
    rules.add(any(Place.PARTIES.path() + "/**"), may(Permission.MANAGE));
    rules.add(post(LogPages.PATH + "/check"), may(Permission.ADMINISTER));
    for (String what : List.of("hold", "lift", "erase")) {
      rules.add(any("/prove/evidence/*/" + what), may(Permission.MANAGE));
    }
    for (String what : List.of("share", "unshare")) {
      rules.add(any(Place.RIGHTS.path() + "/*/" + what), may(Permission.MANAGE));
    }
    rules.add(get("/prove/evidence/*/bundle"), may(Permission.EXPORT));
    rules.add(get("/rights.csv"), may(Permission.EXPORT));
    rules.add(get("/rights.json"), may(Permission.EXPORT));
    rules.add(get("/**"), may(Permission.READ));
    rules.add(post(Place.RIGHTS.path() + "/columns"), may(Permission.READ));
    rules.add(any("/**"), may(Permission.RECORD));
    return rules.build();
  }

  private static AuthorityAuthorizationManager<
          org.springframework.security.web.access.intercept.RequestAuthorizationContext>
      may(Permission permission) {
    return AuthorityAuthorizationManager.hasAuthority(permission.code());
  }

  private static RequestMatcher any(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  private static RequestMatcher get(String pattern) {
    return new OrRequestMatcher(
        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, pattern),
        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.HEAD, pattern));
  }

  private static RequestMatcher post(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
  }
}
