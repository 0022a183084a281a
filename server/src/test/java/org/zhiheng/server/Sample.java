package org.zhiheng.server;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.zhiheng.contracts.MemoryAuditTrail;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.access.MemoryAccounts;
import org.zhiheng.contracts.access.PlainPasswords;
import org.zhiheng.contracts.answers.MemoryAnswers;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Secrets;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.imports.TableImports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.links.ChromiumPrinter;
import org.zhiheng.links.JtePaperPages;
import org.zhiheng.server.api.Api;
import org.zhiheng.server.security.Guard;
import org.zhiheng.server.security.GuardSettings;

/// A house full of made-up records, with an administrator who may sign in.
final class Sample {

  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T01:30:00Z"));

  static final String NAME = "li.na";

  static final String PASSWORD = "seventeen quiet herons";

  private Sample() {}

  /// The floors and the door of one house.
  record Ground(Floors floors, Door door) {
    Server start() {
      return Server.start(ServerSettings.local(0), floors, door);
    }
  }

  /// A house without a right, in memory.
  static Ground empty() {
    MemoryDocuments documents = new MemoryDocuments();
    RegisterStores stores = new MemoryRegister(CLOCK).stores();
    Records records =
        new Records(stores.rights(), stores.parties(), documents, stores.trail(), CLOCK);
    return over(
        stores,
        documents,
        SampleDesk.over(
            stores.rights(), stores.parties(), records, documents, stores.trail(), CLOCK));
  }

  static Ground ground(int rights) {
    MemoryAuditTrail audit = new MemoryAuditTrail();
    SampleParties parties = new SampleParties();
    NoDocuments documents = new NoDocuments();
    SampleRights held = new SampleRights(rights);
    Records records = new Records(held, parties, documents, audit, CLOCK);
    Ground ground =
        over(
            new RegisterStores(held, parties, new SampleRuns(), audit),
            documents,
            SampleDesk.over(held, parties, records, documents, audit, CLOCK));
    tell(audit, "import", "I1", "gazette-2019-36.csv");
    tell(audit, "export", "rights", "kind=design");
    return ground;
  }

  /// A house over these records.
  static Ground over(RegisterStores stores, Documents documents, ExamineDesk desk) {
    AuditTrail audit = stores.trail();
    MemoryAccounts accounts = new MemoryAccounts();
    PlainPasswords passwords = new PlainPasswords();
    AccountBook book =
        new AccountBook(accounts, audit, passwords, new Secrets(new SecureRandom()), CLOCK);
    welcome(accounts, book);
    Gate gate = new Gate(accounts, audit, passwords, CLOCK);
    Guard guard = new Guard(GuardSettings.loopback(), gate, accounts, CLOCK);
    Imports imports = new Imports(stores.runs(), audit, CLOCK);
    Records records = new Records(stores.rights(), stores.parties(), documents, audit, CLOCK);
    Floors floors =
        new Floors(
            guard.visitors(),
            records,
            new PartyBook(stores.parties(), audit, CLOCK),
            imports,
            new ImportDesk(imports, documents),
            new TableImports(stores.runs(), stores.rights(), records, audit, CLOCK),
            documents,
            audit,
            desk,
            SampleDesk.reports(desk, audit, CLOCK),
            ProveDesk.of(
                new MemoryProving().stores(), records, documents, audit, new SecureRandom(), CLOCK),
            SampleDocket.over(stores.rights(), records, audit, CLOCK),
            new JtePaperPages(),
            ChromiumPrinter.on(""),
            SampleDocket.finance(records, audit, CLOCK),
            SampleDocket.deals(records, audit, CLOCK),
            new SamplePage(),
            SampleDesk.uploads(audit, CLOCK),
            CLOCK);
    return new Ground(floors, new Door(guard, gate, book, api(floors), CLOCK));
  }

  private static Api api(Floors floors) {
    return new Api(
        new Api.Jobs(
            floors.records(),
            floors.parties(),
            floors.imports(),
            floors.desk(),
            ServerSettings.UPLOAD_BYTES_MAX,
            floors.audit(),
            new MemoryAnswers(),
            _ -> true,
            floors.examine(),
            floors.reports(),
            floors.prove(),
            floors.administer(),
            floors.uploads(),
            floors.papers(),
            floors.finance(),
            floors.deals()),
        floors.visitors(),
        CLOCK);
  }

  private static void welcome(MemoryAccounts accounts, AccountBook book) {
    Organisation organisation = accounts.addOrganisation("示例知识产权局", CLOCK.instant());
    AccountBook.Welcomed first =
        book.first(organisation.id(), new LoginName(NAME), "李娜", "cli").orElseThrow();
    book.changePassword(first.user(), first.oneTimePassword(), PASSWORD);
  }

  private static void tell(AuditTrail audit, String action, String subject, String detail) {
    audit.keep(
        new AuditTrail.Entry(CLOCK.instant(), SampleRights.OURS, NAME, action, subject, detail));
  }
}
