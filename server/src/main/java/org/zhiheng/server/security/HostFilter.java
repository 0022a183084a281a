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

/// Turns requests for another host's name away.
final class HostFilter extends OncePerRequestFilter {

  /// Misdirected Request.
  private static final int MISDIRECTED = 421;

  private final Set<String> hosts;
  private final Refusals refusals;

  HostFilter(Set<String> hosts, Refusals refusals) {
    this.hosts = hosts;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String host = request.getHeader("Host") == null ? "" : request.getServerName();
    if (hosts.contains(host.toLowerCase(Locale.ROOT))) {
      chain.doFilter(request, response);
    } else {
      refusals.plain(
          response,
          MISDIRECTED,
          Problem.of("host", "Host", host, "This server does not answer for this host name."));
    }
  }
}
