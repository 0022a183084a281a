package org.zhiheng.jobs.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.UserId;

/// Keeps who there is: organisations, users, passwords and tokens.
///
/// Everything but one's own password and one's own tokens needs [Permission#ADMINISTER], and an
/// administrator reaches only users of their own organisation: others are not there. What was
/// changed stands in the audit trail. Refusals come as [ProblemsException].
public final class AccountBook {

  /// A token that never ends is forgotten, and then found by somebody else.
  public static final Duration TOKEN_LIFE_MAX = Duration.ofDays(366);

  private final Accounts accounts;
  private final AuditTrail trail;
  private final Passwords passwords;
  private final Secrets secrets;
  private final InstantSource clock;
  private final PasswordRules rules = PasswordRules.shipped();

  /// @param clock the time of what is kept
  public AccountBook(
      Accounts accounts,
      AuditTrail trail,
      Passwords passwords,
      Secrets secrets,
      InstantSource clock) {
    this.accounts = accounts;
    this.trail = trail;
    this.passwords = passwords;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// A user and the password that lets it in once; shown now, kept nowhere.
  ///
  /// @param user who it is
  /// @param oneTimePassword of 140 bits
  public record Welcomed(User user, String oneTimePassword) {}

  /// A token and its secret; shown now, kept nowhere.
  ///
  /// @param token what is kept of it
  /// @param secret what a program sends
  public record Issued(ApiToken token, String secret) {}

  /// The first administrator of an organisation that has no users; empty when it has some.
  ///
  /// @param by who does it, for the trail: the command line's name for it
  /// @throws ProblemsException when the name is refused or taken
  public Optional<Welcomed> first(
      OrganisationId organisation, LoginName name, String displayName, String by) {
    if (!accounts.users(organisation).isEmpty()) {
      return Optional.empty();
    }
    String password = secrets.oneTimePassword();
    Instant now = now();
    Accounts.Added added =
        accounts.addFirst(
            new Accounts.NewUser(
                organisation, name, checkedDisplayName(displayName), Role.ADMINISTRATOR),
            oneTime(password, now),
            now);
    return switch (added) {
      case Accounts.Added.New fresh -> {
        keep(now, organisation, by, "user-add", fresh.user(), "administrator, the first");
        yield Optional.of(new Welcomed(fresh.user(), password));
      }
      case Accounts.Added.NotFirst _ -> Optional.empty();
      case Accounts.Added.NameTaken _ -> throw nameTaken(name);
      case Accounts.Added.Full _ -> throw full();
      case Accounts.Added.NoOrganisation _ -> throw notFound(organisation.toString());
    };
  }

  /// Adds a user with a one-time password.
  ///
  /// @throws ProblemsException when the name is refused or taken, or the organisation is full
  public Welcomed add(Acting acting, LoginName name, String displayName, Role role) {
    acting.must(Permission.ADMINISTER);
    String password = secrets.oneTimePassword();
    Instant now = now();
    Accounts.Added added =
        accounts.add(
            new Accounts.NewUser(
                acting.organisation(), name, checkedDisplayName(displayName), role),
            oneTime(password, now),
            now);
    return switch (added) {
      case Accounts.Added.New fresh -> {
        keep(now, acting, "user-add", fresh.user(), role.code());
        yield new Welcomed(fresh.user(), password);
      }
      case Accounts.Added.NotFirst _ ->
          throw new IllegalStateException("add does not ask for the first");
      case Accounts.Added.NameTaken _ -> throw nameTaken(name);
      case Accounts.Added.Full _ -> throw full();
      case Accounts.Added.NoOrganisation _ -> throw notFound(acting.organisation().toString());
    };
  }

  /// An organisation of this register, for who lets it see a right.
  public Optional<Organisation> organisation(Acting acting, OrganisationId id) {
    acting.must(Permission.MANAGE);
    return accounts.organisation(id);
  }

  /// All users of one's organisation, by id.
  public List<User> users(Acting acting) {
    acting.must(Permission.ADMINISTER);
    return accounts.users(acting.organisation());
  }

  /// One user of one's organisation.
  ///
  /// @throws ProblemsException when there is no such user there
  public User user(Acting acting, UserId id) {
    acting.must(Permission.ADMINISTER);
    return own(acting, id);
  }

  /// Gives a user another role.
  public User setRole(Acting acting, UserId id, Role role) {
    acting.must(Permission.ADMINISTER);
    User before = own(acting, id);
    if (before.role() == role) {
      return before;
    }
    User after = changed(accounts.change(id, before.version(), role, before.standing()), before);
    keep(now(), acting, "user-role", after, before.role().code() + " to " + role.code());
    return after;
  }

  /// Lets a user in again.
  public User enable(Acting acting, UserId id) {
    return setStanding(acting, id, User.Standing.ENABLED);
  }

  /// Shuts a user out: its sessions and tokens open nothing from now on.
  public User disable(Acting acting, UserId id) {
    return setStanding(acting, id, User.Standing.DISABLED);
  }

  /// Gives a user who forgot theirs, or whose account somebody else may have got hold of, a
  /// one-time password; forgets the tries in vain, and ends all tokens.
  public Welcomed resetPassword(Acting acting, UserId id) {
    acting.must(Permission.ADMINISTER);
    User user = own(acting, id);
    String password = secrets.oneTimePassword();
    Instant now = now();
    User after = changed(accounts.setPassword(id, user.version(), oneTime(password, now)), user);
    Tries tries = accounts.tries(user.name().text());
    accounts.replaceTries(user.name().text(), tries, Tries.NONE);
    List<ApiToken> tokens = accounts.tokens(id);
    tokens.forEach(token -> accounts.revoke(id, token.id()));
    keep(
        now,
        acting,
        "user-password-reset",
        after,
        tokens.isEmpty() ? "" : tokens.size() + " tokens ended");
    return new Welcomed(after, password);
  }

  /// Changes one's own password. The caller has seen the old one just now ([Gate#withPassword]).
  ///
  /// @return the user at its new version: what was opened with the old password is closed
  /// @throws ProblemsException with what is wrong with the new one
  public User changePassword(User user, String oldPassword, String newPassword) {
    Optional<Problem> refusal = rules.refusal(newPassword, user.name(), user.displayName());
    if (refusal.isPresent()) {
      throw new ProblemsException(refusal.get());
    }
    if (newPassword.equals(oldPassword)) {
      throw new ProblemsException(
          Problem.of("password-same", "password", "", "The new password is the old one."));
    }
    Instant now = now();
    User after =
        changed(
            accounts.setPassword(
                user.id(),
                user.version(),
                new Password(passwords.hash(newPassword), Password.Use.LASTING, now)),
            user);
    keep(now, user.organisation(), user.name().text(), "password-change", after, "");
    return after;
  }

  /// Makes a token in one's own name.
  ///
  /// @param mine who acts: the user itself, not a token of theirs
  /// @param scopes at least one, none that the role does not have
  /// @throws ProblemsException when something of it is refused
  public Issued issue(User mine, String label, Set<Permission> scopes, Duration life) {
    Acting acting = mine.acting();
    String named = label.strip();
    if (named.isEmpty() || named.length() > ApiToken.LABEL_LENGTH_MAX) {
      throw refused(
          "token-label",
          "label",
          label,
          "A token is named with 1 to " + ApiToken.LABEL_LENGTH_MAX + " characters.");
    }
    if (scopes.isEmpty()) {
      throw refused("token-scopes", "scopes", "", "A token has at least one scope.");
    }
    scopes.forEach(acting::must);
    if (!life.isPositive() || life.compareTo(TOKEN_LIFE_MAX) > 0) {
      throw refused(
          "token-life",
          "days",
          Long.toString(life.toDays()),
          "A token lives for 1 to " + TOKEN_LIFE_MAX.toDays() + " days.");
    }
    String secret = secrets.token();
    Instant now = now();
    ApiToken token =
        accounts
            .addToken(
                new Accounts.NewToken(
                    mine.id(),
                    named,
                    secret.substring(0, Secrets.OPENING_LENGTH),
                    scopes,
                    now,
                    now.plus(life)),
                Digest.of(secret.getBytes(StandardCharsets.UTF_8)))
            .orElseThrow(() ->
                refused(
                    "token-too-many",
                    "",
                    "",
                    "A user has at most " + Accounts.TOKENS_MAX + " tokens; end one first."));
    trail.keep(
        new AuditTrail.Entry(
            now,
            mine.organisation(),
            mine.name().text(),
            "token-add",
            token.id().toString(),
            token.opening() + "… " + codes(scopes)));
    return new Issued(token, secret);
  }

  /// One's own tokens, by id.
  public List<ApiToken> tokens(User mine) {
    return accounts.tokens(mine.id());
  }

  /// The tokens of a user of one's organisation.
  public List<ApiToken> tokens(Acting acting, UserId id) {
    acting.must(Permission.ADMINISTER);
    return accounts.tokens(own(acting, id).id());
  }

  /// Ends one of one's own tokens.
  public void revoke(User mine, TokenId id) {
    end(mine.organisation(), mine.name().text(), mine, id);
  }

  /// Ends a token of a user of one's organisation.
  public void revoke(Acting acting, UserId user, TokenId id) {
    acting.must(Permission.ADMINISTER);
    end(acting.organisation(), acting.name(), own(acting, user), id);
  }

  private void end(OrganisationId organisation, String by, User user, TokenId id) {
    if (!accounts.revoke(user.id(), id)) {
      throw notFound(id.toString());
    }
    trail.keep(
        new AuditTrail.Entry(
            now(), organisation, by, "token-revoke", id.toString(), "of " + user.name()));
  }

  private User setStanding(Acting acting, UserId id, User.Standing standing) {
    acting.must(Permission.ADMINISTER);
    User before = own(acting, id);
    if (before.standing() == standing) {
      return before;
    }
    User after = changed(accounts.change(id, before.version(), before.role(), standing), before);
    keep(now(), acting, "user-" + standing.code(), after, "");
    return after;
  }

  private User own(Acting acting, UserId id) {
    return accounts
        .user(id)
        .filter(user -> user.organisation().equals(acting.organisation()))
        .orElseThrow(() -> notFound(id.toString()));
  }

  private static User changed(Accounts.Changed changed, User before) {
    return switch (changed) {
      case Accounts.Changed.Done done -> done.user();
      case Accounts.Changed.Stale _ ->
          throw refused(
              "stale", "", before.id().toString(), "Somebody else changed this; look again.");
      case Accounts.Changed.NotFound _ -> throw notFound(before.id().toString());
      case Accounts.Changed.LastAdministrator _ ->
          throw refused(
              "last-administrator",
              "",
              before.name().text(),
              "An organisation keeps at least one enabled administrator.");
    };
  }

  private Password oneTime(String password, Instant now) {
    return new Password(passwords.hash(password), Password.Use.ONE_TIME, now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void keep(Instant at, Acting acting, String action, User user, String detail) {
    keep(at, acting.organisation(), acting.name(), action, user, detail);
  }

  private void keep(
      Instant at, OrganisationId organisation, String by, String action, User user, String detail) {
    String words = detail.isEmpty() ? user.name().text() : user.name().text() + ": " + detail;
    trail.keep(new AuditTrail.Entry(at, organisation, by, action, user.id().toString(), words));
  }

  private static String codes(Set<Permission> scopes) {
    return scopes.stream().sorted().map(Permission::code).collect(Collectors.joining(" "));
  }

  private static String checkedDisplayName(String typed) {
    String name = typed.strip();
    if (name.isEmpty() || name.length() > User.DISPLAY_NAME_LENGTH_MAX) {
      throw refused(
          "display-name",
          "displayName",
          typed,
          "A name has 1 to " + User.DISPLAY_NAME_LENGTH_MAX + " characters.");
    }
    return name;
  }

  private static ProblemsException nameTaken(LoginName name) {
    return refused("name-taken", "name", name.text(), "Somebody signs in under this name already.");
  }

  private static ProblemsException full() {
    return refused(
        "users-too-many", "", "", "An organisation has at most " + Accounts.USERS_MAX + " users.");
  }

  private static ProblemsException notFound(String id) {
    return refused("not-found", "", id, "There is nothing under this id.");
  }

  private static ProblemsException refused(String code, String path, String given, String reason) {
    return new ProblemsException(Problem.of(code, path, given, reason));
  }
}
