package org.zhiheng.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.answers.MemoryAnswers;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.imports.ImportDesk;
import org.zhiheng.jobs.imports.Imports;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.links.JtePaperPages;
import org.zhiheng.server.SampleDesk;
import org.zhiheng.server.SampleDocket;
import org.zhiheng.server.security.Browser;
import org.zhiheng.server.security.DoorHouse;
import org.zhiheng.server.security.GuardSettings;
import org.zhiheng.values.OrganisationId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface over real HTTP, on records in memory.
final class ApiIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T08:00:00Z");
  private static final RegisterStores STORES = new MemoryRegister(CLOCK).stores();
  private static final MemoryDocuments DOCUMENTS = new MemoryDocuments();
  private static final Imports IMPORTS = new Imports(STORES.runs(), STORES.trail(), CLOCK);
  private static final ImportDesk DESK = new ImportDesk(IMPORTS, DOCUMENTS);

  /// An organisation to share with; nobody here acts for it.
  private static final OrganisationId OTHER = new OrganisationId(77);

  // Numbers with their check digits: weights 2..9,2..5 over 12 digits, modulo 11.
  private static int numbers;

  private static final Records RECORDS =
      new Records(STORES.rights(), STORES.parties(), DOCUMENTS, STORES.trail(), CLOCK);
  private static final ProveDesk PROVE =
      ProveDesk.of(
          new MemoryProving().stores(),
          RECORDS,
          DOCUMENTS,
          STORES.trail(),
          new SecureRandom(),
          CLOCK);
  private static final ExamineDesk EXAMINE =
      SampleDesk.over(STORES.rights(), STORES.parties(), RECORDS, DOCUMENTS, STORES.trail(), CLOCK);

  private static DoorHouse house;
  private static String all;
  private static String reader;

  @BeforeAll
  static void open() {
    house =
        new DoorHouse(
            GuardSettings.loopback(),
            (visitors, rendering) -> {
              Api api =
                  new Api(
                      new Api.Jobs(
                          RECORDS,
                          new PartyBook(STORES.parties(), STORES.trail(), CLOCK),
                          IMPORTS,
                          DESK,
                          1 << 20,
                          STORES.trail(),
                          new MemoryAnswers(),
                          id -> id.equals(OTHER),
                          EXAMINE,
                          SampleDesk.reports(EXAMINE, STORES.trail(), CLOCK),
                          PROVE,
                          SampleDocket.over(STORES.rights(), RECORDS, STORES.trail(), CLOCK),
                          SampleDesk.uploads(STORES.trail(), CLOCK),
                          new JtePaperPages(),
                          SampleDocket.finance(RECORDS, STORES.trail(), CLOCK),
                          SampleDocket.deals(RECORDS, STORES.trail(), CLOCK)),
                      visitors,
                      CLOCK);
              return api.routes().and(api.guide(rendering));
            });
    all = house.token(house.user("api.admin", Role.ADMINISTRATOR), EnumSet.allOf(Permission.class));
    reader = house.token(house.user("api.viewer", Role.VIEWER), Set.of(Permission.READ));
  }

  @AfterAll
  static void close() {
    house.close();
    DESK.close();
  }

  private static Browser.Answer get(String path, String... headers) throws IOException {
    return send(all, "GET", path, "", headers);
  }

  private static Browser.Answer post(String path, String body, String... headers)
      throws IOException {
    List<String> more = new ArrayList<>(List.of(headers));
    more.add("Content-Type: application/json");
    return send(all, "POST", path, body, more.toArray(String[]::new));
  }

  private static Browser.Answer send(
      String token, String method, String path, String body, String... headers) throws IOException {
    List<String> more = new ArrayList<>(List.of(headers));
    more.add("Authorization: Bearer " + token);
    return new Browser(house.port()).send(method, path, body, more.toArray(String[]::new));
  }

  private static JsonNode json(Browser.Answer answer) {
    return JSON.readTree(answer.body());
  }

  private static String newRight() {
    numbers++;
    String digits = String.format(java.util.Locale.ROOT, "2018%08d", 10_000_000 + numbers);
    int[] weights = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
    int sum = 0;
    for (int at = 0; at < weights.length; at++) {
      sum += weights[at] * (digits.charAt(at) - '0');
    }
    String check = sum % 11 == 10 ? "X" : Integer.toString(sum % 11);
    return """
    {"kind":"invention-patent","office":"CN","fields":{"title":"一种3D打印机 %d",
     "application-number":"%s","filing-date":"2018-09-13","applicants":["示例大学","示例%d公司"]}}
    """
        .formatted(numbers, digits + "." + check, numbers);
  }

  private static Browser.Answer entered() throws IOException {
    Browser.Answer answer = post("/api/v1/rights", newRight());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer;
  }

  @Test
  void entersARightAndShowsItWithATag() throws IOException {
    Browser.Answer entered = entered();
    String location = entered.header("Location").orElseThrow();

    Browser.Answer shown = get(location);

    assertThat(location).matches("/api/v1/rights/R[0-9]+");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(json(shown).path("title").asString()).startsWith("一种3D打印机");
    assertThat(shown.header("ETag")).isEqualTo(entered.header("ETag"));
    Browser.Answer same = get(location, "If-None-Match: " + shown.header("ETag").orElseThrow());
    assertThat(same.status()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
  }

  @Test
  void recordsAnEventOnlyOnTheVersionThatWasSeen() throws IOException {
    Browser.Answer entered = entered();
    String events = entered.header("Location").orElseThrow() + "/events";
    String tag = entered.header("ETag").orElseThrow();
    String event = "{\"kind\":\"withdrawn\",\"on\":\"2020-01-02\"}";

    assertThat(post(events, event).status()).isEqualTo(428);
    assertThat(post(events, event, "If-Match: W/x").status()).isEqualTo(422);
    Browser.Answer done = post(events, event, "If-Match: " + tag);
    assertThat(done.status()).as(done.toString()).isEqualTo(201);
    assertThat(json(done).path("stage").asString()).isEqualTo("withdrawn");
    Browser.Answer stale =
        post(
            events,
            "{\"kind\":\"noted\",\"on\":\"2020-01-03\",\"fields\":{\"code\":\"x\"}}",
            "If-Match: " + tag);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(json(stale).path("code").asString()).isEqualTo("stale");
  }

  @Test
  void answersARepeatedRequestTheSameAndDoesItOnce() throws IOException {
    String right = newRight();
    Browser.Answer first = post("/api/v1/rights", right, "Idempotency-Key: \"k-1\"");
    Browser.Answer again = post("/api/v1/rights", right, "Idempotency-Key: \"k-1\"");
    Browser.Answer other = post("/api/v1/rights", newRight(), "Idempotency-Key: \"k-1\"");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(other.status()).isEqualTo(422);
    assertThat(json(other).path("code").asString()).isEqualTo("idempotency-key-reused");
  }

  @Test
  void listsPageByPageWithoutGapOrRepeat() throws IOException {
    for (int right = 0; right < 5; right++) {
      entered();
    }
    List<String> seen = new ArrayList<>();
    String path = "/api/v1/rights?limit=2";
    while (!path.isEmpty()) {
      JsonNode page = json(get(path));
      page.path("items").forEach(row -> seen.add(row.path("id").asString()));
      String next = page.path("next").asString("");
      path = next.isEmpty() ? "" : "/api/v1/rights?limit=2&after=" + next;
    }

    assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
  }

  @Test
  void refusesParametersItDoesNotKnowWithTheNearestName() throws IOException {
    Browser.Answer answer = get("/api/v1/rights?offfice=CN&limit=0&kind=patnt&after=%21");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("Did you mean office?");
    assertThat(json(answer).path("problems").valueStream().map(p -> p.path("path").asString()))
        .containsExactlyInAnyOrder("offfice", "limit", "kind", "after");
  }

  @Test
  void refusesABodyThatIsNotOneKnownObject() throws IOException {
    for (String body :
        List.of("", "[]", "{\"a\":", "{\"kind\":\"mark\",\"kind\":\"mark\"}", "[".repeat(9_000))) {
      Browser.Answer answer = post("/api/v1/rights", body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(json(answer).path("code").asString()).isEqualTo("json");
    }
    Browser.Answer large = post("/api/v1/rights", "{\"x\":\"" + "y".repeat(1 << 20) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    Browser.Answer nul = post("/api/v1/rights", newRight().replace("一种", "\\u0000"));
    assertThat(nul.status()).as(nul.toString()).isEqualTo(422);
    assertThat(nul.body()).contains("text-nul");
    assertThat(get("/api/v1/parties?q=%00").status()).isEqualTo(400);
    Browser.Answer unknown = post("/api/v1/rights", "{\"knd\":\"mark\"}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.body()).contains("field-unknown").contains("\"required\"");
  }

  @Test
  void keepsATokenToItsScopes() throws IOException {
    assertThat(send(reader, "GET", "/api/v1/rights", "").status()).isEqualTo(200);
    assertThat(send(reader, "GET", "/api/v1/audit", "").status()).isEqualTo(403);
    assertThat(send(reader, "POST", "/api/v1/rights", newRight()).status()).isEqualTo(403);
    assertThat(send(reader, "POST", "/api/v1/imports?kind=marks-csv", "x").status()).isEqualTo(403);
    assertThat(send(reader, "POST", "/api/v1/parties/P1/merge", "{\"absorbed\":\"P2\"}").status())
        .isEqualTo(403);
  }

  @Test
  void takesAnUploadAndTellsHowItStands() throws IOException {
    Browser.Answer taken =
        send(
            all,
            "POST",
            "/api/v1/imports?kind=cnipa-gazette-csv&name=a.csv",
            "x,y\n1,2\n",
            "Content-Type: text/csv");
    assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
    String location = taken.header("Location").orElseThrow();

    assertThat(json(get(location)).path("fileName").asString()).isEqualTo("a.csv");
    assertThat(get(location + "/problems").status()).isEqualTo(200);
    assertThat(get("/api/v1/imports").status()).isEqualTo(200);
    Browser.Answer large =
        send(
            all,
            "POST",
            "/api/v1/imports?kind=marks-csv",
            "x".repeat((1 << 20) + 1),
            "Content-Type: text/csv");
    assertThat(large.status()).isEqualTo(413);
  }

  @Test
  void listsTheTrailAndTheParties() throws IOException {
    entered();

    assertThat(get("/api/v1/audit").body()).contains("right-enter");
    JsonNode parties = json(get("/api/v1/parties"));
    assertThat(parties.path("items").size()).isGreaterThan(0);
    String id = parties.path("items").path(0).path("id").asString();
    assertThat(json(get("/api/v1/parties/" + id)).path("id").asString()).isEqualTo(id);
    assertThat(get("/api/v1/parties?q=%E7%A4%BA%E4%BE%8B").body()).contains("示例大学");
  }

  @Test
  void tellsTheDeadlinesAndFeesOfARight() throws IOException {
    String right = json(entered()).path("id").asString();

    JsonNode docket = json(get("/api/v1/rights/" + right + "/deadlines?on=2020-01-01"));
    assertThat(docket.path("on").asString()).isEqualTo("2020-01-01");
    // filed 2018-09-13: examination is requested within three years
    assertThat(docket.path("deadlines"))
        .filteredOn(one -> one.path("rule").asString().equals("cn.patent.examination-request"))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.path("due").asString()).isEqualTo("2021-09-13");
          assertThat(one.path("state").asString()).isEqualTo("running");
        });
    JsonNode fees = json(get("/api/v1/rights/" + right + "/fees?relief=sole"));
    assertThat(fees.path("ended").asBoolean()).isFalse();
    assertThat(json(get("/api/v1/deadlines?show=missed&limit=5")).path("items").isArray()).isTrue();
    assertThat(get("/api/v1/deadlines?show=late").status()).isEqualTo(400);
    assertThat(get("/api/v1/deadlines?within=99999999").status()).isEqualTo(400);
    assertThat(get("/api/v1/rights/R999999/deadlines").status()).isEqualTo(404);
    assertThat(get("/api/v1/rights/R999999/fees").status()).isEqualTo(404);
  }

  @Test
  void saysWhatIsNotThere() throws IOException {
    for (String path :
        List.of("/api/v1/rights/R999999", "/api/v1/rights/x", "/api/v1/nothing", "/api/v2/")) {
      Browser.Answer answer = get(path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(json(answer).path("code").asString()).isEqualTo("not-found");
    }
  }

  @Test
  void attachesADocumentAndReadsItBack() throws IOException {
    Browser.Answer entered = entered();
    String right = entered.header("Location").orElseThrow();
    String path = right + "/documents?on=2020-01-02&name=..%2F..%2Fa%22b%0D%0Ac.pdf";
    String pdf = "%PDF-1.4 a notice";

    assertThat(send(all, "POST", path, pdf).status()).isEqualTo(428);
    assertThat(send(all, "POST", right + "/documents", pdf, "If-Match: *").status()).isEqualTo(422);
    assertThat(send(reader, "POST", path, pdf, "If-Match: *").status()).isEqualTo(403);
    Browser.Answer done = send(all, "POST", path, pdf, "If-Match: *");
    assertThat(done.status()).as(done.toString()).isEqualTo(201);
    JsonNode fact = json(done).path("events").valueStream().toList().getLast().path("fact");
    assertThat(fact.path("mediaType").asString()).isEqualTo("application/pdf");
    assertThat(fact.path("name").asString()).isEqualTo("a\"bc.pdf");
    Browser.Answer read = get(right + "/documents/" + fact.path("digest").asString());
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body()).contains(pdf);
    assertThat(read.header("Content-Type")).contains("application/pdf");
    assertThat(read.header("Cache-Control")).contains("no-store");
    assertThat(read.header("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=");
    assertThat(get(right + "/documents/" + "0".repeat(64)).status()).isEqualTo(404);
    assertThat(get(right + "/documents/x").status()).isEqualTo(404);
  }

  @Test
  void attachesADocumentSentAsAForm() throws IOException {
    String right = entered().header("Location").orElseThrow();
    String form =
        """
        --b
        Content-Disposition: form-data; name="file"; filename="scan.bin"

        bytes
        --b--
        """
            .replace("\n", "\r\n");

    Browser.Answer done =
        send(
            all,
            "POST",
            right + "/documents?on=2020-01-02",
            form,
            "If-Match: *",
            "Content-Type: multipart/form-data; boundary=b");

    assertThat(done.status()).as(done.toString()).isEqualTo(201);
    assertThat(done.body()).contains("scan.bin");
  }

  @Test
  void changesTheReferences() throws IOException {
    String right = entered().header("Location").orElseThrow();

    Browser.Answer done =
        send(all, "PUT", right + "/references", "{\"ours\":\"ZH-1\",\"clientName\":\"甲公司\"}");

    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(json(done).path("references").path("ours").asString()).isEqualTo("ZH-1");
    assertThat(json(done).path("references").path("client").asString()).isEmpty();
    assertThat(
            send(all, "PUT", right + "/references", "{\"ours\":\"" + "x".repeat(121) + "\"}")
                .status())
        .isEqualTo(422);
    assertThat(send(all, "PUT", "/api/v1/rights/R99999/references", "{}").status()).isEqualTo(404);
  }

  @Test
  void sharesWithAnOrganisationThatExistsAndEndsIt() throws IOException {
    String shares = entered().header("Location").orElseThrow() + "/shares/";

    assertThat(send(reader, "PUT", shares + OTHER, "").status()).isEqualTo(403);
    assertThat(send(all, "PUT", shares + "O999", "").status()).isEqualTo(404);
    assertThat(send(all, "PUT", shares + OTHER, "").status()).isEqualTo(204);
    assertThat(send(all, "DELETE", shares + OTHER, "").status()).isEqualTo(204);
    assertThat(send(all, "DELETE", shares + OTHER, "").status()).isEqualTo(404);
    assertThat(get("/api/v1/audit").body()).contains("right-share").contains("right-unshare");
  }

  @Test
  void namesAPartyAndRecordsItsCode() throws IOException {
    entered();
    String id = json(get("/api/v1/parties")).path("items").path(0).path("id").asString();
    String party = "/api/v1/parties/" + id;

    Browser.Answer named = post(party + "/names", "{\"text\":\"Jilin U.\",\"form\":\"latin\"}");
    Browser.Answer wrong =
        send(all, "PUT", party + "/credit-code", "{\"code\":\"91350100M000100Y44\"}");
    // The worked example of GB 32100-2015.
    Browser.Answer right =
        send(all, "PUT", party + "/credit-code", "{\"code\":\"91350100M000100Y43\"}");

    assertThat(named.status()).as(named.toString()).isEqualTo(200);
    assertThat(named.body()).contains("Jilin U.");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(right.status()).as(right.toString()).isEqualTo(200);
    assertThat(json(right).path("creditCode").asString()).isEqualTo("91350100M000100Y43");
  }

  @Test
  void goesOnWithNoRunThatIsFinished() throws IOException {
    Browser.Answer taken =
        send(
            all,
            "POST",
            "/api/v1/imports?kind=cnipa-gazette-csv&name=b.csv",
            "x,y\n3,4\n",
            "Content-Type: text/csv");
    String location = taken.header("Location").orElseThrow();
    assertThat(post(location + "/resume", "").status()).isIn(202, 409);
    assertThat(post("/api/v1/imports/I99999/resume", "").status()).isEqualTo(404);
    assertThat(send(reader, "POST", location + "/resume", "").status()).isEqualTo(403);
  }

  @Test
  void takesOutAllThatTheFiltersFind() throws IOException {
    post("/api/v1/rights", newRight().replace("一种3D打印机", "=HYPERLINK(1) \\\"x\\\", 导出"));

    Browser.Answer csv = get("/api/v1/rights.csv?q=%E5%AF%BC%E5%87%BA");
    Browser.Answer array = get("/api/v1/rights.json?q=%E5%AF%BC%E5%87%BA");

    assertThat(csv.status()).as(csv.toString()).isEqualTo(200);
    assertThat(csv.header("Cache-Control")).contains("no-store");
    assertThat(csv.body())
        .contains("id,kind,office,number,title,")
        .contains("\"'=HYPERLINK(1) \"\"x\"\", 导出");
    assertThat(array.body()).contains("=HYPERLINK(1)");
    assertThat(send(reader, "GET", "/api/v1/rights.csv", "").status()).isEqualTo(403);
    assertThat(get("/api/v1/rights.csv?limit=3").status()).isEqualTo(400);
    assertThat(get("/api/v1/audit").body()).contains("\"action\":\"export\"");
  }

  @Test
  void describesEveryOperationToAnybody() throws IOException {
    Browser.Answer answer = new Browser(house.port()).get("/api/v1/openapi.json");
    JsonNode paths = json(answer).path("paths");

    assertThat(answer.status()).isEqualTo(200);
    for (Operation operation : Operation.all()) {
      assertThat(
              paths
                  .path(operation.path())
                  .path(operation.method().toLowerCase(java.util.Locale.ROOT))
                  .isObject())
          .as(operation.toString())
          .isTrue();
    }
  }

  @Test
  void showsTheGuideInTheFrame() throws IOException {
    Browser browser = new Browser(house.port());
    browser.signIn("api.viewer", DoorHouse.PASSWORD);

    Browser.Answer guide = browser.get(Api.GUIDE);

    assertThat(guide.status()).isEqualTo(200);
    assertThat(guide.body()).contains("POST /api/v1/rights/{right}/events");
  }
}
