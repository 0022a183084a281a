package org.zhiheng.jobs.access;

import java.time.Instant;
import java.util.Locale;

/// What is kept of a password: never the password.
///
/// @param hash as [Passwords#hash] made it
/// @param use how long it may serve
/// @param setAt when it was set
public record Password(String hash, Use use, Instant setAt) {

  /// How long a password may serve.
  public enum Use {
    /// Chosen by its user.
    LASTING,
    /// Given by somebody else: opens nothing but the page that changes it.
    ONE_TIME;

    /// `one-time`: the name in data, CLI and REST.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
