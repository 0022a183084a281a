package org.zhiheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.HomeOrganisation;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.OrganisationBook;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Secrets;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.DocketKeeper;
import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.remind.Postman;
import org.zhiheng.jobs.administer.remind.ReminderDesk;
import org.zhiheng.jobs.administer.remind.ReminderRounds;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.examine.assignment.Likeness;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.imports.TableImports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.links.mail.SmtpPostman;
import org.zhiheng.links.mail.SmtpServer;
import org.zhiheng.register.party.Parties;
import org.zhiheng.store.files.FileDocuments;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresAuditTrail;
import org.zhiheng.store.postgres.PostgresCustoms;
import org.zhiheng.store.postgres.PostgresDocketBoard;
import org.zhiheng.store.postgres.PostgresDocketNotes;
import org.zhiheng.store.postgres.PostgresImportRuns;
import org.zhiheng.store.postgres.PostgresParties;
import org.zhiheng.store.postgres.PostgresRecordals;
import org.zhiheng.store.postgres.PostgresReminders;
import org.zhiheng.store.postgres.PostgresRights;
import org.zhiheng.store.postgres.access.Argon2Passwords;
import org.zhiheng.store.postgres.access.PostgresAccounts;
import org.zhiheng.store.postgres.examine.PostgresGoodsEditions;

/// Opens workspaces on PostgreSQL and files. A server that is running is joined: the two share its
/// database.
record StoredWorkspaces() implements Workspaces {

  /// Names an external database; without it the workspace has one of its own.
  private static final String DATABASE_URL = "ZHIHENG_DATABASE_URL";

  /// Where the documents lie in the workspace's folder.
  static final String DOCUMENTS = "documents";

  /// The external database, if the surroundings name one.
  static Optional<String> external(Surroundings around) {
    return Optional.of(around.variable(DATABASE_URL)).filter(text -> !text.isBlank());
  }

  @Override
  public Backups backups() {
    return new StoredBackups();
  }

  @Override
  public Workspace open(Path home, Surroundings around) throws IOException {
    Database database = Database.open(home, external(around));
    InstantSource clock = around.clock();
    AuditTrail trail = new PostgresAuditTrail(database);
    Accounts accounts = new PostgresAccounts(database);
    Parties parties = new PostgresParties(database, clock);
    SecureRandom random = new SecureRandom();
    PostgresRights rights = new PostgresRights(database, clock);
    ImportRuns runs = new PostgresImportRuns(database, clock);
    Documents documents = FileDocuments.open(home.resolve(DOCUMENTS), clock);
    Records records = new Records(rights, parties, documents, trail, clock);
    AccountBook book =
        new AccountBook(accounts, trail, new Argon2Passwords(random), new Secrets(random), clock);
    GoodsShelf goods = new GoodsShelf(new PostgresGoodsEditions(database), trail, clock);
    Marks marks =
        new StoredMarks(
            home, database, rights, parties, accounts, records, documents, trail, clock);
    return new Workspace(
        owner(accounts, around),
        records,
        new Imports(runs, trail, clock),
        new TableImports(runs, rights, records, trail, clock),
        new PartyBook(parties, trail, clock),
        book,
        new OrganisationBook(accounts, book, trail, clock),
        trail,
        goods,
        marks,
        new StoredProving(home, database, records, documents, trail, random, clock),
        () -> administering(records, database, marks, trail, around),
        new StoredFinancing(records, rights, database, trail, clock),
        database::close);
  }

  private static AdministerDesk administering(
      Records records, Database database, Marks marks, AuditTrail trail, Surroundings around) {
    InstantSource clock = around.clock();
    DocketDesk docket = new DocketDesk(records, new PostgresDocketNotes(database), trail, clock);
    DocketBoard board = new PostgresDocketBoard(database);
    Reminders reminders = new PostgresReminders(database);
    Optional<Postman> postman =
        Optional.of(around.variable(SmtpServer.VARIABLE))
            .filter(text -> !text.isBlank())
            .map(text -> new SmtpPostman(SmtpServer.parse(text).orThrow(), clock));
    return AdministerDesk.of(
        records,
        docket,
        board,
        new DocketKeeper(board, docket.deadlines(), clock),
        new ReminderDesk(
            reminders,
            new ReminderRounds(reminders, board, docket.deadlines(), postman, clock),
            trail,
            clock),
        new RecordalDesk(
            records,
            docket,
            new PostgresRecordals(database),
            (acting, given, purpose) -> {
              try (ExamineDesk desk = marks.open(_ -> {})) {
                return Optional.of(desk.assignment().list(acting, given, purpose, Likeness.WIDE));
              } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
              }
            },
            trail),
        new CustomsDesk(records, docket, new PostgresCustoms(database), trail));
  }

  /// Who reads the folder owns what is in it.
  private static Acting owner(Accounts accounts, Surroundings around) {
    Organisation first =
        HomeOrganisation.of(accounts, around.clock().instant().truncatedTo(ChronoUnit.MICROS));
    return new Acting(first.id(), "cli:" + around.user(), Set.of(Permission.values()));
  }
}
