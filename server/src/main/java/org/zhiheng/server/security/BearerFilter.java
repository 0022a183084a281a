package org.zhiheng.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhiheng.jobs.access.Entry;
import org.zhiheng.jobs.access.Gate;

/// Finds out by the header `Authorization: Bearer` who sent a request. Cookies say nothing here.
///
/// Source: RFC 6750 (2012-10), sections 2.1 and 3.
final class BearerFilter extends OncePerRequestFilter {

  private static final String SCHEME = "bearer ";

  private final Gate gate;
  private final Seats seats;
  private final Buckets signIns;
  private final Refusals refusals;

  BearerFilter(Gate gate, Seats seats, Buckets signIns, Refusals refusals) {
    this.gate = gate;
    this.seats = seats;
    this.signIns = signIns;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      SeatFilter.pass(Optional.empty(), request, response, chain);
      return;
    }
    Entry entry = gate.withToken(header.substring(SCHEME.length()).strip());
    switch (entry) {
      case Entry.In in ->
          SeatFilter.pass(
              Optional.of(
                  new Present(
                      in.user(), in.acting(), seats.organisation(in.user()), Present.Way.TOKEN)),
              request,
              response,
              chain);
      case Entry.WrongSecret _, Entry.Disabled _, Entry.MustChange _, Entry.LockedUntil _ -> {
        Duration wait = signIns.take(Client.of(request));
        if (wait.isZero()) {
          refusals.noToken(request, response, Refusals.TokenFault.WRONG);
        } else {
          refusals.tooFast(request, response, wait);
        }
      }
    }
  }
}
