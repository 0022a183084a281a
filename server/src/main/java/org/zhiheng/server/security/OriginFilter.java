package org.zhiheng.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhiheng.values.Problem;

/// Turns forms of other sites away before their bodies are read; the token in the form is asked for
/// after that.
///
/// Browsers say where a request comes from: in `Sec-Fetch-Site` (all since 2023) and in `Origin`. A
/// program that says neither is judged by its token alone.
final class OriginFilter extends OncePerRequestFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Refusals refusals;

  OriginFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // a link of another site must not open a session here in somebody's name
    boolean opens = request.getRequestURI().equals(OutsideDoor.PATH);
    if ((SAFE_METHODS.contains(request.getMethod()) && !opens) || isOurs(request)) {
      chain.doFilter(request, response);
    } else {
      refusals.write(
          request,
          response,
          HttpServletResponse.SC_FORBIDDEN,
          Problem.of("cross-site", "", "", "This was sent from a page of another site."));
    }
  }

  private static boolean isOurs(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return false;
    }
    String origin = request.getHeader("Origin");
    String host = request.getHeader("Host");
    return origin == null
        || (host != null
            && origin
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "//")
                .equals("//" + host.toLowerCase(Locale.ROOT)));
  }
}
