package org.zhiheng.contracts.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.ApiToken;
import org.zhiheng.jobs.access.ExternalIdentity;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Password;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.TokenId;
import org.zhiheng.jobs.access.Tries;
import org.zhiheng.jobs.access.User;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.UserId;

/// Accounts in memory; one lock over all.
public final class MemoryAccounts implements Accounts {

  // All fields are guarded by this.
  private final TreeMap<OrganisationId, Organisation> organisations = new TreeMap<>();
  private final TreeMap<UserId, User> users = new TreeMap<>();
  private final Map<UserId, Password> passwords = new HashMap<>();
  private final Map<String, Tries> tries = new HashMap<>();
  private final TreeMap<TokenId, ApiToken> tokens = new TreeMap<>();
  private final Map<Digest, TokenId> secrets = new HashMap<>();
  private final Map<ExternalIdentity, UserId> links = new HashMap<>();

  /// Nobody is there yet.
  public MemoryAccounts() {}

  @Override
  public synchronized Organisation addOrganisation(String name, Instant at) {
    OrganisationId id =
        new OrganisationId(organisations.isEmpty() ? 1 : organisations.lastKey().number() + 1);
    Organisation added = new Organisation(id, name, at);
    organisations.put(id, added);
    return added;
  }

  @Override
  public synchronized Optional<Organisation> organisation(OrganisationId id) {
    return Optional.ofNullable(organisations.get(id));
  }

  @Override
  public synchronized List<Organisation> organisations() {
    return List.copyOf(organisations.values());
  }

  @Override
  public synchronized Added add(NewUser user, Password password, Instant at) {
    if (!organisations.containsKey(user.organisation())) {
      return new Added.NoOrganisation();
    }
    if (named(user.name()).isPresent()) {
      return new Added.NameTaken();
    }
    if (users(user.organisation()).size() >= USERS_MAX) {
      return new Added.Full();
    }
    UserId id = new UserId(users.isEmpty() ? 1 : users.lastKey().number() + 1);
    User added =
        new User(
            id,
            user.organisation(),
            user.name(),
            user.displayName(),
            user.role(),
            User.Standing.ENABLED,
            1,
            at);
    users.put(id, added);
    passwords.put(id, password);
    return new Added.New(added);
  }

  @Override
  public synchronized Added addFirst(NewUser user, Password password, Instant at) {
    return users(user.organisation()).isEmpty() ? add(user, password, at) : new Added.NotFirst();
  }

  @Override
  public synchronized Optional<User> user(UserId id) {
    return Optional.ofNullable(users.get(id));
  }

  @Override
  public synchronized Optional<User> named(LoginName name) {
    return users.values().stream().filter(user -> user.name().equals(name)).findFirst();
  }

  @Override
  public synchronized List<User> users(OrganisationId organisation) {
    return users.values().stream()
        .filter(user -> user.organisation().equals(organisation))
        .toList();
  }

  @Override
  public synchronized Optional<Password> password(UserId id) {
    return Optional.ofNullable(passwords.get(id));
  }

  @Override
  public synchronized Changed setPassword(UserId id, long version, Password password) {
    User user = users.get(id);
    if (user == null) {
      return new Changed.NotFound();
    }
    if (user.version() != version) {
      return new Changed.Stale();
    }
    passwords.put(id, password);
    return new Changed.Done(replaced(user, user.role(), user.standing()));
  }

  @Override
  public synchronized void rehash(UserId id, String from, String to) {
    passwords.computeIfPresent(
        id,
        (_, kept) -> kept.hash().equals(from) ? new Password(to, kept.use(), kept.setAt()) : kept);
  }

  @Override
  public synchronized Changed change(UserId id, long version, Role role, User.Standing standing) {
    User user = users.get(id);
    if (user == null) {
      return new Changed.NotFound();
    }
    if (user.version() != version) {
      return new Changed.Stale();
    }
    boolean stays = role == Role.ADMINISTRATOR && standing == User.Standing.ENABLED;
    if (!stays
        && users(user.organisation()).stream()
            .filter(other -> !other.id().equals(id))
            .noneMatch(MemoryAccounts::administers)
        && administers(user)) {
      return new Changed.LastAdministrator();
    }
    return new Changed.Done(replaced(user, role, standing));
  }

  @Override
  public synchronized Tries tries(String key) {
    return tries.getOrDefault(key, Tries.NONE);
  }

  @Override
  public synchronized boolean replaceTries(String key, Tries seen, Tries next) {
    if (!tries(key).equals(seen)) {
      return false;
    }
    if (next.equals(Tries.NONE)) {
      tries.remove(key);
    } else {
      tries.put(key, next);
    }
    return true;
  }

  @Override
  public synchronized Optional<ApiToken> addToken(NewToken token, Digest secret) {
    long alive =
        tokens(token.user()).stream()
            .filter(other -> other.expiresAt().isAfter(token.createdAt()))
            .count();
    if (alive >= TOKENS_MAX) {
      return Optional.empty();
    }
    TokenId id = new TokenId(tokens.isEmpty() ? 1 : tokens.lastKey().number() + 1);
    ApiToken added =
        new ApiToken(
            id,
            token.user(),
            token.label(),
            token.opening(),
            token.scopes(),
            token.createdAt(),
            token.expiresAt(),
            Optional.empty());
    tokens.put(id, added);
    secrets.put(secret, id);
    return Optional.of(added);
  }

  @Override
  public synchronized Optional<ApiToken> token(Digest secret) {
    return Optional.ofNullable(secrets.get(secret)).map(tokens::get);
  }

  @Override
  public synchronized List<ApiToken> tokens(UserId user) {
    return tokens.values().stream().filter(token -> token.user().equals(user)).toList();
  }

  @Override
  public synchronized boolean revoke(UserId user, TokenId id) {
    ApiToken token = tokens.get(id);
    if (token == null || !token.user().equals(user)) {
      return false;
    }
    tokens.remove(id);
    secrets.values().remove(id);
    return true;
  }

  @Override
  public synchronized void used(TokenId id, LocalDate day) {
    tokens.computeIfPresent(
        id,
        (_, token) ->
            token.lastUsedOn().filter(noted -> !noted.isBefore(day)).isPresent()
                ? token
                : new ApiToken(
                    id,
                    token.user(),
                    token.label(),
                    token.opening(),
                    token.scopes(),
                    token.createdAt(),
                    token.expiresAt(),
                    Optional.of(day)));
  }

  @Override
  public synchronized Optional<User> linked(ExternalIdentity identity) {
    return Optional.ofNullable(links.get(identity)).flatMap(this::user);
  }

  @Override
  public synchronized boolean link(UserId user, ExternalIdentity identity) {
    for (Map.Entry<ExternalIdentity, UserId> link : new ArrayList<>(links.entrySet())) {
      boolean sameUser = link.getValue().equals(user);
      boolean sameIdentity = link.getKey().equals(identity);
      if (sameUser && sameIdentity) {
        return true;
      }
      if (sameIdentity || (sameUser && link.getKey().issuer().equals(identity.issuer()))) {
        return false;
      }
    }
    if (!users.containsKey(user)) {
      return false;
    }
    links.put(identity, user);
    return true;
  }

  @Override
  public synchronized void unlink(UserId user) {
    links.values().removeIf(user::equals);
  }

  private User replaced(User user, Role role, User.Standing standing) {
    User after =
        new User(
            user.id(),
            user.organisation(),
            user.name(),
            user.displayName(),
            role,
            standing,
            user.version() + 1,
            user.createdAt());
    users.put(user.id(), after);
    return after;
  }

  private static boolean administers(User user) {
    return user.role() == Role.ADMINISTRATOR && user.standing() == User.Standing.ENABLED;
  }
}
