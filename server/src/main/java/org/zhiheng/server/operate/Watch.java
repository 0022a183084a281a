package org.zhiheng.server.operate;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;
import org.zhiheng.server.page.PolicyFilter;

/// Stands before every page: counts, times and tells each request, and turns away what is too much.
///
/// The line of a request has its id, its method, the pattern of its route, the status and how long
/// it took. It has no path, no query, no name and no address: those can say who looked at what.
public final class Watch extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /// Requests under way at once. Threads are virtual and slow senders hold one each, so it is far
  /// above what one machine works on; beyond it memory would not suffice.
  static final int UNDER_WAY_MAX = 2_000;

  /// Of these, requests without a body, which are worked on at once: more would wait for each other
  /// longer than anybody waits for a page, so the rest is told to come back.
  static final int ANSWERED_AT_ONCE_MAX = 128;

  private static final String RETRY_AFTER_SECONDS = "2";

  private static final Logger LOG = LoggerFactory.getLogger("zhiheng.request");

  private static final Set<String> ASKING = Set.of("GET", "HEAD");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final transient Meters meters;
  private final int most;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();

  /// Tells these meters.
  public Watch(Meters meters) {
    this(meters, UNDER_WAY_MAX);
  }

  /// The same, with another bound.
  ///
  /// @param most requests under way at once
  public Watch(Meters meters, int most) {
    this.meters = meters;
    this.most = most;
    meters.figure("zhiheng.requests.under.way", "Requests that are being answered", underWay::get);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getDispatcherType() != DispatcherType.REQUEST) {
      chain.doFilter(request, response);
      return;
    }
    long from = System.nanoTime();
    int asks = ASKING.contains(request.getMethod()) ? 1 : 0;
    int all = underWay.incrementAndGet();
    int asking = answered.addAndGet(asks);
    try {
      if (all > most || (asks > 0 && asking > ANSWERED_AT_ONCE_MAX)) {
        meters.turnedAway();
        turnAway(response);
      } else {
        chain.doFilter(request, response);
      }
    } finally {
      answered.addAndGet(-asks);
      underWay.decrementAndGet();
      tell(request, response.getStatus(), Duration.ofNanos(System.nanoTime() - from));
    }
  }

  private static void turnAway(HttpServletResponse response) throws IOException {
    byte[] line =
        "Too much is asked at once; ask again in a moment.\n".getBytes(StandardCharsets.UTF_8);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain;charset=UTF-8");
    response.setContentLength(line.length);
    response.getOutputStream().write(line);
  }

  private void tell(HttpServletRequest request, int status, Duration took) {
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    String route = pattern == null ? "none" : pattern.toString();
    meters.answered(method, route, status, took);
    LOG.atInfo()
        .addKeyValue("id", PolicyFilter.requestId(request))
        .addKeyValue("method", method)
        .addKeyValue("route", route)
        .addKeyValue("status", status)
        .addKeyValue("millis", took.toMillis())
        .log("request");
  }
}
