package org.zhiheng.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
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
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.UserId;

/// What every implementation of [Accounts] keeps to.
///
/// Names and organisations are made anew for each test, so that a store may keep what others left.
public abstract class AccountsContract {

  private static final Instant AT = Instant.parse("2026-11-22T08:00:00.123456Z");
  private static final Password PASSWORD = new Password("$hash$one", Password.Use.ONE_TIME, AT);

  /// The accounts under test; the same store for the whole of one test.
  protected abstract Accounts accounts();

  /// Text that no other test of this run has, of lower-case letters and digits.
  protected abstract String unique();

  private Organisation organisation() {
    return accounts().addOrganisation("知衡示例 " + unique(), AT);
  }

  private LoginName freeName() {
    return LoginName.parse("u." + unique()).orThrow();
  }

  private User user(Organisation organisation, Role role) {
    Accounts.Added added =
        accounts()
            .add(new Accounts.NewUser(organisation.id(), freeName(), "张 三", role), PASSWORD, AT);
    assertThat(added).isInstanceOf(Accounts.Added.New.class);
    return ((Accounts.Added.New) added).user();
  }

  private ApiToken token(User user, Digest secret, Instant createdAt) {
    return accounts()
        .addToken(
            new Accounts.NewToken(
                user.id(),
                "nightly export",
                "zht_Ab3dEf",
                Set.of(Permission.READ, Permission.EXPORT),
                createdAt,
                createdAt.plus(Duration.ofDays(30))),
            secret)
        .orElseThrow();
  }

  private Digest secret() {
    return Digest.of(unique().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  protected void givesBackAnOrganisationAsItWasEntered() {
    Organisation added = organisation();

    assertThat(accounts().organisation(added.id())).contains(added);
    assertThat(accounts().organisations()).contains(added);
  }

  @Test
  protected void givesBackAUserByIdByNameAndInItsOrganisation() {
    Organisation organisation = organisation();
    User added = user(organisation, Role.EXAMINER);

    assertThat(added.version()).isEqualTo(1);
    assertThat(added.standing()).isEqualTo(User.Standing.ENABLED);
    assertThat(accounts().user(added.id())).contains(added);
    assertThat(accounts().named(added.name())).contains(added);
    assertThat(accounts().users(organisation.id())).containsExactly(added);
    assertThat(accounts().password(added.id())).contains(PASSWORD);
  }

  @Test
  protected void keepsOrganisationsApart() {
    Organisation one = organisation();
    Organisation other = organisation();
    User mine = user(one, Role.VIEWER);

    assertThat(accounts().users(other.id())).isEmpty();
    assertThat(accounts().users(one.id())).containsExactly(mine);
  }

  @Test
  protected void refusesANameThatAnyOrganisationHas() {
    User taken = user(organisation(), Role.VIEWER);

    Accounts.Added again =
        accounts()
            .add(
                new Accounts.NewUser(organisation().id(), taken.name(), "李四", Role.VIEWER),
                PASSWORD,
                AT);

    assertThat(again).isEqualTo(new Accounts.Added.NameTaken());
  }

  @Test
  protected void refusesAUserOfNoOrganisation() {
    Accounts.Added added =
        accounts()
            .add(
                new Accounts.NewUser(
                    new OrganisationId(999_999_999_999L), freeName(), "李四", Role.VIEWER),
                PASSWORD,
                AT);

    assertThat(added).isEqualTo(new Accounts.Added.NoOrganisation());
  }

  @Test
  protected void addsTheFirstUserOnce() {
    Organisation organisation = organisation();
    Accounts.Added first = addFirst(organisation);
    Accounts.Added second = addFirst(organisation);

    assertThat(first).isInstanceOf(Accounts.Added.New.class);
    assertThat(second).isEqualTo(new Accounts.Added.NotFirst());
  }

  @Test
  protected void addsTheFirstUserOnceWhenManyTryAtOnce() {
    Organisation organisation = organisation();

    List<Accounts.Added> added = atOnce(8, () -> addFirst(organisation));

    assertThat(added).filteredOn(one -> one instanceof Accounts.Added.New).hasSize(1);
    assertThat(accounts().users(organisation.id())).hasSize(1);
  }

  private Accounts.Added addFirst(Organisation organisation) {
    return accounts()
        .addFirst(
            new Accounts.NewUser(organisation.id(), freeName(), "Admin", Role.ADMINISTRATOR),
            PASSWORD,
            AT);
  }

  @Test
  protected void setsAPasswordAtTheVersionSeenAndNoOther() {
    User user = user(organisation(), Role.VIEWER);
    Password lasting = new Password("$hash$two", Password.Use.LASTING, AT.plusSeconds(60));

    Accounts.Changed done = accounts().setPassword(user.id(), 1, lasting);
    Accounts.Changed stale = accounts().setPassword(user.id(), 1, PASSWORD);

    assertThat(done).isInstanceOf(Accounts.Changed.Done.class);
    assertThat(((Accounts.Changed.Done) done).user().version()).isEqualTo(2);
    assertThat(stale).isEqualTo(new Accounts.Changed.Stale());
    assertThat(accounts().password(user.id())).contains(lasting);
    assertThat(accounts().user(user.id()).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  protected void hashesAnewOnlyWhatIsStillThere() {
    User user = user(organisation(), Role.VIEWER);

    accounts().rehash(user.id(), "$hash$other", "$hash$wrong");
    accounts().rehash(user.id(), PASSWORD.hash(), "$hash$stronger");

    assertThat(accounts().password(user.id()))
        .contains(new Password("$hash$stronger", Password.Use.ONE_TIME, AT));
    assertThat(accounts().user(user.id()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  protected void changesRoleAndStanding() {
    Organisation organisation = organisation();
    User user = user(organisation, Role.VIEWER);

    Accounts.Changed changed =
        accounts().change(user.id(), 1, Role.MANAGER, User.Standing.DISABLED);

    User after = accounts().user(user.id()).orElseThrow();
    assertThat(changed).isEqualTo(new Accounts.Changed.Done(after));
    assertThat(after.role()).isEqualTo(Role.MANAGER);
    assertThat(after.standing()).isEqualTo(User.Standing.DISABLED);
    assertThat(after.version()).isEqualTo(2);
  }

  @Test
  protected void knowsNothingOfAUserThatIsNot() {
    UserId nobody = new UserId(999_999_999_999L);

    assertThat(accounts().user(nobody)).isEmpty();
    assertThat(accounts().password(nobody)).isEmpty();
    assertThat(accounts().setPassword(nobody, 1, PASSWORD))
        .isEqualTo(new Accounts.Changed.NotFound());
    assertThat(accounts().change(nobody, 1, Role.VIEWER, User.Standing.ENABLED))
        .isEqualTo(new Accounts.Changed.NotFound());
    assertThat(accounts().tokens(nobody)).isEmpty();
  }

  @Test
  protected void keepsTheLastEnabledAdministrator() {
    Organisation organisation = organisation();
    User first = user(organisation, Role.ADMINISTRATOR);
    User second = user(organisation, Role.ADMINISTRATOR);
    accounts().change(second.id(), 1, Role.ADMINISTRATOR, User.Standing.DISABLED);

    assertThat(accounts().change(first.id(), 1, Role.VIEWER, User.Standing.ENABLED))
        .isEqualTo(new Accounts.Changed.LastAdministrator());
    assertThat(accounts().change(first.id(), 1, Role.ADMINISTRATOR, User.Standing.DISABLED))
        .isEqualTo(new Accounts.Changed.LastAdministrator());
    assertThat(accounts().user(first.id())).contains(first);
  }

  @Test
  protected void keepsOneOfTwoAdministratorsWhenBothAreTakenAwayAtOnce() {
    for (int round = 0; round < 10; round++) {
      Organisation organisation = organisation();
      List<User> both =
          List.of(user(organisation, Role.ADMINISTRATOR), user(organisation, Role.ADMINISTRATOR));
      ArrayList<User> left = new ArrayList<>(both);

      atOnce(
          2,
          () -> {
            User mine;
            synchronized (left) {
              mine = left.removeLast();
            }
            return accounts().change(mine.id(), 1, Role.VIEWER, User.Standing.ENABLED);
          });

      assertThat(accounts().users(organisation.id()))
          .as("round %d", round)
          .filteredOn(user -> user.role() == Role.ADMINISTRATOR)
          .hasSize(1);
    }
  }

  @Test
  protected void countsEachOfManyTriesAtOnce() {
    String key = "?" + unique();

    atOnce(
        8,
        () -> {
          while (true) {
            Tries seen = accounts().tries(key);
            if (accounts().replaceTries(key, seen, seen.again(AT))) {
              return seen;
            }
          }
        });

    assertThat(accounts().tries(key)).isEqualTo(new Tries(8, AT));
  }

  @Test
  protected void forgetsTriesWhenTold() {
    String key = "?" + unique();
    assertThat(accounts().tries(key)).isEqualTo(Tries.NONE);
    assertThat(accounts().replaceTries(key, Tries.NONE, new Tries(3, AT))).isTrue();

    assertThat(accounts().replaceTries(key, new Tries(2, AT), Tries.NONE)).isFalse();
    assertThat(accounts().replaceTries(key, new Tries(3, AT), Tries.NONE)).isTrue();
    assertThat(accounts().tries(key)).isEqualTo(Tries.NONE);
    assertThat(accounts().replaceTries(key, Tries.NONE, Tries.NONE)).isTrue();
  }

  @Test
  protected void findsATokenByItsSecretAlone() {
    User user = user(organisation(), Role.EXAMINER);
    Digest secret = secret();
    ApiToken added = token(user, secret, AT);

    assertThat(accounts().token(secret)).contains(added);
    assertThat(accounts().tokens(user.id())).containsExactly(added);
    assertThat(accounts().token(secret())).isEmpty();
    assertThat(added.lastUsedOn()).isEmpty();
  }

  @Test
  protected void endsATokenOfItsUserOnly() {
    Organisation organisation = organisation();
    User user = user(organisation, Role.EXAMINER);
    User other = user(organisation, Role.EXAMINER);
    Digest secret = secret();
    TokenId id = token(user, secret, AT).id();

    assertThat(accounts().revoke(other.id(), id)).isFalse();
    assertThat(accounts().token(secret)).isPresent();
    assertThat(accounts().revoke(user.id(), id)).isTrue();
    assertThat(accounts().token(secret)).isEmpty();
    assertThat(accounts().revoke(user.id(), id)).isFalse();
  }

  @Test
  protected void notesTheLatestDayOfUse() {
    User user = user(organisation(), Role.EXAMINER);
    Digest secret = secret();
    TokenId id = token(user, secret, AT).id();

    accounts().used(id, LocalDate.of(2026, 11, 23));
    accounts().used(id, LocalDate.of(2026, 11, 22));

    assertThat(accounts().token(secret).orElseThrow().lastUsedOn())
        .isEqualTo(Optional.of(LocalDate.of(2026, 11, 23)));
  }

  @Test
  protected void refusesMoreUnexpiredTokensThanAllowed() {
    User user = user(organisation(), Role.EXAMINER);
    token(user, secret(), AT.minus(Duration.ofDays(90)));
    for (int index = 0; index < Accounts.TOKENS_MAX; index++) {
      token(user, secret(), AT);
    }

    Optional<ApiToken> over =
        accounts()
            .addToken(
                new Accounts.NewToken(
                    user.id(),
                    "one more",
                    "zht_Ab3dEf",
                    Set.of(Permission.READ),
                    AT,
                    AT.plusSeconds(1)),
                secret());

    assertThat(over).isEmpty();
  }

  @Test
  protected void linksAnIdentityToOneUserAndOneSubjectOfAnIssuer() {
    Organisation organisation = organisation();
    User user = user(organisation, Role.VIEWER);
    User other = user(organisation, Role.VIEWER);
    String issuer = "https://id.example/" + unique();
    ExternalIdentity identity = new ExternalIdentity(issuer, "s1");

    assertThat(accounts().linked(identity)).isEmpty();
    assertThat(accounts().link(user.id(), identity)).isTrue();
    assertThat(accounts().link(user.id(), identity)).isTrue();
    assertThat(accounts().link(other.id(), identity)).isFalse();
    assertThat(accounts().link(user.id(), new ExternalIdentity(issuer, "s2"))).isFalse();
    assertThat(accounts().linked(identity)).contains(user);

    accounts().unlink(user.id());
    assertThat(accounts().linked(identity)).isEmpty();
  }

  private static <T> List<T> atOnce(int count, Callable<T> call) {
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int index = 0; index < count; index++) {
        futures.add(threads.submit(call));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped", stopped);
    } catch (ExecutionException failed) {
      throw new AssertionError("a call at once failed", failed);
    }
  }
}
