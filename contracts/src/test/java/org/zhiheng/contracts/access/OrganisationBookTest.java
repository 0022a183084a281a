package org.zhiheng.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.HomeOrganisation;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.OrganisationBook;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.Secrets;
import org.zhiheng.seeds.Seed;
import org.zhiheng.values.ProblemsException;

final class OrganisationBookTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final MemoryAccounts accounts = new MemoryAccounts();
  private final AuditTrail trail = new MemoryRegister(() -> NOW).stores().trail();
  private final AccountBook book =
      new AccountBook(
          accounts, trail, new PlainPasswords(), new Secrets(Seed.of(3).random()), () -> NOW);
  private final OrganisationBook organisations =
      new OrganisationBook(accounts, book, trail, () -> NOW);
  private final Organisation own = HomeOrganisation.of(accounts, NOW);
  private final Acting administrator = Acting.as(own.id(), "admin", Role.ADMINISTRATOR);

  @Test
  void letsAnotherOrganisationInWithAnAdministratorOfItsOwn() {
    OrganisationBook.Founded founded =
        organisations.found(administrator, " 示例代理机构 ", new LoginName("agency.admin"));

    assertThat(founded.organisation().name()).isEqualTo("示例代理机构");
    assertThat(founded.administrator().user().organisation())
        .isEqualTo(founded.organisation().id());
    assertThat(founded.administrator().user().role()).isEqualTo(Role.ADMINISTRATOR);
    assertThat(organisations.list(administrator))
        .extracting(Organisation::name)
        .containsExactly(HomeOrganisation.NAME, "示例代理机构");
    assertThat(trail.page(own.id(), java.util.Optional.empty(), 1).getFirst().entry().action())
        .isEqualTo("organisation-add");
  }

  @Test
  void tellsTheOtherOrganisationNothingOfTheRest() {
    OrganisationBook.Founded founded =
        organisations.found(administrator, "示例代理机构", new LoginName("agency.admin"));
    Acting theirs = Acting.as(founded.organisation().id(), "agency.admin", Role.ADMINISTRATOR);

    refuses("forbidden", () -> organisations.list(theirs));
    refuses("forbidden", () -> organisations.found(theirs, "x", new LoginName("x.admin")));
  }

  @Test
  void refusesAnEmptyNameAndAnAdministratorWhoseNameIsTakenBeforeAnythingIsKept() {
    organisations.found(administrator, "示例代理机构", new LoginName("agency.admin"));

    refuses(
        "organisation-name",
        () -> organisations.found(administrator, "  ", new LoginName("other.admin")));
    refuses(
        "name-taken",
        () -> organisations.found(administrator, "另一家", LoginName.parse("Agency.Admin").orThrow()));
    assertThat(accounts.organisations()).hasSize(2);
  }

  private static void refuses(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused -> assertThat(refused.problems().getFirst().code()).isEqualTo(code));
  }
}
