package org.zhiheng.jobs.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// The organisations of a workspace: who is there, and letting one more in.
///
/// Only administrators of the workspace's own organisation ([HomeOrganisation]) see the others'
/// names and add one; they see none of the others' records by that. Nobody is told of an
/// organisation that is not theirs otherwise.
public final class OrganisationBook {

  private final Accounts accounts;
  private final AccountBook book;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// Over these stores, by this clock.
  public OrganisationBook(
      Accounts accounts, AccountBook book, AuditTrail trail, InstantSource clock) {
    this.accounts = accounts;
    this.book = book;
    this.trail = trail;
    this.clock = clock;
  }

  /// A new organisation and its first administrator, whose one-time password is shown now and kept
  /// nowhere.
  public record Founded(Organisation organisation, AccountBook.Welcomed administrator) {}

  /// All organisations, by id.
  ///
  /// @throws ProblemsException when the acting one is no administrator of the workspace's own
  public List<Organisation> list(Acting acting) {
    mustKeepTheHouse(acting);
    return accounts.organisations();
  }

  /// Adds an organisation with its first administrator.
  ///
  /// @throws ProblemsException when the acting one may not, or a name is refused or taken
  public Founded found(Acting acting, String name, LoginName administrator) {
    mustKeepTheHouse(acting);
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > Organisation.NAME_LENGTH_MAX) {
      throw new ProblemsException(
          Problem.of(
              "organisation-name",
              "name",
              name,
              "An organisation's name has 1 to " + Organisation.NAME_LENGTH_MAX + " characters."));
    }
    if (accounts.named(administrator).isPresent()) {
      throw new ProblemsException(
          Problem.of(
              "name-taken",
              "administrator",
              administrator.text(),
              "Another user has this name; choose one that is free."));
    }
    Instant now = clock.instant();
    Organisation organisation = accounts.addOrganisation(stripped, now);
    trail.keep(
        new AuditTrail.Entry(
            now,
            acting.organisation(),
            acting.name(),
            "organisation-add",
            organisation.id().toString(),
            stripped));
    AccountBook.Welcomed welcomed =
        book.first(organisation.id(), administrator, administrator.text(), acting.name())
            .orElseThrow();
    return new Founded(organisation, welcomed);
  }

  private void mustKeepTheHouse(Acting acting) {
    acting.must(Permission.ADMINISTER);
    Organisation own = HomeOrganisation.of(accounts, clock.instant());
    if (!own.id().equals(acting.organisation())) {
      throw new ProblemsException(
          Problem.of(
              "forbidden",
              "",
              acting.name(),
              "Only administrators of " + own.name() + " may do this."));
    }
  }
}
