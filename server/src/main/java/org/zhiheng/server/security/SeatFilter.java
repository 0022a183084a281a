package org.zhiheng.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out by the session who sent a request.
final class SeatFilter extends OncePerRequestFilter {

  private final Seats seats;

  SeatFilter(Seats seats) {
    this.seats = seats;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Present> present =
        request.getRequestURI().startsWith(Guard.ASSETS)
            ? Optional.empty()
            : seats.present(request);
    pass(present, request, response, chain);
  }

  /// Goes on in the name of whom was found.
  static void pass(
      Optional<Present> present,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    try {
      if (present.isPresent()) {
        present.get().keepIn(request);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(present.get().authentication());
        SecurityContextHolder.setContext(context);
      }
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }
}
