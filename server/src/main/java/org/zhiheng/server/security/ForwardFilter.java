package org.zhiheng.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/// Believes the proxy on this machine about who is in front of it: the last hop of
/// `X-Forwarded-For`, which the proxy itself wrote. What stands before that was written by whoever
/// sent the request.
///
/// Stands only where browsers come by HTTPS through such a proxy.
final class ForwardFilter extends OncePerRequestFilter {

  private static final String HEADER = "X-Forwarded-For";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (literal(request.getRemoteAddr()).filter(InetAddress::isLoopbackAddress).isPresent()) {
      List<String> lines = Collections.list(request.getHeaders(HEADER));
      if (!lines.isEmpty()) {
        String last = lines.getLast();
        literal(last.substring(last.lastIndexOf(',') + 1).strip())
            .ifPresent(address -> Client.keepIn(request, address));
      }
    }
    chain.doFilter(request, response);
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
