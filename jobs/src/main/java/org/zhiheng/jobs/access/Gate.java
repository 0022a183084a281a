package org.zhiheng.jobs.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.values.Digest;
import org.zhiheng.values.UserId;

/// Says who comes in.
///
/// A name that nobody has costs the same work and locks the same way as one that somebody has, so
/// that neither time nor answers tell which names exist. Each try is counted before the password is
/// looked at: guesses made at the same moment count one by one. Safe for many threads.
///
/// Tries are counted for the name and the address they come from, so that nobody is shut out by
/// somebody else's guesses; those of all addresses together lock the name only where it never came
/// in from.
///
/// Every sign-in that names a user, in vain or not, stands in the audit trail, in vain with the
/// address it came from; a try under a name that nobody has belongs to no organisation and stands
/// in none.
public final class Gate {

  /// Names that nobody has share this many counts, so that inventing names fills no disk.
  private static final int NOBODIES = 1 << 16;

  /// Addresses share this many counts of a name, so that many addresses fill no disk. Whoever has
  /// thousands of networks can reach the count of a known address so, and lock it for an hour.
  private static final int ADDRESSES = 1 << 12;

  /// An address that a name came in from is known for this long.
  private static final Duration KNOWN_FOR = Duration.ofDays(90);

  /// Others counted at the same moment this often: somebody guesses in parallel.
  private static final int COUNT_ATTEMPTS_MAX = 16;

  private final Accounts accounts;
  private final AuditTrail trail;
  private final Passwords passwords;
  private final InstantSource clock;

  /// @param clock the time of locks and of the trail
  public Gate(Accounts accounts, AuditTrail trail, Passwords passwords, InstantSource clock) {
    this.accounts = accounts;
    this.trail = trail;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// A name and a password, as typed.
  ///
  /// @param address where they come from
  /// @throws Busy when too many sign in at once
  public Entry withPassword(String typedName, String typedPassword, String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<LoginName> name = LoginName.parse(typedName).found();
    Optional<User> user = name.flatMap(accounts::named);
    Keys keys = Keys.of(typedName, user, address);

    Optional<Instant> locked = count(keys, now);
    if (locked.isPresent()) {
      user.ifPresent(found -> keep(now, found, "sign-in-refused", "locked, from " + address));
      return new Entry.LockedUntil(locked.get());
    }

    Optional<Password> kept = user.flatMap(found -> accounts.password(found.id()));
    String hash = kept.map(Password::hash).orElseGet(passwords::nobody);
    boolean right =
        PasswordRules.lengthFits(typedPassword)
            ? passwords.matches(typedPassword, hash)
            : passwords.matches("", passwords.nobody());
    if (user.isEmpty() || kept.isEmpty() || !right) {
      user.ifPresent(found -> failed(found, keys, address, now));
      return new Entry.WrongSecret();
    }
    return opened(user.get(), kept.get(), typedPassword, keys, now);
  }

  /// An API token, as sent.
  public Entry withToken(String typed) {
    if (typed.length() != Secrets.TOKEN_LENGTH || !typed.startsWith(Secrets.TOKEN_OPENING)) {
      return new Entry.WrongSecret();
    }
    Instant now = clock.instant();
    Optional<ApiToken> found =
        accounts
            .token(Digest.of(typed.getBytes(StandardCharsets.UTF_8)))
            .filter(token -> now.isBefore(token.expiresAt()));
    Optional<User> owner = found.flatMap(token -> accounts.user(token.user()));
    if (found.isEmpty() || owner.isEmpty()) {
      return new Entry.WrongSecret();
    }
    if (owner.get().standing() == User.Standing.DISABLED) {
      return new Entry.Disabled();
    }
    ApiToken token = found.get();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (token.lastUsedOn().isEmpty() || token.lastUsedOn().get().isBefore(today)) {
      accounts.used(token.id(), today);
    }
    return new Entry.In(owner.get(), acting(owner.get(), token));
  }

  /// Somebody whom an OpenID Connect provider vouches for; never makes a user.
  ///
  /// The subject decides, once it is linked. The first time, a verified e-mail address that is a
  /// user's login name links the two.
  ///
  /// @param verifiedEmail the claim `email`, only when the claim `email_verified` is true
  public Entry withIdentity(ExternalIdentity identity, Optional<String> verifiedEmail) {
    Instant now = clock.instant();
    Optional<User> user = accounts.linked(identity);
    if (user.isEmpty()) {
      user =
          verifiedEmail
              .flatMap(mail -> LoginName.parse(mail).found())
              .flatMap(accounts::named)
              .filter(found -> accounts.link(found.id(), identity));
      user.ifPresent(found -> keep(now, found, "identity-link", identity.issuer()));
    }
    if (user.isEmpty()) {
      return new Entry.WrongSecret();
    }
    User found = user.get();
    if (found.standing() == User.Standing.DISABLED) {
      keep(now, found, "sign-in-refused", "disabled");
      return new Entry.Disabled();
    }
    keep(now, found, "sign-in", "OpenID Connect");
    return new Entry.In(found, found.acting());
  }

  /// The user that came in earlier, if what was opened then is still open: enabled, and the same
  /// version.
  public Optional<User> still(UserId id, long version) {
    return accounts
        .user(id)
        .filter(user -> user.version() == version)
        .filter(user -> user.standing() == User.Standing.ENABLED);
  }

  /// The user of this id needs a password of its own before anything else.
  public boolean mustChange(UserId id) {
    return accounts
        .password(id)
        .filter(password -> password.use() == Password.Use.ONE_TIME)
        .isPresent();
  }

  /// Notes that somebody left.
  public void left(User user) {
    keep(clock.instant(), user, "sign-out", "");
  }

  private Entry opened(User user, Password kept, String typed, Keys keys, Instant now) {
    if (user.standing() == User.Standing.DISABLED) {
      keep(now, user, "sign-in-refused", "disabled");
      return new Entry.Disabled();
    }
    put(keys.near(), Tries.NONE);
    if (!known(keys, now)) {
      // from a known address it tells nothing of what others try
      put(keys.all(), Tries.NONE);
    }
    put(keys.known(), Tries.NONE.again(now));
    if (passwords.outdated(kept.hash())) {
      accounts.rehash(user.id(), kept.hash(), passwords.hash(typed));
    }
    return switch (kept.use()) {
      case LASTING -> {
        keep(now, user, "sign-in", "");
        yield new Entry.In(user, user.acting());
      }
      case ONE_TIME -> {
        keep(now, user, "sign-in", "one-time password");
        yield new Entry.MustChange(user);
      }
    };
  }

  /// Counts one more try; when it is locked, counts nothing and says until when. What all addresses
  /// together may not try any more does not count for one of them.
  private Optional<Instant> count(Keys keys, Instant now) {
    Instant near = accounts.tries(keys.near()).lockedUntil(Tries.FREE);
    if (now.isBefore(near)) {
      return Optional.of(near);
    }
    Optional<Instant> all =
        known(keys, now) ? Optional.empty() : count(keys.all(), Tries.FREE_OF_ALL, now);
    return all.isPresent() ? all : count(keys.near(), Tries.FREE, now);
  }

  private boolean known(Keys keys, Instant now) {
    Tries came = accounts.tries(keys.known());
    return came.count() > 0 && now.isBefore(came.lastAt().plus(KNOWN_FOR));
  }

  private Optional<Instant> count(String key, int free, Instant now) {
    for (int attempt = 0; attempt < COUNT_ATTEMPTS_MAX; attempt++) {
      Tries seen = accounts.tries(key);
      if (now.isBefore(seen.lockedUntil(free))) {
        return Optional.of(seen.lockedUntil(free));
      }
      if (accounts.replaceTries(key, seen, seen.again(now))) {
        return Optional.empty();
      }
    }
    throw new Busy(Tries.LOCK_MIN);
  }

  private void put(String key, Tries tries) {
    for (int attempt = 0; attempt < COUNT_ATTEMPTS_MAX; attempt++) {
      if (accounts.replaceTries(key, accounts.tries(key), tries)) {
        return;
      }
    }
  }

  private void failed(User user, Keys keys, String address, Instant now) {
    Instant locked = accounts.tries(keys.near()).lockedUntil(Tries.FREE);
    keep(
        now,
        user,
        "sign-in-failed",
        "from "
            + address
            + (now.isBefore(locked)
                ? ", locked until " + locked.truncatedTo(ChronoUnit.SECONDS)
                : ""));
  }

  private void keep(Instant at, User user, String action, String detail) {
    trail.keep(
        new AuditTrail.Entry(
            at, user.organisation(), user.name().text(), action, user.id().toString(), detail));
  }

  private static Acting acting(User user, ApiToken token) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    permissions.addAll(Acting.permissionsOf(user.role()));
    permissions.retainAll(token.scopes());
    return new Acting(
        user.organisation(), user.name().text() + " (" + token.opening() + "…)", permissions);
  }

  /// What tries are counted under.
  ///
  /// @param near the name from this address; a new password, or a new role, begins anew
  /// @param all the name from all that it never came in from
  /// @param known counted once it came in from there
  private record Keys(String near, String all, String known) {

    static Keys of(String typedName, Optional<User> user, String address) {
      if (user.isPresent()) {
        String name = user.get().name().text();
        String near = name + " @" + bucket(address, ADDRESSES) + " " + user.get().version();
        return new Keys(near, name, name + " @" + bucket(address, ADDRESSES) + " known");
      }
      // No login name begins with a question mark.
      String folded = typedName.strip().toLowerCase(Locale.ROOT);
      String near = "?" + bucket(folded + " @" + bucket(address, ADDRESSES), NOBODIES);
      return new Keys(near, "?all " + bucket(folded, NOBODIES), near + " known");
    }

    private static int bucket(String text, int of) {
      byte[] digest = Digest.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
      return (((digest[0] & 0xff) << 8) | (digest[1] & 0xff)) % of;
    }
  }
}
