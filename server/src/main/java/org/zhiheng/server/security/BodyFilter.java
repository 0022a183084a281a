package org.zhiheng.server.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.values.Problem;

/// Lets nobody send more than a form who has nothing more to send: neither who is not known nor who
/// may neither record nor import. It stands before the form's token is looked for, for which the
/// container reads the whole body.
///
/// What the others may send is limited where it is read: forms and uploads by the container, raw
/// bodies by who stores them.
final class BodyFilter extends OncePerRequestFilter {

  /// A name, a password, a token, and where to go then; with room to spare.
  static final int ANONYMOUS_BYTES_MAX = 16 * 1024;

  private final Refusals refusals;

  BodyFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean unknownLength =
        request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
    if (Present.in(request).filter(BodyFilter::sendsFiles).isPresent()
        || (!unknownLength && request.getContentLengthLong() <= ANONYMOUS_BYTES_MAX)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Connection", "close");
    refusals.write(
        request,
        response,
        HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
        Problem.of(
            "too-large",
            "",
            "",
            "Who may neither record nor import may send at most "
                + ANONYMOUS_BYTES_MAX
                + " bytes."));
  }

  private static boolean sendsFiles(Present present) {
    return switch (present.way()) {
      case ONE_TIME -> false;
      case SESSION, OUTSIDE, TOKEN ->
          present.acting().may(Permission.RECORD)
              || present.acting().may(Permission.IMPORT)
              || present.acting().may(Permission.MANAGE);
    };
  }
}
