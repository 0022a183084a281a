package org.zhiheng.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.filter.OncePerRequestFilter;

/// Slows down who asks too much: 429 with `Retry-After`.
final class PaceFilter extends OncePerRequestFilter {

  private final Buckets buckets;
  private final Function<HttpServletRequest, Optional<String>> key;
  private final Refusals refusals;

  /// @param key whose pace a request counts for; empty for nobody's
  PaceFilter(
      Buckets buckets, Function<HttpServletRequest, Optional<String>> key, Refusals refusals) {
    this.buckets = buckets;
    this.key = key;
    this.refusals = refusals;
  }

  /// One filter a pace: the name under which it marks a request as seen differs.
  @Override
  protected String getAlreadyFilteredAttributeName() {
    return PaceFilter.class.getName() + "." + System.identityHashCode(this);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Duration wait = key.apply(request).map(buckets::take).orElse(Duration.ZERO);
    if (wait.isZero()) {
      chain.doFilter(request, response);
    } else {
      refusals.tooFast(request, response, wait);
    }
  }
}
