package org.zhiheng.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.zhiheng.jobs.access.Busy;
import org.zhiheng.jobs.access.Entry;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.User;
import org.zhiheng.values.Problem;

/// Asks somebody who is in for the password once more, before what outlives the session. A try
/// counts as one at the door does.
final class OwnPassword {

  private final Guard guard;
  private final Gate gate;

  OwnPassword(Guard guard, Gate gate) {
    this.guard = guard;
    this.gate = gate;
  }

  /// Why it is not taken; empty where it is the user's.
  ///
  /// @param field of the form it was typed into
  Optional<Problem> refusal(HttpServletRequest request, User user, String field, String typed) {
    if (!guard.signIns().take(Client.of(request)).isZero()) {
      return Optional.of(locked());
    }
    try {
      return switch (gate.withPassword(user.name().text(), typed, Client.of(request))) {
        case Entry.In _, Entry.MustChange _ -> Optional.empty();
        case Entry.WrongSecret _ ->
            Optional.of(Problem.of("password-wrong", field, "", "This is not your password."));
        case Entry.Disabled _, Entry.LockedUntil _ -> Optional.of(locked());
      };
    } catch (Busy _) {
      return Optional.of(locked());
    }
  }

  private static Problem locked() {
    return Problem.of(
        "sign-in-locked", "", "", "Too many tries; wait some minutes before the next one.");
  }
}
