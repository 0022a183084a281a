package org.zhiheng.jobs.access;

import java.time.Instant;

/// What knocking came to.
public sealed interface Entry {

  /// Come in.
  ///
  /// @param user who it is
  /// @param acting in whose name jobs are called: for a token, less than the user's role allows
  record In(User user, Acting acting) implements Entry {}

  /// The password is right and was given by somebody else: nothing but changing it is allowed.
  record MustChange(User user) implements Entry {}

  /// The name, the password or the token is wrong, or the token has expired; which one is not told.
  record WrongSecret() implements Entry {}

  /// Too many tries under this name; the secret was not looked at. Told of names that nobody has
  /// too.
  ///
  /// @param until when the next try is looked at
  record LockedUntil(Instant until) implements Entry {}

  /// The secret is right, the user is not enabled any more.
  record Disabled() implements Entry {}
}
