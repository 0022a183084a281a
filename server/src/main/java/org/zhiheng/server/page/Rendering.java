package org.zhiheng.server.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.tour.Tour;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Turns a template and a view record into a response, with the frame the reader chose.
///
/// Every template has two parameters: `frame` and `view`. Safe for many threads.
public final class Rendering {

  /// The cookie that keeps the language.
  public static final String LANGUAGE_COOKIE = "language";

  /// The cookie that keeps the theme.
  public static final String THEME_COOKIE = "theme";

  /// The cookie that keeps where in which story the reader is: `institute.3`.
  public static final String TOUR_COOKIE = "tour";

  /// The cookie that keeps the navigation folded.
  public static final String RAIL_COOKIE = "rail";

  /// What pages are sent as.
  public static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private static final Pattern STOP = Pattern.compile("([a-z-]{1,40})\\.([0-9]{1,3})");

  /// Longest address that a switch leads back to: what browsers and proxies take without trouble.
  static final int HERE_LENGTH_MAX = 2_000;

  private final TemplateEngine templates;
  private final Map<Language, Words> words;
  private final Assets assets;
  private final Visitors visitors;
  private final Tour tour;

  /// @param zone in which moments are told
  public Rendering(Assets assets, Visitors visitors, ZoneId zone) {
    this(assets, visitors, zone, Tour.NONE);
  }

  /// The same, leading through stories.
  public Rendering(Assets assets, Visitors visitors, ZoneId zone, Tour tour) {
    this.tour = tour;
    this.templates = TemplateEngine.createPrecompiled(ContentType.Html);
    this.words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      words.put(language, Words.load(language, zone));
    }
    this.assets = assets;
    this.visitors = visitors;
  }

  /// A whole page or a fragment of one, with status 200.
  ///
  /// @param template its path under `src/main/jte`
  public ServerResponse page(ServerRequest request, Place place, String template, Object view) {
    return page(request, place, template, view, HttpStatusCode.valueOf(200));
  }

  /// A whole page or a fragment of one.
  public ServerResponse page(
      ServerRequest request, Place place, String template, Object view, HttpStatusCode status) {
    byte[] bytes = bytes(request.servletRequest(), place, template, view);
    return ServerResponse.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .varyBy("Cookie", "Accept-Language", "HX-Request")
        .build((_, response) -> {
          response.setContentLength(bytes.length);
          response.getOutputStream().write(bytes);
          return null;
        });
  }

  /// The bytes of a page, for those who write a response without a router.
  public byte[] bytes(HttpServletRequest request, Place place, String template, Object view) {
    return bytes(frame(request, place), template, view);
  }

  /// The bytes of a fragment in a frame that was made before, for those who write when the request
  /// is long answered.
  public byte[] bytes(Frame frame, String template, Object view) {
    Utf8ByteOutput out = new Utf8ByteOutput();
    templates.render(template, Map.of("frame", frame, "view", view), out);
    return out.toByteArray();
  }

  /// The frame of a page.
  public Frame frame(HttpServletRequest request, Place place) {
    return new Frame(
        words(request),
        Theme.of(cookie(request, THEME_COOKIE)),
        place,
        cookie(request, RAIL_COOKIE).equals("on"),
        visitors.of(request),
        token(request),
        here(request),
        request.getRequestURI().equals(Place.RIGHTS.path())
            ? Optional.of(Optional.ofNullable(request.getParameter("q")).orElse(""))
            : Optional.empty(),
        stop(request),
        assets);
  }

  /// The stories that the pages lead through.
  public Tour tour() {
    return tour;
  }

  private Optional<Tour.Stop> stop(HttpServletRequest request) {
    Matcher kept = STOP.matcher(cookie(request, TOUR_COOKIE));
    return kept.matches()
        ? tour.stop(kept.group(1), Integer.parseInt(kept.group(2)))
        : Optional.empty();
  }

  /// The words in the language that the reader chose, or else asks for.
  public Words words(HttpServletRequest request) {
    Language language =
        Language.of(cookie(request, LANGUAGE_COOKIE)).orElseGet(() -> accepted(request));
    return said(language);
  }

  /// Who sent the request.
  public Optional<Visitor> visitor(HttpServletRequest request) {
    return visitors.of(request);
  }

  /// In whose name a page's jobs are called.
  ///
  /// @throws ProblemsException with the code `sign-in` when nobody is signed in
  public Acting acting(ServerRequest request) {
    return visitors
        .of(request.servletRequest())
        .map(Visitor::acting)
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("sign-in", "", "", "This page is for those who are signed in.")));
  }

  /// Whether htmx asks, and wants a fragment of the page.
  public static boolean wantsFragment(ServerRequest request) {
    return request.headers().firstHeader("HX-Request") != null
        && request.headers().firstHeader("HX-History-Restore-Request") == null;
  }

  /// The value of a cookie; empty for none.
  public static String cookie(HttpServletRequest request, String name) {
    Cookie @Nullable [] cookies = request.getCookies();
    if (cookies == null) {
      return "";
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) {
        return cookie.getValue();
      }
    }
    return "";
  }

  private Words said(Language language) {
    Words said = words.get(language);
    if (said == null) {
      throw new IllegalStateException("no words for " + language);
    }
    return said;
  }

  private static Language accepted(HttpServletRequest request) {
    String header = request.getHeader("Accept-Language");
    if (header == null || header.isBlank()) {
      return Language.ENGLISH;
    }
    try {
      return Language.accepted(Locale.LanguageRange.parse(header));
    } catch (IllegalArgumentException malformed) {
      return Language.accepted(List.of());
    }
  }

  private static Frame.Token token(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Frame.Token(token.getParameterName(), token.getToken())
        : Frame.Token.NONE;
  }

  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    String here = request.getRequestURI() + (query == null ? "" : "?" + query);
    return request.getMethod().equals("GET") && here.length() <= HERE_LENGTH_MAX ? here : "/";
  }
}
