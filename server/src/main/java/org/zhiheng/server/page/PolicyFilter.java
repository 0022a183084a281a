package org.zhiheng.server.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.function.ServerResponse;

/// Tells the browser what a page may do: nothing but what comes from here.
///
/// Whoever stands before it may have set another one; a handler that serves something else (a
/// document, a file to save) sets a stricter one of its own over this.
public final class PolicyFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /// The header's name.
  public static final String HEADER = "Content-Security-Policy";

  /// What a page may do. `frame-src` is for the preview of an attached document.
  public static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-src 'self';"
          + " frame-ancestors 'none'";

  private static final String REQUEST_ID = PolicyFilter.class.getName() + ".requestId";

  private static final int REQUEST_ID_BYTES = 6;

  private final SecureRandom random = new SecureRandom();

  /// An answer with a policy of its own, in the place of the one that filters set: two would both
  /// hold. It is never kept by a cache.
  public static ServerResponse instead(
      ServerResponse.BodyBuilder builder, String policy, byte[] bytes) {
    return builder
        .cacheControl(CacheControl.noStore())
        .build((_, response) -> {
          response.setHeader(HEADER, policy);
          response.setContentLength(bytes.length);
          response.getOutputStream().write(bytes);
          return null;
        });
  }

  /// Under which the log has this request; empty for one that did not pass here.
  public static String requestId(HttpServletRequest request) {
    return request.getAttribute(REQUEST_ID) instanceof String id ? id : "";
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    byte[] id = new byte[REQUEST_ID_BYTES];
    random.nextBytes(id);
    request.setAttribute(REQUEST_ID, HexFormat.of().formatHex(id));
    response.setHeader("X-Request-Id", requestId(request));
    if (!response.containsHeader(HEADER)) {
      response.setHeader(HEADER, PAGE);
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    try (MDC.MDCCloseable _ = MDC.putCloseable("request", requestId(request))) {
      chain.doFilter(request, response);
    }
  }
}
