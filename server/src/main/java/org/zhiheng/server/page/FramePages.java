package org.zhiheng.server.page;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The switches of the frame (language, theme, rail) and the assets it is made of.
public final class FramePages {

  /// Where the switches post to.
  public static final String SETTINGS = "/settings";

  /// An attribute of requests that browsers send by HTTPS, wherever that ends: the proxy in front
  /// speaks plainly to us, and the request itself does not know.
  public static final String BY_HTTPS = "zhiheng.by-https";

  /// How long a choice is kept.
  private static final Duration KEPT = Duration.ofDays(400);

  private final Assets assets;

  /// Over these assets.
  public FramePages(Assets assets) {
    this.assets = assets;
  }

  /// The routes.
  public RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST(SETTINGS, this::choose)
        .GET(Assets.PATH + "{name}", this::asset)
        .GET(Assets.PATH + "{folder}/{name}", this::asset)
        .build();
  }

  private ServerResponse choose(ServerRequest request) {
    ServerResponse.BodyBuilder answer =
        ServerResponse.status(HttpStatus.SEE_OTHER)
            .location(URI.create(back(request.param("back").orElse("/"))));
    Map<String, String> cookies =
        Map.of(
            "language", Rendering.LANGUAGE_COOKIE,
            "theme", Rendering.THEME_COOKIE,
            "rail", Rendering.RAIL_COOKIE,
            "tour", Rendering.TOUR_COOKIE);
    cookies.forEach((param, cookie) ->
        request
            .param(param)
            .filter(value -> value.matches("[a-z]{2,6}"))
            .ifPresent(value -> answer.header("Set-Cookie", kept(request, cookie, value))));
    return answer.build();
  }

  private ServerResponse asset(ServerRequest request) {
    return assets
        .at(request.path())
        .map(asset ->
            ServerResponse.ok()
                .contentType(MediaType.parseMediaType(asset.mediaType()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .eTag(asset.digest().brief())
                .body(asset.bytes()))
        .orElseGet(() -> ServerResponse.notFound().build());
  }

  /// A cookie that the browser keeps, for this site only, unseen by scripts.
  public static String kept(ServerRequest request, String name, String value) {
    return ResponseCookie.from(name, value)
        .path("/")
        .maxAge(KEPT)
        .httpOnly(true)
        .secure(
            request.servletRequest().isSecure()
                || request.servletRequest().getAttribute(BY_HTTPS) != null)
        .sameSite("Lax")
        .build()
        .toString();
  }

  /// A path of this site, or else the first page: never another site.
  public static String back(String given) {
    return given.startsWith("/")
            && !given.startsWith("//")
            && !given.contains("\\")
            && given.chars().noneMatch(c -> c <= ' ' || c == 0x7f)
            && given.length() <= Rendering.HERE_LENGTH_MAX
            && isAddress(given)
        ? given
        : "/";
  }

  private static boolean isAddress(String given) {
    try {
      return !URI.create(given).isAbsolute();
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
