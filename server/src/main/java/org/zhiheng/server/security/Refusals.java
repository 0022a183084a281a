package org.zhiheng.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.zhiheng.server.api.ProblemJson;
import org.zhiheng.server.page.Place;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.values.Problem;

/// Says no: as a page to a browser, as problem+json to a program.
final class Refusals {

  /// Too Many Requests.
  static final int TOO_MANY = 429;

  private static final String TEMPLATE = "access/refused.jte";

  private final Rendering rendering;

  Refusals(Rendering rendering) {
    this.rendering = rendering;
  }

  /// What is wrong with a token.
  enum TokenFault {
    /// There is none.
    MISSING,
    /// It is not known, expired, or its user's account is closed.
    WRONG
  }

  /// Refuses in the form the caller reads.
  void write(HttpServletRequest request, HttpServletResponse response, int status, Problem problem)
      throws IOException {
    if (Guard.isApi(request)) {
      send(
          response,
          status,
          ProblemJson.TYPE.toString(),
          ProblemJson.bytes(status, List.of(problem)));
      return;
    }
    byte[] page =
        rendering.bytes(request, Place.HOME, TEMPLATE, new RefusedView(status, problem, "/"));
    send(response, status, Rendering.HTML.toString(), page);
  }

  /// Refuses in one line, before anything is known of the caller.
  void plain(HttpServletResponse response, int status, Problem problem) throws IOException {
    byte[] line = (problem.reason() + "\n").getBytes(StandardCharsets.UTF_8);
    send(response, status, "text/plain;charset=UTF-8", line);
  }

  /// Refuses for now.
  void tooFast(HttpServletRequest request, HttpServletResponse response, Duration wait)
      throws IOException {
    long seconds = seconds(wait);
    response.setHeader("Retry-After", Long.toString(seconds));
    write(
        request,
        response,
        TOO_MANY,
        Problem.of(
            "too-fast",
            "",
            Long.toString(seconds),
            "Too many requests; the next one is taken in " + seconds + " s."));
  }

  /// Asks a program for a token.
  void noToken(HttpServletRequest request, HttpServletResponse response, TokenFault fault)
      throws IOException {
    switch (fault) {
      case MISSING -> {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"zhiheng\"");
        write(
            request,
            response,
            HttpServletResponse.SC_UNAUTHORIZED,
            Problem.of(
                "token-missing",
                "Authorization",
                "",
                "Send a token of yours: Authorization: Bearer zht_…"));
      }
      case WRONG -> {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"zhiheng\", error=\"invalid_token\"");
        write(
            request,
            response,
            HttpServletResponse.SC_UNAUTHORIZED,
            Problem.of(
                "token-wrong", "Authorization", "", "This token is not known, or has ended."));
      }
    }
  }

  /// Sends a browser to where one signs in, and back afterwards.
  void signIn(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    String here = request.getRequestURI() + (query == null ? "" : "?" + query);
    String to =
        request.getMethod().equals("GET") && !here.equals("/")
            ? "?to=" + URLEncoder.encode(here, StandardCharsets.UTF_8)
            : "";
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", SignInPages.PATH);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      redirect(response, SignInPages.PATH + to);
    }
  }

  /// See Other: the next request is a GET, whatever this one was.
  static void redirect(HttpServletResponse response, String path) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
  }

  /// Whole seconds, at least one.
  static long seconds(Duration wait) {
    return Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000L));
  }

  /// Sends a whole answer that nobody keeps.
  static void send(HttpServletResponse response, int status, String type, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
