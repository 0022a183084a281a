package org.zhiheng.store.postgres.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.ApiToken;
import org.zhiheng.jobs.access.ExternalIdentity;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Password;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.TokenId;
import org.zhiheng.jobs.access.Tries;
import org.zhiheng.jobs.access.User;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.UserId;

/// Accounts in PostgreSQL.
///
/// What concerns all users of an organisation (the first, the last administrator, the number) is
/// decided under a lock on the organisation's row; what concerns all tokens of a user, under one on
/// the user's.
public final class PostgresAccounts implements Accounts {

  private static final String USER =
      "select id, organisation, name, display_name, role, standing, version, created_at"
          + " from account ";

  private static final String TOKEN =
      "select id, account_id, label, opening, scopes, created_at, expires_at, last_used_on"
          + " from api_token ";

  private final JdbcClient client;
  private final TransactionTemplate transaction;

  /// @param database open, and kept open by its owner
  public PostgresAccounts(Database database) {
    this.client = database.client();
    this.transaction = database.transaction();
  }

  @Override
  public Organisation addOrganisation(String name, Instant at) {
    long id =
        client
            .sql("insert into organisation (name, created_at) values (?, ?) returning id")
            .params(new Organisation(new OrganisationId(1), name, at).name(), time(at))
            .query(Long.class)
            .single();
    return new Organisation(new OrganisationId(id), name, at);
  }

  @Override
  public Optional<Organisation> organisation(OrganisationId id) {
    return client
        .sql("select id, name, created_at from organisation where id = ?")
        .param(id.number())
        .query(PostgresAccounts::organisation)
        .optional();
  }

  @Override
  public List<Organisation> organisations() {
    return client
        .sql("select id, name, created_at from organisation order by id")
        .query(PostgresAccounts::organisation)
        .list();
  }

  @Override
  public Added add(NewUser user, Password password, Instant at) {
    return atomically(() -> addWhere(user, password, at, USERS_MAX, new Added.Full()));
  }

  @Override
  public Added addFirst(NewUser user, Password password, Instant at) {
    return atomically(() -> addWhere(user, password, at, 1, new Added.NotFirst()));
  }

  private Added addWhere(
      NewUser user, Password password, Instant at, long countBelow, Added otherwise) {
    if (!lockOrganisation(user.organisation())) {
      return new Added.NoOrganisation();
    }
    long count =
        client
            .sql("select count(*) from account where organisation = ?")
            .param(user.organisation().number())
            .query(Long.class)
            .single();
    if (count >= countBelow) {
      return otherwise;
    }
    Optional<User> added =
        client
            .sql(
                """
                insert into account (organisation, name, display_name, role, standing, created_at,
                  password_hash, password_use, password_set_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (name) do nothing
                returning id, organisation, name, display_name, role, standing, version, created_at
                """)
            .params(
                user.organisation().number(),
                user.name().text(),
                user.displayName(),
                user.role().code(),
                User.Standing.ENABLED.code(),
                time(at),
                password.hash(),
                password.use().code(),
                time(password.setAt()))
            .query(PostgresAccounts::user)
            .optional();
    return added.<Added>map(Added.New::new).orElseGet(Added.NameTaken::new);
  }

  @Override
  public Optional<User> user(UserId id) {
    return client
        .sql(USER + "where id = ?")
        .param(id.number())
        .query(PostgresAccounts::user)
        .optional();
  }

  @Override
  public Optional<User> named(LoginName name) {
    return client
        .sql(USER + "where name = ?")
        .param(name.text())
        .query(PostgresAccounts::user)
        .optional();
  }

  @Override
  public List<User> users(OrganisationId organisation) {
    return client
        .sql(USER + "where organisation = ? order by id limit ?")
        .params(organisation.number(), USERS_MAX)
        .query(PostgresAccounts::user)
        .list();
  }

  @Override
  public Optional<Password> password(UserId id) {
    return client
        .sql("select password_hash, password_use, password_set_at from account where id = ?")
        .param(id.number())
        .query((row, _) ->
            new Password(
                row.getString(1),
                use(row.getString(2)),
                row.getObject(3, OffsetDateTime.class).toInstant()))
        .optional();
  }

  @Override
  public Changed setPassword(UserId id, long version, Password password) {
    return atomically(() -> {
      int changed =
          client
              .sql(
                  """
                  update account set password_hash = ?, password_use = ?, password_set_at = ?,
                    version = version + 1
                  where id = ? and version = ?
                  """)
              .params(
                  password.hash(),
                  password.use().code(),
                  time(password.setAt()),
                  id.number(),
                  version)
              .update();
      return after(id, changed);
    });
  }

  @Override
  public void rehash(UserId id, String from, String to) {
    client
        .sql("update account set password_hash = ? where id = ? and password_hash = ?")
        .params(to, id.number(), from)
        .update();
  }

  @Override
  public Changed change(UserId id, long version, Role role, User.Standing standing) {
    return atomically(() -> {
      Optional<User> seen = user(id);
      if (seen.isEmpty()) {
        return new Changed.NotFound();
      }
      lockOrganisation(seen.get().organisation());
      boolean stays = role == Role.ADMINISTRATOR && standing == User.Standing.ENABLED;
      if (!stays && isLastAdministrator(id, version, seen.get().organisation())) {
        return new Changed.LastAdministrator();
      }
      int changed =
          client
              .sql(
                  """
                  update account set role = ?, standing = ?, version = version + 1
                  where id = ? and version = ?
                  """)
              .params(role.code(), standing.code(), id.number(), version)
              .update();
      return after(id, changed);
    });
  }

  private boolean isLastAdministrator(UserId id, long version, OrganisationId organisation) {
    return client
        .sql(
            """
            select exists (select from account where id = :id and version = :version
                and role = :role and standing = :standing)
              and not exists (select from account where organisation = :organisation and id <> :id
                and role = :role and standing = :standing)
            """)
        .param("id", id.number())
        .param("version", version)
        .param("organisation", organisation.number())
        .param("role", Role.ADMINISTRATOR.code())
        .param("standing", User.Standing.ENABLED.code())
        .query(Boolean.class)
        .single();
  }

  private Changed after(UserId id, int changed) {
    return user(id)
        .<Changed>map(now -> changed == 1 ? new Changed.Done(now) : new Changed.Stale())
        .orElseGet(Changed.NotFound::new);
  }

  @Override
  public Tries tries(String key) {
    return client
        .sql("select count, last_at from sign_in_tries where key = ?")
        .param(key)
        .query((row, _) ->
            new Tries(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .optional()
        .orElse(Tries.NONE);
  }

  @Override
  public boolean replaceTries(String key, Tries seen, Tries next) {
    if (seen.equals(Tries.NONE)) {
      return next.equals(Tries.NONE)
          ? tries(key).equals(Tries.NONE)
          : client
                  .sql(
                      "insert into sign_in_tries (key, count, last_at) values (?, ?, ?)"
                          + " on conflict do nothing")
                  .params(key, next.count(), time(next.lastAt()))
                  .update()
              == 1;
    }
    if (next.equals(Tries.NONE)) {
      return client
              .sql("delete from sign_in_tries where key = ? and count = ? and last_at = ?")
              .params(key, seen.count(), time(seen.lastAt()))
              .update()
          == 1;
    }
    return client
            .sql(
                "update sign_in_tries set count = ?, last_at = ?"
                    + " where key = ? and count = ? and last_at = ?")
            .params(next.count(), time(next.lastAt()), key, seen.count(), time(seen.lastAt()))
            .update()
        == 1;
  }

  @Override
  public Optional<ApiToken> addToken(NewToken token, Digest secret) {
    return atomically(() -> {
      client
          .sql("select id from account where id = ? for no key update")
          .param(token.user().number())
          .query(Long.class)
          .single();
      return client
          .sql(
              """
              insert into api_token (account_id, secret_digest, label, opening, scopes,
                created_at, expires_at)
              select :user, :secret, :label, :opening, :scopes, :created, :expires
              where (select count(*) from api_token
                     where account_id = :user and expires_at > :created) < :max
              returning id, account_id, label, opening, scopes, created_at, expires_at,
                last_used_on
              """)
          .param("user", token.user().number())
          .param("secret", secret.hex())
          .param("label", token.label())
          .param("opening", token.opening())
          .param(
              "scopes",
              token.scopes().stream()
                  .map(Permission::code)
                  .sorted()
                  .collect(Collectors.joining(" ")))
          .param("created", time(token.createdAt()))
          .param("expires", time(token.expiresAt()))
          .param("max", TOKENS_MAX)
          .query(PostgresAccounts::token)
          .optional();
    });
  }

  @Override
  public Optional<ApiToken> token(Digest secret) {
    return client
        .sql(TOKEN + "where secret_digest = ?")
        .param(secret.hex())
        .query(PostgresAccounts::token)
        .optional();
  }

  @Override
  public List<ApiToken> tokens(UserId user) {
    return client
        .sql(TOKEN + "where account_id = ? order by id")
        .param(user.number())
        .query(PostgresAccounts::token)
        .list();
  }

  @Override
  public boolean revoke(UserId user, TokenId id) {
    return client
            .sql("delete from api_token where account_id = ? and id = ?")
            .params(user.number(), id.number())
            .update()
        == 1;
  }

  @Override
  public void used(TokenId id, LocalDate day) {
    client
        .sql(
            "update api_token set last_used_on = ?"
                + " where id = ? and (last_used_on is null or last_used_on < ?)")
        .params(day, id.number(), day)
        .update();
  }

  @Override
  public Optional<User> linked(ExternalIdentity identity) {
    return client
        .sql(
            USER
                + "where id = (select account_id from account_identity"
                + " where issuer = ? and subject = ?)")
        .params(identity.issuer(), identity.subject())
        .query(PostgresAccounts::user)
        .optional();
  }

  @Override
  public boolean link(UserId user, ExternalIdentity identity) {
    client
        .sql(
            """
            insert into account_identity (issuer, subject, account_id)
            select ?, ?, id from account where id = ?
            on conflict do nothing
            """)
        .params(identity.issuer(), identity.subject(), user.number())
        .update();
    return linked(identity).filter(found -> found.id().equals(user)).isPresent();
  }

  @Override
  public void unlink(UserId user) {
    client.sql("delete from account_identity where account_id = ?").param(user.number()).update();
  }

  private boolean lockOrganisation(OrganisationId id) {
    return client
        .sql("select id from organisation where id = ? for no key update")
        .param(id.number())
        .query(Long.class)
        .optional()
        .isPresent();
  }

  /// What is done inside a transaction.
  private interface Work<T> {
    T run();
  }

  private <T> T atomically(Work<T> work) {
    T result = transaction.execute(_ -> work.run());
    if (result == null) {
      throw new IllegalStateException("a transaction gave nothing back");
    }
    return result;
  }

  private static Organisation organisation(ResultSet row, int number) throws SQLException {
    return new Organisation(
        new OrganisationId(row.getLong("id")),
        row.getString("name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static User user(ResultSet row, int number) throws SQLException {
    return new User(
        new UserId(row.getLong("id")),
        new OrganisationId(row.getLong("organisation")),
        new LoginName(row.getString("name")),
        row.getString("display_name"),
        Role.parse(row.getString("role")).orThrow(),
        standing(row.getString("standing")),
        row.getLong("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static ApiToken token(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        new TokenId(row.getLong("id")),
        new UserId(row.getLong("account_id")),
        row.getString("label"),
        row.getString("opening"),
        scopes(row.getString("scopes")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("last_used_on", LocalDate.class)));
  }

  private static Set<Permission> scopes(String codes) {
    Set<Permission> scopes = EnumSet.noneOf(Permission.class);
    for (String code : codes.split(" ", -1)) {
      scopes.add(Permission.parse(code).orThrow());
    }
    return scopes;
  }

  private static User.Standing standing(String code) {
    for (User.Standing standing : User.Standing.values()) {
      if (standing.code().equals(code)) {
        return standing;
      }
    }
    throw new IllegalStateException("account.standing holds " + code);
  }

  private static Password.Use use(String code) {
    for (Password.Use use : Password.Use.values()) {
      if (use.code().equals(code)) {
        return use;
      }
    }
    throw new IllegalStateException("account.password_use holds " + code);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
