package org.zhiheng.server;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.zhiheng.contracts.access.MemoryAccounts;
import org.zhiheng.contracts.access.MemoryTrail;
import org.zhiheng.contracts.access.PlainPasswords;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Secrets;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.security.GuardSettings;

/// A house full of made-up records, with an administrator who may sign in.
final class Sample {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z"));

  static final String NAME = "li.na";

  static final String PASSWORD = "seventeen quiet herons";

  private Sample() {}

  static Floors floors(int rights) {
    MemoryTrail audit = new MemoryTrail();
    SampleParties parties = new SampleParties();
    NoDocuments documents = new NoDocuments();
    Imports imports = new Imports(new SampleRuns(), audit, CLOCK);
    Floors floors =
        new Floors(
            door(audit),
            new Floors.Jobs(
                new Records(new SampleRights(rights), parties, documents, audit, CLOCK),
                new PartyBook(parties, audit, CLOCK),
                imports,
                new ImportDesk(imports, documents),
                audit),
            CLOCK);
    audit.keep(
        new AuditTrail.Entry(
            CLOCK.instant(), SampleRights.OURS, NAME, "import", "I1", "gazette-2019-36.csv"));
    audit.keep(
        new AuditTrail.Entry(
            CLOCK.instant(), SampleRights.OURS, NAME, "export", "rights", "kind=design"));
    return floors;
  }

  private static Floors.Door door(MemoryTrail audit) {
    MemoryAccounts accounts = new MemoryAccounts();
    PlainPasswords passwords = new PlainPasswords();
    AccountBook book =
        new AccountBook(accounts, audit, passwords, new Secrets(new SecureRandom()), CLOCK);
    Organisation organisation = accounts.addOrganisation("吉林省知识产权局", CLOCK.instant());
    AccountBook.Welcomed first =
        book.first(organisation.id(), new LoginName(NAME), "李娜", "cli").orElseThrow();
    book.changePassword(first.user(), first.oneTimePassword(), PASSWORD);
    return new Floors.Door(
        GuardSettings.loopback(), new Gate(accounts, audit, passwords, CLOCK), accounts, book);
  }
}
