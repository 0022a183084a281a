package org.zhiheng.server.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.User;
import org.zhiheng.values.UserId;

/// The sessions of those who came in by the browser.
///
/// A session is made anew when somebody comes in, so that nobody sits in one that was prepared for
/// them, and with each request it is asked whether the user is still the same.
final class Seats {

  private static final String ATTRIBUTE = "seat";

  private final Gate gate;
  private final Accounts accounts;
  private final GuardSettings settings;
  private final InstantSource clock;

  Seats(Gate gate, Accounts accounts, GuardSettings settings, InstantSource clock) {
    this.gate = gate;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /// What a session holds.
  private record Seat(long user, long version, Instant openedAt, Present.Way way)
      implements Serializable {}

  /// Opens a session for this user; one that was open is ended.
  void open(HttpServletRequest request, User user, Present.Way way) {
    end(request);
    HttpSession session = request.getSession(true);
    session.setMaxInactiveInterval(Math.toIntExact(settings.idle().toSeconds()));
    session.setAttribute(
        ATTRIBUTE, new Seat(user.id().number(), user.version(), clock.instant(), way));
  }

  /// Ends the session.
  void close(HttpServletRequest request) {
    present(request).ifPresent(present -> gate.left(present.user()));
    end(request);
  }

  /// Who sits there, if somebody still does.
  Optional<Present> present(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Seat seat)) {
      return Optional.empty();
    }
    Optional<User> user =
        clock.instant().isBefore(seat.openedAt.plus(settings.life()))
            ? gate.still(new UserId(seat.user), seat.version)
            : Optional.empty();
    if (user.isEmpty()) {
      session.invalidate();
    }
    return user.map(found -> new Present(found, found.acting(), organisation(found), seat.way));
  }

  /// The name of a user's organisation.
  String organisation(User user) {
    return accounts.organisation(user.organisation()).map(Organisation::name).orElse("");
  }

  private static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
