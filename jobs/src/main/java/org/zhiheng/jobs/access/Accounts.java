package org.zhiheng.jobs.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.UserId;

/// The organisations, users, passwords and tokens there are.
///
/// Durable when a call returns; a call does all or nothing; safe for many threads and processes.
/// Times are kept to the microsecond. Nothing here checks who asks: [AccountBook] and [Gate] do.
public interface Accounts {

  /// Users that an organisation may have: a list of them is shown as one page.
  int USERS_MAX = 10_000;

  /// Unexpired tokens that a user may have: more than a person can keep track of.
  int TOKENS_MAX = 50;

  /// Enters an organisation. Two may bear one name.
  Organisation addOrganisation(String name, Instant at);

  /// One organisation.
  Optional<Organisation> organisation(OrganisationId id);

  /// All, by id.
  List<Organisation> organisations();

  /// Adds a user, enabled, at version 1.
  Added add(NewUser user, Password password, Instant at);

  /// Adds a user only if its organisation has none: of two calls at once one comes first.
  Added addFirst(NewUser user, Password password, Instant at);

  /// One user.
  Optional<User> user(UserId id);

  /// The user of this name.
  Optional<User> named(LoginName name);

  /// An organisation's users, by id; at most [#USERS_MAX].
  List<User> users(OrganisationId organisation);

  /// What is kept of the user's password.
  Optional<Password> password(UserId id);

  /// Replaces the password if the user still is at this version.
  Changed setPassword(UserId id, long version, Password password);

  /// Replaces only the hash, of the same password made anew with stronger settings; the version
  /// stays. Does nothing when the hash is no longer this one.
  void rehash(UserId id, String from, String to);

  /// Sets role and standing. An organisation is never left without an enabled administrator: also
  /// when two calls at once take one of two away each.
  Changed change(UserId id, long version, Role role, User.Standing standing);

  /// Tries under this key (a folded name, or what [Gate] made of one that nobody has).
  Tries tries(String key);

  /// Replaces the tries under this key if they still are these; false when they are not. Replacing
  /// with [Tries#NONE] forgets the key.
  boolean replaceTries(String key, Tries seen, Tries next);

  /// Keeps a token under the digest of its secret; empty when the user has [#TOKENS_MAX] unexpired
  /// ones.
  Optional<ApiToken> addToken(NewToken token, Digest secret);

  /// The token of this secret, expired or not; empty when it was revoked or never was.
  Optional<ApiToken> token(Digest secret);

  /// A user's tokens, by id.
  List<ApiToken> tokens(UserId user);

  /// Ends a token; false when the user has no such token.
  boolean revoke(UserId user, TokenId id);

  /// Notes that a token was used on this day; an earlier day than the noted one changes nothing.
  void used(TokenId id, LocalDate day);

  /// The user that is linked to this identity.
  Optional<User> linked(ExternalIdentity identity);

  /// Links a user to an identity; false when the user has a link to another subject of this issuer
  /// or the identity is linked to another user. Linking again is no change.
  boolean link(UserId user, ExternalIdentity identity);

  /// Ends all links of a user.
  void unlink(UserId user);

  /// A user to be added.
  ///
  /// @param organisation whose
  /// @param name must be free
  /// @param displayName what others see
  /// @param role what it will be
  record NewUser(OrganisationId organisation, LoginName name, String displayName, Role role) {}

  /// A token to be added; see [ApiToken].
  record NewToken(
      UserId user,
      String label,
      String opening,
      Set<Permission> scopes,
      Instant createdAt,
      Instant expiresAt) {
    /// Copies the scopes.
    public NewToken {
      scopes = Set.copyOf(scopes);
    }
  }

  /// What adding a user came to.
  sealed interface Added {
    /// It is there.
    record New(User user) implements Added {}

    /// Somebody has this name, in this organisation or another.
    record NameTaken() implements Added {}

    /// The organisation has users already; only from [#addFirst].
    record NotFirst() implements Added {}

    /// The organisation has [#USERS_MAX] users.
    record Full() implements Added {}

    /// There is no such organisation.
    record NoOrganisation() implements Added {}
  }

  /// What changing a user came to.
  sealed interface Changed {
    /// It stands now, at a new version.
    record Done(User user) implements Changed {}

    /// Somebody else changed it first: read again, decide again.
    record Stale() implements Changed {}

    /// There is no such user.
    record NotFound() implements Changed {}

    /// It is the last enabled administrator of its organisation.
    record LastAdministrator() implements Changed {}
  }
}
