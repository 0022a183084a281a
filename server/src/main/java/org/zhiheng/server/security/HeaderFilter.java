package org.zhiheng.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhiheng.server.page.FramePages;
import org.zhiheng.server.page.PolicyFilter;

/// Tells the browser what it may do with an answer.
///
/// The referrer stays within the site and is not withheld altogether: with `no-referrer` browsers
/// send `Origin: null` with forms, and [OriginFilter] would have to let that pass.
final class HeaderFilter extends OncePerRequestFilter {

  /// What a browser may do with an answer to a program.
  static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /// What no page of ours needs.
  static final String PERMISSIONS =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

  /// A year: browsers come back by HTTPS only.
  static final String STRICT_TRANSPORT = "max-age=31536000";

  private final GuardSettings.Transport transport;

  HeaderFilter(GuardSettings.Transport transport) {
    this.transport = transport;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(PolicyFilter.HEADER, Guard.isApi(request) ? API_POLICY : PolicyFilter.PAGE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Permissions-Policy", PERMISSIONS);
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    switch (transport) {
      case HTTPS -> {
        response.setHeader("Strict-Transport-Security", STRICT_TRANSPORT);
        request.setAttribute(FramePages.BY_HTTPS, true);
      }
      case LOOPBACK -> {}
    }
    chain.doFilter(request, response);
  }
}
