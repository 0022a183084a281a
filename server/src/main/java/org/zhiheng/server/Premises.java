package org.zhiheng.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.zhiheng.images.imageio.JavaPictures;
import org.zhiheng.index.lucene.LuceneCandidates;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Accounts;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.HomeOrganisation;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Passwords;
import org.zhiheng.jobs.access.Role;
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
import org.zhiheng.jobs.examine.FigureDesk;
import org.zhiheng.jobs.examine.SenseModel;
import org.zhiheng.jobs.examine.assignment.Likeness;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.desk.ExamineGround;
import org.zhiheng.jobs.examine.desk.ExamineStores;
import org.zhiheng.jobs.examine.pattern.OwnByName;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.imports.ImportRuns;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.imports.TableImports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.prove.WitnessRounds;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.tour.Tour;
import org.zhiheng.jobs.uploads.UploadLimits;
import org.zhiheng.jobs.uploads.Uploads;
import org.zhiheng.links.JtePaperPages;
import org.zhiheng.links.JteReportPages;
import org.zhiheng.links.chain.ChainsFile;
import org.zhiheng.links.time.AuthoritiesFile;
import org.zhiheng.links.witness.KeptRounds;
import org.zhiheng.links.witness.LogPolicy;
import org.zhiheng.models.onnx.OnnxEmbeddings;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.server.api.Api;
import org.zhiheng.server.operate.Meters;
import org.zhiheng.server.sample.Sample;
import org.zhiheng.server.security.Guard;
import org.zhiheng.server.security.GuardSettings;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.store.files.FileBookmark;
import org.zhiheng.store.files.FileDocuments;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.store.files.FileUploads;
import org.zhiheng.store.files.ProveFolder;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresAuditTrail;
import org.zhiheng.store.postgres.PostgresCustoms;
import org.zhiheng.store.postgres.PostgresDealBook;
import org.zhiheng.store.postgres.PostgresDocketBoard;
import org.zhiheng.store.postgres.PostgresDocketNotes;
import org.zhiheng.store.postgres.PostgresImportRuns;
import org.zhiheng.store.postgres.PostgresLogClaim;
import org.zhiheng.store.postgres.PostgresParties;
import org.zhiheng.store.postgres.PostgresPledges;
import org.zhiheng.store.postgres.PostgresRecordals;
import org.zhiheng.store.postgres.PostgresReminders;
import org.zhiheng.store.postgres.PostgresRights;
import org.zhiheng.store.postgres.access.Argon2Passwords;
import org.zhiheng.store.postgres.access.PostgresAccounts;
import org.zhiheng.store.postgres.access.PostgresAnswers;
import org.zhiheng.store.postgres.examine.PostgresExaminations;
import org.zhiheng.store.postgres.examine.PostgresFigureFiles;
import org.zhiheng.store.postgres.examine.PostgresGoodsEditions;
import org.zhiheng.store.postgres.examine.PostgresMarkFeed;
import org.zhiheng.store.postgres.examine.PostgresWatches;
import org.zhiheng.store.postgres.prove.PostgresCheckpointProofs;
import org.zhiheng.store.postgres.prove.PostgresEvidence;
import org.zhiheng.store.postgres.prove.PostgresHead;
import org.zhiheng.store.postgres.prove.PostgresOutbox;

/// An open workspace: the stores on its folder and database, and the jobs over them, wired by hand.
///
/// One process may hold a workspace several times; the database counts who is left.
final class Premises implements AutoCloseable {

  /// Who does what the server does by itself, in the audit trail.
  private static final String SERVER = "server";

  /// The first administrator's name.
  private static final String ADMIN = "admin";

  /// The store folder of deposited files within a workspace.
  private static final String DOCUMENTS = "documents";

  /// Where files that are on their way lie within a workspace.
  private static final String UPLOADS = "uploads";

  /// Where the index of marks lies within a workspace.
  private static final String INDEX = "index/marks";

  private final Database database;
  private final InstantSource clock;
  private final Accounts accounts;
  private final AccountBook accountBook;
  private final ImportDesk desk;
  private final Floors floors;
  private final Door door;
  private final Acting server;
  private final ImportRuns runs;
  private final PostgresRights rights;
  private final ExamineDesk examine;
  private final Follower follower;
  private final LogHolder logHolder;
  private final OutsideProofs outsideProofs;
  private final DocketClerk clerk;
  private final PostRoom postRoom;
  private final Sweeper sweeper;

  private Premises(
      Path home, Database database, GuardSettings settings, Links links, InstantSource clock)
      throws IOException {
    this.database = database;
    this.clock = clock;
    SecureRandom random = new SecureRandom();
    rights = new PostgresRights(database, clock);
    runs = new PostgresImportRuns(database, clock);
    AuditTrail trail = new PostgresAuditTrail(database);
    Documents documents = FileDocuments.open(home.resolve(DOCUMENTS), clock);
    PostgresParties parties = new PostgresParties(database, clock);
    accounts = new PostgresAccounts(database);
    Passwords passwords = new Argon2Passwords(random);

    Records records = new Records(rights, parties, documents, trail, clock);
    Imports imports = new Imports(runs, trail, clock);
    desk = new ImportDesk(imports, documents);
    TableImports tables = new TableImports(runs, rights, records, trail, clock);
    accountBook = new AccountBook(accounts, trail, passwords, new Secrets(random), clock);
    Gate gate = new Gate(accounts, trail, passwords, clock);
    Guard guard = new Guard(settings, gate, accounts, clock);
    PartyBook partyBook = new PartyBook(parties, trail, clock);
    examine = examineDesk(home, records, documents, trail, parties);
    ExaminationReports reports =
        new ExaminationReports(examine.book(), new JteReportPages(), links.printer(), trail, clock);
    ProveDesk prove = proveDesk(home, records, documents, trail, random);
    Uploads uploads =
        new Uploads(
            FileUploads.open(home.resolve(UPLOADS), clock),
            UploadLimits.USUAL,
            trail,
            random,
            clock);
    DocketDesk docket = new DocketDesk(records, new PostgresDocketNotes(database), trail, clock);
    DocketBoard board = new PostgresDocketBoard(database);
    AdministerDesk administer =
        AdministerDesk.of(
            records,
            docket,
            board,
            new DocketKeeper(board, docket.deadlines(), clock),
            reminderDesk(board, docket, links.postman(), trail),
            new RecordalDesk(
                records,
                docket,
                new PostgresRecordals(database),
                (acting, given, purpose) ->
                    Optional.of(examine.assignment().list(acting, given, purpose, Likeness.WIDE)),
                trail),
            new CustomsDesk(records, docket, new PostgresCustoms(database), trail));
    FinanceDesk finance =
        new FinanceDesk(
            records, docket, new PostgresPledges(database, rights), prove.book(), trail);
    DealDesk deals = new DealDesk(records, docket, finance, new PostgresDealBook(database), trail);
    Api api =
        new Api(
            new Api.Jobs(
                records,
                partyBook,
                imports,
                desk,
                ServerSettings.UPLOAD_BYTES_MAX,
                trail,
                new PostgresAnswers(database),
                id -> accounts.organisation(id).isPresent(),
                examine,
                reports,
                prove,
                administer,
                uploads,
                new JtePaperPages(),
                finance,
                deals),
            guard.visitors(),
            clock);
    clerk = new DocketClerk(administer.keeper());
    postRoom = new PostRoom(administer.reminders().rounds());
    logHolder = new LogHolder(prove.door());
    outsideProofs = new OutsideProofs(prove.stamper(), prove.anchorer(), prove.renewer());
    sweeper = new Sweeper(() -> uploads.sweep(SERVER));
    door = new Door(guard, gate, accountBook, api, clock);
    follower = new Follower(examine);
    floors =
        new Floors(
            guard.visitors(),
            records,
            partyBook,
            imports,
            desk,
            tables,
            documents,
            trail,
            examine,
            reports,
            prove,
            administer,
            new JtePaperPages(),
            links.printer(),
            finance,
            deals,
            links.captures(),
            uploads,
            clock);
    Organisation own = HomeOrganisation.of(accounts, clock.instant());
    server = Acting.as(own.id(), SERVER, Role.ADMINISTRATOR);
  }

  private ReminderDesk reminderDesk(
      DocketBoard board, DocketDesk docket, Optional<Postman> postman, AuditTrail trail) {
    Reminders reminders = new PostgresReminders(database);
    return new ReminderDesk(
        reminders,
        new ReminderRounds(reminders, board, docket.deadlines(), postman, clock),
        trail,
        clock);
  }

  private ProveDesk proveDesk(
      Path home, Records records, Documents documents, AuditTrail trail, SecureRandom random)
      throws IOException {
    ProveFolder folder = new ProveFolder(home);
    FileKeys keys = folder.keys(random);
    WitnessRounds rounds = folder.rounds();
    return ProveDesk.of(
        new ProveStores(
            keys,
            new PostgresEvidence(database),
            new PostgresOutbox(database),
            new PostgresCheckpointProofs(database),
            folder.tiles(),
            folder::wal,
            new PostgresHead(database, keys.origin()),
            new PostgresLogClaim(database),
            () ->
                LogPolicy.in(folder.policy())
                    .witnesses(keys.witness().key(), keys.log(), new KeptRounds(rounds, clock)),
            rounds,
            AuthoritiesFile.in(folder.authorities()),
            ChainsFile.in(folder.chains()),
            LogPolicy.in(folder.policy())
                .hints(AuthoritiesFile.certificates(folder.authorities()))),
        records,
        documents,
        trail,
        random,
        clock);
  }

  private ExamineDesk examineDesk(
      Path home, Records records, Documents documents, AuditTrail trail, Parties parties)
      throws IOException {
    Words words = Words.load();
    Path folder = home.resolve(INDEX);
    Candidates candidates = LuceneCandidates.open(folder, words);
    return ExamineDesk.of(
        new ExamineGround(
            rights,
            parties,
            records,
            documents,
            trail,
            clock,
            new SenseModel(OnnxEmbeddings::load)),
        new ExamineStores(
            new PostgresMarkFeed(database),
            FileBookmark.in(folder),
            FileBookmark.of(folder, FigureDesk.BOOKMARK),
            new PostgresExaminations(database),
            new PostgresGoodsEditions(database),
            new PostgresFigureFiles(database),
            new PostgresWatches(database),
            new org.zhiheng.store.postgres.examine.PostgresAnswers(database)),
        words,
        candidates,
        new JavaPictures(),
        new OwnByName(accounts, parties));
  }

  /// Keeps the index of marks in step with the register, and the log in step with what waits for
  /// it, from here on, until [#close].
  void followRegister() {
    follower.begin();
    logHolder.begin();
    outsideProofs.begin();
    clerk.begin();
    postRoom.begin();
    sweeper.begin();
  }

  /// Opens the workspace in this folder, making what is missing.
  ///
  /// @param links what reaches out of the house
  /// @throws IOException when the folder or the database cannot be reached
  static Premises open(
      Path home,
      Optional<String> databaseUrl,
      GuardSettings settings,
      Links links,
      InstantSource clock)
      throws IOException {
    Database database = Database.open(home, databaseUrl);
    try {
      return new Premises(home, database, settings, links, clock);
    } catch (IOException | RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  /// Figures of this workspace; whoever asked for them closes them.
  Meters meters() {
    Meters meters = new Meters();
    meters.figure(
        "zhiheng.database.connections",
        "Connections to the database that are in use",
        database::connectionsInUse);
    meters.figure(
        "zhiheng.log.standing",
        "1 while the log stands still",
        () -> logHolder.standing().isEmpty() ? 0 : 1);
    return meters;
  }

  /// Why no work can be done now; empty when it can.
  Optional<String> hindrance() {
    return database.answers()
        ? Optional.of("the log stands still").filter(_ -> !logHolder.standing().isEmpty())
        : Optional.of("the database does not answer");
  }

  /// What the pages stand on.
  Floors floors() {
    return floors;
  }

  /// Who keeps the door.
  Door door() {
    return door;
  }

  /// The first administrator, if the workspace had no users.
  Optional<AccountBook.Welcomed> firstAdministrator() {
    return accountBook.first(
        server.organisation(), LoginName.parse(ADMIN).orThrow(), ADMIN, SERVER);
  }

  /// Told when the database that comes along ends while it is needed; never for another's.
  ///
  /// @throws IOException when it cannot be looked for
  void whenDatabaseEnds(Runnable told) throws IOException {
    Optional<ProcessHandle> process = database.process();
    if (process.isPresent()) {
      CompletableFuture<Void> _ = process.get().onExit().thenRun(told);
    }
  }

  /// Loads the sample, if the workspace holds nothing but stories.
  ///
  /// @param told the stories
  /// @return how many rights it brought
  /// @throws IOException when the sample cannot be read
  long loadSample(Tour told) throws IOException {
    RightQuery anything = RightQuery.all(server.organisation(), 1);
    if (rights.count(anything, told.rights() + 1L) != told.rights()) {
      return 0;
    }
    ImportRun.Counts counts = new Sample(runs, clock).load(server);
    return counts.taken();
  }

  /// Goes on with the imports that a kill interrupted.
  ///
  /// @throws IOException when the uploads cannot be reached
  int resumeImports() throws IOException {
    return desk.resumeAll(server);
  }

  /// Lets the import under way end its batch, then the database go.
  @Override
  public void close() throws IOException {
    desk.close();
    follower.close();
    outsideProofs.close();
    clerk.close();
    postRoom.close();
    sweeper.close();
    logHolder.close();
    examine.close();
    database.close();
  }
}
