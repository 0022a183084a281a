package org.zhiheng.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryAuditTrail;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Entry;
import org.zhiheng.jobs.access.ExternalIdentity;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.Secrets;
import org.zhiheng.jobs.access.User;
import org.zhiheng.seeds.Seed;

/// The gate and the book over accounts in memory.
final class GateTest {

  private static final String RIGHT = "seventeen quiet herons";
  private static final String HERE = "192.0.2.7";
  private static final String ELSEWHERE = "198.51.100.9";

  private final MemoryAccounts accounts = new MemoryAccounts();
  private final MemoryAuditTrail trail = new MemoryAuditTrail();
  private final PlainPasswords passwords = new PlainPasswords();
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private final AccountBook book =
      new AccountBook(accounts, trail, passwords, new Secrets(Seed.of(1).random()), () -> now);
  private final Gate gate = new Gate(accounts, trail, passwords, () -> now);
  private Organisation organisation;
  private User admin;

  @BeforeEach
  void openTheBook() {
    organisation = accounts.addOrganisation("示例代理", now);
    AccountBook.Welcomed welcomed =
        book.first(organisation.id(), new LoginName("root.user"), "First", "cli").orElseThrow();
    admin = book.changePassword(welcomed.user(), welcomed.oneTimePassword(), RIGHT);
  }

  private List<String> actions() {
    return trail.page(organisation.id(), Optional.empty(), 100).reversed().stream()
        .map(kept -> kept.entry().action())
        .toList();
  }

  @Test
  void letsTheFirstAdministratorInToChangeThePasswordOnly() {
    Organisation other = accounts.addOrganisation("另一家", now);
    AccountBook.Welcomed welcomed =
        book.first(other.id(), new LoginName("second.admin"), "Second", "cli").orElseThrow();

    assertThat(gate.withPassword("second.admin", welcomed.oneTimePassword(), HERE))
        .isEqualTo(new Entry.MustChange(welcomed.user()));
    assertThat(book.first(other.id(), new LoginName("third.admin"), "Third", "cli")).isEmpty();
  }

  @Test
  void letsARightPasswordInUnderAnySpellingOfTheName() {
    assertThat(gate.withPassword(" Root.USER ", RIGHT, HERE))
        .isEqualTo(new Entry.In(admin, admin.acting()));
  }

  @Test
  void doesTheSameWorkForANameThatNobodyHas() {
    long before = passwords.compared();
    assertThat(gate.withPassword("nobody.here", RIGHT, HERE)).isEqualTo(new Entry.WrongSecret());
    long forNobody = passwords.compared() - before;
    assertThat(gate.withPassword("root.user", "wrong", HERE)).isEqualTo(new Entry.WrongSecret());

    assertThat(passwords.compared() - before - forNobody).isEqualTo(forNobody).isEqualTo(1);
  }

  @Test
  void locksANameThatNobodyHasLikeOneThatSomebodyHas() {
    for (String name : List.of("root.user", "nobody.here", "不是名字!")) {
      for (int attempt = 0; attempt < 5; attempt++) {
        assertThat(gate.withPassword(name, "wrong", HERE)).isEqualTo(new Entry.WrongSecret());
      }
      assertThat(gate.withPassword(name, RIGHT, HERE))
          .as(name)
          .isEqualTo(new Entry.LockedUntil(now.plus(Duration.ofMinutes(1))));
    }
  }

  @Test
  void theTrailSaysWhereATryInVainCameFrom() {
    for (int attempt = 0; attempt < 6; attempt++) {
      gate.withPassword("root.user", "wrong", ELSEWHERE);
    }

    assertThat(
            trail.page(organisation.id(), Optional.empty(), 100).stream()
                .map(kept -> kept.entry().action() + ": " + kept.entry().detail())
                .filter(line -> line.startsWith("sign-in")))
        .containsExactly(
            "sign-in-refused: locked, from " + ELSEWHERE,
            "sign-in-failed: from " + ELSEWHERE + ", locked until 2026-11-22T08:01:00Z",
            "sign-in-failed: from " + ELSEWHERE,
            "sign-in-failed: from " + ELSEWHERE,
            "sign-in-failed: from " + ELSEWHERE,
            "sign-in-failed: from " + ELSEWHERE);
  }

  @Test
  void shutsNobodyOutByGuessesFromElsewhere() {
    gate.withPassword("root.user", RIGHT, HERE);
    for (int attempt = 0; attempt < 900; attempt++) {
      gate.withPassword("root.user", "wrong", "203.0.113." + attempt % 250);
      now = now.plusSeconds(1);
    }

    assertThat(gate.withPassword("root.user", RIGHT, ELSEWHERE))
        .isInstanceOf(Entry.LockedUntil.class);
    assertThat(gate.withPassword("root.user", RIGHT, HERE)).isInstanceOf(Entry.In.class);
    assertThat(gate.withPassword("root.user", RIGHT, "203.0.113.1"))
        .isInstanceOf(Entry.LockedUntil.class);
  }

  @Test
  void resettingAPasswordUnlocksAndEndsTokens() {
    User other = examiner();
    AccountBook.Issued issued =
        book.issue(other, "nightly", Set.of(Permission.READ), Duration.ofDays(30));
    for (int attempt = 0; attempt < 6; attempt++) {
      gate.withPassword("examiner.one", "wrong", HERE);
    }
    AccountBook.Welcomed welcomed = book.resetPassword(admin.acting(), other.id());

    assertThat(gate.withToken(issued.secret())).isEqualTo(new Entry.WrongSecret());
    assertThat(gate.withPassword("examiner.one", welcomed.oneTimePassword(), HERE))
        .isInstanceOf(Entry.MustChange.class);
  }

  @Test
  void looksAgainWhenTheLockIsOverAndLocksLongerAfterTheNextOne() {
    for (int attempt = 0; attempt < 5; attempt++) {
      gate.withPassword("root.user", "wrong", HERE);
    }
    now = now.plus(Duration.ofMinutes(1));
    assertThat(gate.withPassword("root.user", "wrong", HERE)).isEqualTo(new Entry.WrongSecret());
    assertThat(gate.withPassword("root.user", RIGHT, HERE))
        .isEqualTo(new Entry.LockedUntil(now.plus(Duration.ofMinutes(2))));

    now = now.plus(Duration.ofMinutes(2));
    assertThat(gate.withPassword("root.user", RIGHT, HERE)).isInstanceOf(Entry.In.class);
    assertThat(gate.withPassword("root.user", "wrong", HERE)).isEqualTo(new Entry.WrongSecret());
  }

  @Test
  void doesNotForgetTriesWithTheProcess() {
    for (int attempt = 0; attempt < 5; attempt++) {
      gate.withPassword("root.user", "wrong", HERE);
    }

    Gate restarted = new Gate(accounts, trail, passwords, () -> now);

    assertThat(restarted.withPassword("root.user", RIGHT, HERE))
        .isInstanceOf(Entry.LockedUntil.class);
  }

  @Test
  void tellsADisabledUserOnlyToWhoKnowsThePassword() {
    User other = examiner();
    book.disable(admin.acting(), other.id());

    assertThat(gate.withPassword("examiner.one", "wrong", HERE)).isEqualTo(new Entry.WrongSecret());
    assertThat(gate.withPassword("examiner.one", RIGHT, HERE)).isEqualTo(new Entry.Disabled());
    assertThat(gate.still(other.id(), other.version())).isEmpty();
  }

  @Test
  void hashesAnewWhatWasHashedWeakly() {
    accounts.rehash(admin.id(), "plain:" + RIGHT, "weak:" + RIGHT);

    gate.withPassword("root.user", RIGHT, HERE);

    assertThat(accounts.password(admin.id()).orElseThrow().hash()).isEqualTo("plain:" + RIGHT);
  }

  @Test
  void letsATokenDoNoMoreThanItsScopesAndItsUsersRole() {
    User examiner = examiner();
    AccountBook.Issued issued =
        book.issue(
            examiner, "nightly", Set.of(Permission.READ, Permission.RECORD), Duration.ofDays(30));
    book.setRole(admin.acting(), examiner.id(), Role.VIEWER);

    Entry entry = gate.withToken(issued.secret());

    assertThat(issued.secret()).matches("zht_[A-Za-z0-9_-]{43}");
    assertThat(entry).isInstanceOf(Entry.In.class);
    assertThat(((Entry.In) entry).acting())
        .isEqualTo(
            new Acting(
                organisation.id(),
                "examiner.one (" + issued.token().opening() + "…)",
                Set.of(Permission.READ)));
    assertThat(accounts.tokens(examiner.id()).getFirst().lastUsedOn())
        .contains(java.time.LocalDate.of(2026, 11, 22));
  }

  @Test
  void refusesATokenThatExpiredWasRevokedOrNeverWas() {
    User examiner = examiner();
    AccountBook.Issued issued =
        book.issue(examiner, "short", Set.of(Permission.READ), Duration.ofDays(1));
    AccountBook.Issued revoked =
        book.issue(examiner, "revoked", Set.of(Permission.READ), Duration.ofDays(1));
    book.revoke(examiner, revoked.token().id());

    assertThat(gate.withToken(revoked.secret())).isEqualTo(new Entry.WrongSecret());
    assertThat(gate.withToken("zht_" + "A".repeat(43))).isEqualTo(new Entry.WrongSecret());
    assertThat(gate.withToken("")).isEqualTo(new Entry.WrongSecret());
    now = now.plus(Duration.ofDays(1));
    assertThat(gate.withToken(issued.secret())).isEqualTo(new Entry.WrongSecret());
  }

  @Test
  void linksAVerifiedAddressOnceAndThenGoesByTheSubject() {
    accounts.add(
        new Accounts.NewUser(organisation.id(), new LoginName("li@example.org"), "Li", Role.VIEWER),
        new org.zhiheng.jobs.access.Password(
            "none", org.zhiheng.jobs.access.Password.Use.ONE_TIME, now),
        now);
    ExternalIdentity li = new ExternalIdentity("https://id.example", "s-1");
    ExternalIdentity impostor = new ExternalIdentity("https://id.example", "s-2");

    assertThat(gate.withIdentity(li, Optional.empty())).isEqualTo(new Entry.WrongSecret());
    assertThat(gate.withIdentity(li, Optional.of("nobody@example.org")))
        .isEqualTo(new Entry.WrongSecret());
    assertThat(gate.withIdentity(li, Optional.of("Li@Example.org"))).isInstanceOf(Entry.In.class);
    assertThat(gate.withIdentity(li, Optional.empty())).isInstanceOf(Entry.In.class);
    assertThat(gate.withIdentity(impostor, Optional.of("li@example.org")))
        .isEqualTo(new Entry.WrongSecret());
  }

  @Test
  void keepsAnAuditTrailOfWhoCameAndWhatTheyChanged() {
    User examiner = examiner();
    gate.withPassword("examiner.one", "wrong", HERE);
    gate.withPassword("examiner.one", RIGHT, HERE);
    book.issue(examiner, "t", Set.of(Permission.READ), Duration.ofDays(1));
    book.setRole(admin.acting(), examiner.id(), Role.MANAGER);
    book.disable(admin.acting(), examiner.id());

    assertThat(actions())
        .containsExactly(
            "user-add",
            "password-change",
            "user-add",
            "password-change",
            "sign-in-failed",
            "sign-in",
            "token-add",
            "user-role",
            "user-disabled");
    assertThat(trail.page(organisation.id(), Optional.empty(), 100))
        .noneMatch(kept -> kept.toString().contains(RIGHT));
  }

  private User examiner() {
    AccountBook.Welcomed welcomed =
        book.add(admin.acting(), new LoginName("examiner.one"), "Examiner", Role.EXAMINER);
    return book.changePassword(welcomed.user(), welcomed.oneTimePassword(), RIGHT);
  }
}
