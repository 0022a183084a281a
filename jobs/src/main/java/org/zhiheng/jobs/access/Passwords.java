package org.zhiheng.jobs.access;

/// Turns passwords into what may be kept of them, and compares.
///
/// Slow and costly in memory by design; an implementation bounds how many run at once and lets the
/// others wait. Safe for many threads.
public interface Passwords {

  /// A salted hash in the PHC string format (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`).
  ///
  /// @throws Busy when too many wait already
  String hash(CharSequence password);

  /// Whether this password gave this hash; the time it takes does not depend on where they differ.
  /// A hash of a form that is not known never matches, after as much work.
  ///
  /// @throws Busy when too many wait already
  boolean matches(CharSequence password, String hash);

  /// The hash was made with weaker settings than are used now.
  boolean outdated(String hash);

  /// A hash that no known password gives, for the work that is done when there is no user.
  String nobody();
}
