package org.zhiheng.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiheng.contracts.MemoryAuditTrail;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.Secrets;
import org.zhiheng.jobs.access.User;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.ProblemsException;

/// Who may change what, and what is refused.
final class AccountBookTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final MemoryAccounts accounts = new MemoryAccounts();
  private final AccountBook book =
      new AccountBook(
          accounts,
          new MemoryAuditTrail(),
          new PlainPasswords(),
          new Secrets(Seed.of(2).random()),
          () -> NOW);

  private User admin(String name) {
    Organisation organisation = accounts.addOrganisation("示例 " + name, NOW);
    return book.first(organisation.id(), new LoginName(name), "Admin", "cli").orElseThrow().user();
  }

  private static void refuses(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused -> assertThat(refused.problems().getFirst().code()).isEqualTo(code));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, names = "ADMINISTRATOR", mode = EnumSource.Mode.EXCLUDE)
  void letsNobodyButAnAdministratorKeepUsers(Role role) {
    User admin = admin("admin.one");
    Acting acting = Acting.as(admin.organisation(), "somebody", role);

    refuses("forbidden", () -> book.users(acting));
    refuses("forbidden", () -> book.user(acting, admin.id()));
    refuses(
        "forbidden", () -> book.add(acting, new LoginName("new.user"), "New", Role.ADMINISTRATOR));
    refuses("forbidden", () -> book.setRole(acting, admin.id(), Role.VIEWER));
    refuses("forbidden", () -> book.disable(acting, admin.id()));
    refuses("forbidden", () -> book.enable(acting, admin.id()));
    refuses("forbidden", () -> book.resetPassword(acting, admin.id()));
    refuses("forbidden", () -> book.tokens(acting, admin.id()));
  }

  @Test
  void hidesTheUsersOfOtherOrganisations() {
    User mine = admin("admin.one");
    User theirs = admin("admin.two");

    refuses("not-found", () -> book.user(mine.acting(), theirs.id()));
    refuses("not-found", () -> book.setRole(mine.acting(), theirs.id(), Role.VIEWER));
    refuses("not-found", () -> book.resetPassword(mine.acting(), theirs.id()));
    assertThat(book.users(mine.acting())).containsExactly(mine);
  }

  @Test
  void keepsTheLastAdministrator() {
    User admin = admin("admin.one");

    refuses("last-administrator", () -> book.disable(admin.acting(), admin.id()));
    refuses("last-administrator", () -> book.setRole(admin.acting(), admin.id(), Role.AUDITOR));
  }

  @Test
  void refusesANameThatIsTaken() {
    User admin = admin("admin.one");

    refuses(
        "name-taken",
        () -> book.add(admin.acting(), new LoginName("admin.one"), "Again", Role.VIEWER));
    refuses("display-name", () -> book.add(admin.acting(), new LoginName("xx"), " ", Role.VIEWER));
  }

  @Test
  void refusesToChangeAPasswordForAPoorOneOrTheSame() {
    AccountBook.Welcomed welcomed =
        book.first(
                accounts.addOrganisation("示例", NOW).id(), new LoginName("admin.one"), "A B", "cli")
            .orElseThrow();

    refuses(
        "password-same",
        () ->
            book.changePassword(
                welcomed.user(), welcomed.oneTimePassword(), welcomed.oneTimePassword()));
    refuses("password-common", () -> book.changePassword(welcomed.user(), "old", "Password123456"));
    User changed = book.changePassword(welcomed.user(), "old", "seventeen quiet herons");
    refuses("stale", () -> book.changePassword(welcomed.user(), "old", "eighteen quiet herons"));
    assertThat(changed.version()).isEqualTo(2);
  }

  @Test
  void refusesATokenWithMoreThanTheRoleOrNoEnd() {
    User admin = admin("admin.one");
    User viewer =
        book.add(admin.acting(), new LoginName("viewer.one"), "Viewer", Role.VIEWER).user();

    refuses(
        "forbidden", () -> book.issue(viewer, "t", Set.of(Permission.RECORD), Duration.ofDays(1)));
    refuses("token-scopes", () -> book.issue(viewer, "t", Set.of(), Duration.ofDays(1)));
    refuses(
        "token-life", () -> book.issue(viewer, "t", Set.of(Permission.READ), Duration.ofDays(367)));
    refuses("token-life", () -> book.issue(viewer, "t", Set.of(Permission.READ), Duration.ZERO));
    refuses(
        "token-label",
        () -> book.issue(viewer, "x".repeat(81), Set.of(Permission.READ), Duration.ofDays(1)));
  }

  @Seeds(50)
  void makesOneTimePasswordsOf140BitsThatReadAloud(Seed seed) {
    MemoryAccounts empty = new MemoryAccounts();
    Organisation organisation = empty.addOrganisation("示例", NOW);
    AccountBook mine =
        new AccountBook(
            empty,
            new MemoryAuditTrail(),
            new PlainPasswords(),
            new Secrets(seed.random()),
            () -> NOW);

    String password =
        mine.first(organisation.id(), new LoginName("admin"), "Admin", "cli")
            .orElseThrow()
            .oneTimePassword();

    // 28 characters of 32 possible ones: 28 × 5 bits = 140 bits.
    assertThat(password).matches("([0-9a-hjkmnp-tv-z]{4}-){6}[0-9a-hjkmnp-tv-z]{4}");
  }
}
