package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.User;
import org.zhiheng.jobs.tour.Tour;
import org.zhiheng.links.ChromiumPrinter;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.server.api.Operation;
import org.zhiheng.server.security.Browser;
import org.zhiheng.server.security.Browser.Answer;
import org.zhiheng.server.security.GuardSettings;

/// Every route of the pages and every operation of the REST interface, asked by an administrator
/// with spoilt paths, queries, forms, files and bodies, over the real stores. What a request does
/// is done: the house is for this alone.
///
/// Answers that are failures: none, but for 501 where nothing can print and 503 where too much is
/// under way. A refusal is a page, or `application/problem+json`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormsFuzz {

  private static final String PASSWORD = "eleven patient otters";

  /// 501: no browser prints here. 503: too much at once.
  private static final Set<Integer> FAILURES = Set.of(501, 503);

  /// Leave the house, change what is signed in with, or are another test's.
  private static final Set<String> LEFT_OUT = Set.of("POST /sign-out", "POST /password");

  @TempDir private static @Nullable Path home;

  private @Nullable Premises premises;
  private @Nullable Server server;
  private @Nullable Visit visit;

  /// How long it is asked again what was asked too fast.
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /// One request.
  private interface Request {
    Answer send() throws IOException;
  }

  /// Who asks, and what was seen of the house.
  private record Visit(
      int port, AccountBook book, User user, Browser browser, List<Route> routes, SeenForms forms) {

    /// The only one there is from here on: the pages give out and end tokens too.
    String token() {
      book.tokens(user).forEach(token -> book.revoke(user, token.id()));
      return book.issue(user, "fuzz", user.acting().permissions(), Duration.ofDays(1)).secret();
    }

    Browser signedIn() throws IOException {
      if (browser.get("/account").status() != 200) {
        assertThat(browser.signIn(user.name().text(), PASSWORD).status()).isEqualTo(303);
        browser.get("/account");
      }
      return browser;
    }
  }

  @BeforeAll
  void open() throws IOException {
    // a real one: the pace of requests is kept by it
    InstantSource clock = InstantSource.system();
    Premises opened =
        Premises.open(
            Objects.requireNonNull(home),
            Optional.empty(),
            GuardSettings.loopback(),
            new Links(ChromiumPrinter.on(""), new SamplePage(), Optional.empty()),
            clock);
    premises = opened;
    opened.loadSample(Tour.NONE);
    Server started = Server.start(ServerSettings.local(0), opened.floors(), opened.door());
    server = started;
    AccountBook book = opened.door().accounts();
    AccountBook.Welcomed first = opened.firstAdministrator().orElseThrow();
    User user = book.changePassword(first.user(), first.oneTimePassword(), PASSWORD);
    Browser browser = new Browser(started.port());
    assertThat(browser.signIn(user.name().text(), PASSWORD).status()).isEqualTo(303);
    SeenForms forms = SeenForms.from(browser);
    forms.only(
        book.add(user.acting(), new LoginName("wang.wu"), "王五", Role.EXAMINER)
            .user()
            .id()
            .toString());
    visit =
        new Visit(
            started.port(),
            book,
            user,
            browser,
            List.copyOf(Route.all(opened.floors(), opened.door())),
            forms);
  }

  @AfterAll
  void close() throws IOException {
    Optional.ofNullable(server).ifPresent(Server::close);
    Premises opened = premises;
    if (opened != null) {
      opened.close();
    }
  }

  private static void answered(Object what, Seed seed, String sent, Answer answer) {
    String as = what + " seed " + seed + "\n" + cut(sent) + "\n" + cut(answer.toString());
    if (!FAILURES.contains(answer.status())) {
      assertThat(answer.status()).as(as).isBetween(200, 499);
    }
    // what is no file of the product is not there, without a word
    if (answer.status() >= 400 && !what.toString().startsWith("GET /static/")) {
      assertThat(answer.header("Content-Type").orElse(""))
          .as(as)
          .matches("(?s)(text/html|application/(problem\\+)?json|text/plain).*");
      assertThat(answer.body()).as(as).isNotBlank();
    }
  }

  /// Asked again while it is told to come back later.
  private static Answer paced(Request request) throws IOException {
    long until = System.nanoTime() + PATIENCE_NANOS;
    Answer answer = request.send();
    while (answer.status() == 429 && System.nanoTime() < until) {
      answer = request.send();
    }
    return answer;
  }

  private static String cut(String text) {
    return text.length() < 1_500 ? text : text.substring(0, 1_500) + "…";
  }

  @Seeds(3)
  void everyPageAnswers(Seed seed) throws IOException {
    Visit visit = Objects.requireNonNull(this.visit);
    Browser browser = visit.signedIn();
    for (Route route : visit.routes()) {
      if (LEFT_OUT.contains(route.toString())) {
        continue;
      }
      String path = visit.forms().path(seed, route.pattern());
      if (seed.chance(0.4)) {
        path += visit.forms().query(seed, List.of());
      }
      Map<String, String> fields = visit.forms().fields(seed, path);
      String query = route.method().equals("GET") ? visit.forms().query(seed, List.of()) : "";
      String whole = path + query;
      Request request =
          switch (route.method()) {
            case "GET" -> () -> browser.get(whole);
            case "POST" ->
                seed.chance(0.3)
                    ? multipart(seed, browser, whole, fields)
                    : () -> browser.post(whole, fields);
            default -> {
              String body = Spoilt.word(seed);
              String digest = "Content-Digest: " + header(seed, "sha-256=:AAAA:");
              yield () ->
                  browser.send(
                      route.method(), whole, body, "X-CSRF-TOKEN: " + browser.token(), digest);
            }
          };
      // who tries to sign in too often is let wait for minutes
      Answer answer = route.pattern().equals("/sign-in") ? request.send() : paced(request);
      answered(route, seed, path + "\n" + fields, answer);
      if (answer.header("Location").orElse("").startsWith("/sign-in")) {
        visit.signedIn();
      }
    }
  }

  /// The fields as parts, and files that are none or hold something else.
  private static Request multipart(
      Seed seed, Browser browser, String path, Map<String, String> fields) {
    String boundary = "----b0und";
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> {
      body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
      body.append(name.replace("\"", "%22").replace("\n", "").replace("\r", "")).append('"');
      if (seed.chance(0.3)) {
        body.append("; filename=\"").append(header(seed, "a.csv").replace("\"", "")).append('"');
      }
      body.append("\r\n\r\n").append(value).append("\r\n");
    });
    body.append("--").append(boundary).append("--\r\n");
    String sent = seed.chance(0.2) ? Spoilt.text(seed, body.toString()) : body.toString();
    return () ->
        browser.send(
            "POST",
            path,
            sent,
            "Content-Type: multipart/form-data; boundary=" + boundary,
            "X-CSRF-TOKEN: " + browser.token());
  }

  /// A header's value: no line's end, and no sign beyond the first 255.
  private static String header(Seed seed, String sound) {
    StringBuilder value = new StringBuilder();
    Spoilt.text(seed, sound)
        .chars()
        .filter(one -> one >= 0x20 && one < 0x100 && one != 0x7f)
        .limit(300)
        .forEach(one -> value.append((char) one));
    return value.toString();
  }

  @Seeds(3)
  void everyOperationAnswers(Seed seed) throws IOException {
    Visit visit = Objects.requireNonNull(this.visit);
    Browser program = new Browser(visit.port());
    String bearer = "Authorization: Bearer " + visit.token();
    for (Operation operation : Operation.all()) {
      String path = visit.forms().path(seed, operation.path());
      path +=
          seed.chance(0.5)
              ? visit.forms().query(seed, operation.parameters())
              : OperationBodies.query(operation, "R1");
      String body =
          operation.spec().fields().isEmpty()
              ? Spoilt.word(seed)
              : Bodies.of(seed, operation, visit.forms());
      String[] heads = {
        bearer,
        "Content-Type: "
            + (seed.chance(0.9) ? "application/json" : header(seed, "application/json")),
        "If-Match: " + (seed.chance(0.5) ? "*" : header(seed, "\"1\"")),
        "Content-Digest: " + header(seed, "sha-256=:AAAA:"),
        "Idempotency-Key: " + header(seed, "k" + seed.between(0, 1_000_000)),
        "Accept: " + (seed.chance(0.8) ? "*/*" : header(seed, "application/json"))
      };
      String whole = path;
      String sent = operation.method().equals("GET") ? "" : body;
      Answer answer = paced(() -> program.send(operation.method(), whole, sent, heads));
      answered(operation, seed, path + "\n" + body, answer);
    }
    // or all of this was asked by nobody
    assertThat(paced(() -> program.get("/api/v1/rights", bearer)).status()).isEqualTo(200);
  }

  /// Cookies, tokens and other heads that nobody gave out. None opens a door.
  @Seeds(40)
  void noSpoiltTokenOpensADoor(Seed seed) throws IOException {
    Visit visit = Objects.requireNonNull(this.visit);
    Browser stranger = new Browser(visit.port());
    String given = visit.token();
    String token = Spoilt.text(seed, given);
    String sent = "";
    for (int one : token.chars().filter(c -> c >= 0x20 && c < 0x7f).limit(4_000).toArray()) {
      sent += (char) one;
    }
    Answer api = stranger.get("/api/v1/rights", "Authorization: Bearer " + sent);
    answered("GET /api/v1/rights", seed, sent, api);
    if (!sent.strip().equals(given)) {
      assertThat(api.status()).as(sent).isIn(400, 401, 429);
    }
    Answer page =
        stranger.get(
            "/rights",
            "Cookie: " + header(seed, "zhiheng=" + given + "; theme=dark; language=zh"),
            "Accept-Language: " + header(seed, "zh-CN,zh;q=0.9,en;q=0.8"),
            "Range: " + header(seed, "bytes=0-10"),
            "If-None-Match: " + header(seed, "\"abc\""),
            "If-Modified-Since: " + header(seed, "Sat, 29 Oct 1994 19:43:31 GMT"));
    answered("GET /rights", seed, "", page);
    assertThat(page.status()).isNotEqualTo(200);
  }
}
