package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.access.MemoryAccounts;
import org.zhiheng.contracts.access.PlainPasswords;
import org.zhiheng.contracts.answers.MemoryAnswers;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.intake.IntakeKind;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Gate;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Organisation;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Secrets;
import org.zhiheng.jobs.access.User;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.WatchId;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.imports.TableImports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.uploads.ContentDigest;
import org.zhiheng.jobs.uploads.DeclaredFile;
import org.zhiheng.jobs.uploads.UploadId;
import org.zhiheng.links.ChromiumPrinter;
import org.zhiheng.links.JtePaperPages;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.server.api.Api;
import org.zhiheng.server.api.ExamineOperation;
import org.zhiheng.server.api.Operation;
import org.zhiheng.server.api.RightsOperation;
import org.zhiheng.server.page.Assets;
import org.zhiheng.server.page.Rendering;
import org.zhiheng.server.prove.upload.UploadPages;
import org.zhiheng.server.security.Browser;
import org.zhiheng.server.security.Guard;
import org.zhiheng.server.security.GuardSettings;
import org.zhiheng.values.Digest;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// Two organisations in one house: whatever the one asks for by an id of the other's is not there,
/// on every page and every operation there is, and nothing of the other's shows in its lists.
final class TwoHousesIT {

  private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T08:00:00Z");
  private static final String PASSWORD = "seventeen quiet herons";
  // In every text that is the one's own.
  private static final String MARK = "甲方机密";
  private static final String TITLE = MARK + "<script>alert(1)</script>";
  private static final String HOLDER = MARK + "\"><img src=x onerror=alert(1)>";
  private static final String FILE = MARK + "\r\nSet-Cookie: x=1\".pdf";
  private static final byte[] PDF = "%PDF-1.4 one".getBytes(StandardCharsets.US_ASCII);
  private static final RegisterStores STORES = new MemoryRegister(CLOCK).stores();
  private static final MemoryDocuments DOCUMENTS = new MemoryDocuments();
  private static final MemoryAccounts ACCOUNTS = new MemoryAccounts();
  private static final AccountBook BOOK =
      new AccountBook(
          ACCOUNTS, STORES.trail(), new PlainPasswords(), new Secrets(new SecureRandom()), CLOCK);
  private static final Records RECORDS =
      new Records(STORES.rights(), STORES.parties(), DOCUMENTS, STORES.trail(), CLOCK);
  private static final PartyBook PARTIES = new PartyBook(STORES.parties(), STORES.trail(), CLOCK);
  private static final Imports IMPORTS = new Imports(STORES.runs(), STORES.trail(), CLOCK);
  private static final ImportDesk DESK = new ImportDesk(IMPORTS, DOCUMENTS);
  private static User one;
  private static User other;
  private static String otherToken;
  private static Floors floors;
  private static Door door;
  private static Server server;
  // What is the one's.
  private static RightId right;
  private static PartyId party;
  private static String run;
  private static ExaminationId examination;
  private static WatchId watch;
  private static EvidenceId evidence;
  private static Recordals.Id recordal;
  private static Customs.Id notice;
  private static UploadId upload;
  private static String token;
  private static final Digest DIGEST = Digest.of(PDF);

  @BeforeAll
  static void open() throws IOException {
    one = administrator("甲所", "one.admin");
    other = administrator("乙所", "other.admin");
    Gate gate = new Gate(ACCOUNTS, STORES.trail(), new PlainPasswords(), CLOCK);
    Guard guard = new Guard(GuardSettings.loopback(), gate, ACCOUNTS, CLOCK);
    ExamineDesk examine =
        SampleDesk.over(
            STORES.rights(), STORES.parties(), RECORDS, DOCUMENTS, STORES.trail(), CLOCK);
    ExaminationReports reports = SampleDesk.reports(examine, STORES.trail(), CLOCK);
    floors =
        new Floors(
            guard.visitors(),
            RECORDS,
            PARTIES,
            IMPORTS,
            DESK,
            new TableImports(STORES.runs(), STORES.rights(), RECORDS, STORES.trail(), CLOCK),
            DOCUMENTS,
            STORES.trail(),
            examine,
            reports,
            ProveDesk.of(
                new MemoryProving().stores(),
                RECORDS,
                DOCUMENTS,
                STORES.trail(),
                new SecureRandom(),
                CLOCK),
            SampleDocket.over(STORES.rights(), RECORDS, STORES.trail(), CLOCK),
            new JtePaperPages(),
            ChromiumPrinter.on(""),
            SampleDocket.finance(RECORDS, STORES.trail(), CLOCK),
            SampleDocket.deals(RECORDS, STORES.trail(), CLOCK),
            new SamplePage(),
            SampleDesk.uploads(STORES.trail(), CLOCK),
            CLOCK);
    Api api =
        new Api(
            new Api.Jobs(
                RECORDS,
                PARTIES,
                IMPORTS,
                DESK,
                1 << 20,
                STORES.trail(),
                new MemoryAnswers(),
                id -> ACCOUNTS.organisation(id).isPresent(),
                examine,
                reports,
                floors.prove(),
                floors.administer(),
                floors.uploads(),
                floors.papers(),
                floors.finance(),
                floors.deals()),
            guard.visitors(),
            CLOCK);
    door = new Door(guard, gate, BOOK, api, CLOCK);
    server = Server.start(ServerSettings.local(0), floors, door);
    Acting acting = one.acting();
    Recording entered =
        RECORDS.enter(
            acting,
            RightKind.SOFTWARE_COPYRIGHT,
            Office.CN,
            Map.of(
                "title",
                TITLE,
                "number",
                "2019SR0000001",
                "registration-date",
                "2019-01-02",
                "holders",
                HOLDER),
            new References(MARK, "", ""));
    assertThat(entered).isInstanceOf(Recording.Done.class);
    right = ((Recording.Done) entered).id();
    Recording attached =
        RECORDS.record(
            acting,
            right,
            FactKind.ATTACHED,
            LocalDate.of(2020, 1, 2),
            Map.of(),
            Optional.empty(),
            Optional.of(new Attachment(FILE, new ByteArrayInputStream(PDF))));
    assertThat(attached).isInstanceOf(Recording.Done.class);
    party = PARTIES.page(acting, Optional.empty(), 10).getFirst().id();
    run =
        DESK.submit(
                acting,
                IntakeKind.parse("cnipa-gazette-csv").orThrow(),
                MARK + "<b>.csv",
                new ByteArrayInputStream("x,y\n=1,2\n".getBytes(StandardCharsets.UTF_8)),
                1 << 20)
            .id()
            .toString();
    Inquiry inquiry =
        new Inquiry(
            MARK,
            Optional.empty(),
            Set.of(),
            Set.of(),
            LocalDate.of(2026, 11, 22),
            Optional.empty(),
            "",
            5);
    examination = floors.examine().book().keep(acting, inquiry).id();
    watch = floors.examine().watches().start(acting, inquiry, 75).id();
    evidence = Deposited.held(floors.prove(), acting, right, TITLE, MARK + "<b>.csv", PDF);
    SampleDocket.draft(floors.deals(), acting, right);
    recordal = SampleDocket.request(floors.administer(), acting, right, HOLDER, TITLE);
    notice = SampleDocket.watched(floors.administer(), RECORDS, acting, MARK, TITLE, HOLDER);
    upload =
        floors
            .uploads()
            .begin(acting, new DeclaredFile(MARK + "<b>.csv", "text/csv", PDF.length, DIGEST))
            .id();
    token =
        BOOK.issue(one, MARK, EnumSet.allOf(Permission.class), Duration.ofDays(1))
            .token()
            .id()
            .toString();
    otherToken =
        BOOK.issue(other, "all", EnumSet.allOf(Permission.class), Duration.ofDays(1)).secret();
  }

  @AfterAll
  static void close() {
    server.close();
    DESK.close();
  }

  private static User administrator(String organisation, String name) {
    Organisation added = ACCOUNTS.addOrganisation(organisation, CLOCK.instant());
    AccountBook.Welcomed first =
        BOOK.first(added.id(), new LoginName(name), "Somebody " + name, "cli").orElseThrow();
    return BOOK.changePassword(first.user(), first.oneTimePassword(), PASSWORD);
  }

  private static Browser signedIn(User user) throws IOException {
    Browser browser = new Browser(server.port());
    assertThat(browser.signIn(user.name().text(), PASSWORD).status()).isEqualTo(303);
    return browser;
  }

  private record Route(String method, String path) {}

  /// Every route with an id in it, with the one's id put in.
  private static List<Route> routesWithIds() {
    Rendering rendering = new Rendering(Assets.load(), floors.visitors(), ServerSettings.BEIJING);
    String routes =
        new House()
                .pages(Assets.load(), rendering, floors, door, ServerSettings.local(0))
                .toString()
            + new Entrance().entrancePages(door, rendering);
    Matcher matcher = Pattern.compile("\\(([A-Z]+) && (/\\S*\\{.*)\\) ->").matcher(routes);
    List<Route> found = new ArrayList<>();
    while (matcher.find()) {
      // Assets and the sample's figures are everybody's; operations have a test of their own.
      if (Stream.of("/static/", "/sample/", "/api/").noneMatch(matcher.group(2)::startsWith)) {
        found.add(
            new Route(
                matcher.group(1),
                matcher
                    .group(2)
                    .replace("{id:R[0-9]+}", right.toString())
                    .replace("{id:P[0-9]+}", party.toString())
                    .replace("{id:I[0-9]+}", run)
                    .replace("{id:X[0-9]+}", examination.toString())
                    .replace("{id:W[0-9]+}", watch.toString())
                    .replace("{id:EV[0-9]+}", evidence.toString())
                    .replace("{id:C[0-9]+}", recordal.toString())
                    .replace("{deal}", SampleDocket.DEAL)
                    .replace("{id:N[0-9]+}", notice.toString())
                    .replace("{name:[a-z-]+}", "observations")
                    .replace("{upload}", upload.toString())
                    .replace("{part}", "1")
                    .replace("{right:R[0-9]+}", right.toString())
                    .replace("{digest:[0-9a-f]{64}}", DIGEST.hex())
                    .replace("{user}", one.id().toString())
                    .replace("{token}", token)));
      }
    }
    return found;
  }

  @Test
  void showsNoPageOfTheOthers() throws IOException {
    Browser browser = signedIn(other);
    List<Route> routes = routesWithIds();
    // Right, its document, its form, its events; party; run, its progress; user.
    assertThat(routes).hasSizeGreaterThanOrEqualTo(12);
    StringBuilder wrong = new StringBuilder();
    for (Route route : routes) {
      browser.get("/account");
      Browser.Answer answer =
          route.method().equals("GET")
              ? browser.get(route.path())
              : browser.post(
                  route.path(), Map.of("with", "O2", "kind", "noted", "on", "2020-01-02"));
      if (answer.status() != 404 || answer.body().contains(MARK)) {
        wrong.append(route).append(' ').append(answer.status()).append('\n');
      }
    }
    assertThat(wrong.toString()).isEmpty();
  }

  @Test
  void answersNoOperationOnTheOthers() throws IOException {
    StringBuilder wrong = new StringBuilder();
    for (Operation operation : Operation.all()) {
      if (operation.variables().isEmpty()) {
        continue;
      }
      String path =
          operation
              .path()
              .replace("{right}", right.toString())
              .replace("{party}", party.toString())
              .replace("{run}", run)
              .replace("{deal}", SampleDocket.DEAL)
              .replace("{rule}", "none")
              .replace("{examination}", examination.toString())
              .replace("{watch}", watch.toString())
              .replace("{evidence}", evidence.toString())
              .replace("{upload}", upload.toString())
              .replace("{part}", "1")
              .replace("{recordal}", recordal.toString())
              .replace("{notice}", notice.toString())
              .replace("{person}", "wang.fang")
              .replace("{paper}", "observations")
              .replace("{digest}", DIGEST.hex())
              .replace("{organisation}", one.organisation().toString());
      assertThat(path).doesNotContain("{");
      Browser.Answer answer = answered(operation, path);
      boolean refused = answer.status() == 404 || answer.status() == 422;
      if (!refused || answer.body().contains(MARK)) {
        wrong.append(operation).append(' ').append(answer).append('\n');
      }
    }
    assertThat(wrong.toString()).isEmpty();
    assertThat(RECORDS.show(one.acting(), right).orElseThrow().record().references().ours())
        .isEqualTo(MARK);
    assertThat(PARTIES.find(one.acting(), party).orElseThrow().names()).hasSize(1);
    assertThat(floors.uploads().show(one.acting(), upload).there()).isEmpty();
  }

  private static Browser.Answer answered(Operation operation, String path) throws IOException {
    String body = OperationBodies.of(operation);
    String query = operation == RightsOperation.ATTACH_DOCUMENT ? "?on=2020-01-02" : "";
    return new Browser(server.port())
        .send(
            operation.method(),
            path + query,
            body,
            "Authorization: Bearer " + otherToken,
            "If-Match: *",
            ContentDigest.HEADER + ": " + ContentDigest.of(Digest.of(new byte[0])));
  }

  @Test
  void listsNothingOfTheOthers() throws IOException {
    Browser browser = signedIn(other);
    for (String path :
        List.of(
            "/",
            "/rights",
            "/rights?scope=shared",
            "/rights?party=" + party,
            "/rights.csv",
            "/rights.json",
            "/parties",
            "/imports",
            "/examine",
            "/examine/records",
            "/examine/watches",
            "/prove",
            "/prove?kind=all",
            "/prove/evidence/new",
            "/prove?kind=all&right=" + right,
            "/administer",
            "/administer?show=missed",
            "/administer/limits",
            "/administer/customs",
            "/administer/fees",
            "/administer/recordals",
            "/administer/receipts",
            "/administer/people",
            "/administer/reminders",
            "/audit",
            "/users")) {
      Browser.Answer answer = browser.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).doesNotContain(MARK);
      assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
    }
    for (Operation operation : Operation.all()) {
      if (operation.method().equals("GET") && operation.variables().isEmpty()) {
        String query = OperationBodies.query(operation, right.toString());
        Browser.Answer answer =
            browser.get(operation.path() + query, "Authorization: Bearer " + otherToken);
        boolean nothing =
            operation == ExamineOperation.CHECK_ASSIGNMENT
                || operation == ExamineOperation.SUGGEST_GOODS;
        assertThat(answer.status()).as(operation.path()).isEqualTo(nothing ? 400 : 200);
        assertThat(answer.body()).as(operation.path()).doesNotContain(MARK);
      }
    }
  }

  @Test
  void escapesWhatPeopleTypedOnEveryPage() throws IOException {
    Browser browser = signedIn(one);
    List<String> paths =
        new ArrayList<>(
            List.of("/", "/rights", "/parties", "/imports", "/audit", "/prove/evidence/new"));
    routesWithIds().stream()
        .filter(route -> route.method().equals("GET"))
        .map(Route::path)
        .filter(path -> !path.contains("/documents/") && !path.endsWith("/progress"))
        .filter(path -> !path.endsWith(".json") && !path.endsWith(".pdf"))
        .filter(path -> !path.endsWith(".png")) // bytes of a picture, which this is not
        .filter(path -> !path.endsWith("/bundle")) // asks for a tick first
        .filter(path -> !path.contains("/papers/observations/")) // of patents alone
        .filter(path -> !path.startsWith(UploadPages.UPLOADS)) // JSON for a script
        .forEach(paths::add);
    for (String path : paths) {
      Browser.Answer answer = browser.get(path);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.body())
          .as(path)
          .doesNotContain("<script>alert", "<img src=x", "<b>.csv")
          .doesNotContain("onerror=alert(1)>\"");
      assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
    }
    assertThat(browser.get("/rights/" + right).body()).contains("&lt;script&gt;alert(1)");
  }

  @Test
  void sendsADocumentUnderANameThatAddsNoHeader() throws IOException {
    Browser.Answer answer = signedIn(one).get("/rights/" + right + "/documents/" + DIGEST.hex());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.header("Content-Disposition").orElseThrow()).startsWith("inline; filename");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void keepsInTheTrailWhoCameInTookOutAndImported() throws IOException {
    Browser browser = signedIn(one);
    browser.get("/rights.csv");

    assertThat(STORES.trail().page(one.organisation(), Optional.empty(), 100))
        .extracting(kept -> kept.entry().action())
        .contains("sign-in", "export", "token-add", "right-enter", "event")
        .anyMatch(action -> action.startsWith("import"));
  }

  @Test
  void refusesEveryFormWithoutItsToken() throws IOException {
    Browser browser = signedIn(one);
    for (Route route : routesWithIds()) {
      if (!route.method().equals("GET")) {
        Browser.Answer answer =
            browser.send(
                route.method(),
                route.path(),
                "x=1",
                "Content-Type: application/x-www-form-urlencoded");
        assertThat(answer.status()).as(route.path()).isEqualTo(403);
      }
    }
  }
}
