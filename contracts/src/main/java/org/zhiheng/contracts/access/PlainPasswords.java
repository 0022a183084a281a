package org.zhiheng.contracts.access;

import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.jobs.access.Passwords;

/// Passwords that are not hashed at all, for tests that are about something else: hashing costs a
/// tenth of a second.
public final class PlainPasswords implements Passwords {

  private final AtomicLong compared = new AtomicLong();

  /// Compares nothing yet.
  public PlainPasswords() {}

  /// How often a password was compared: the work that was done.
  public long compared() {
    return compared.get();
  }

  @Override
  public String hash(CharSequence password) {
    return "plain:" + password;
  }

  @Override
  public boolean matches(CharSequence password, String hash) {
    compared.incrementAndGet();
    return hash.equals("plain:" + password) || hash.equals("weak:" + password);
  }

  @Override
  public boolean outdated(String hash) {
    return hash.startsWith("weak:");
  }

  @Override
  public String nobody() {
    return "nobody";
  }
}
