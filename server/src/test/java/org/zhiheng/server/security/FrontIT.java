package org.zhiheng.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.jobs.access.Role;

/// What is turned away before anybody asks who sent it: foreign hosts, paths that climb, large
/// bodies, too many requests.
final class FrontIT {

  private static DoorHouse house;

  @BeforeAll
  static void open() {
    house = new DoorHouse(GuardSettings.loopback());
    for (Role role : Role.values()) {
      house.user(role.code() + ".one", role);
    }
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static Browser browser() {
    return new Browser(house.port());
  }

  private static Browser signedIn(Role role) throws IOException {
    Browser browser = browser();
    Browser.Answer answer = browser.signIn(role.code() + ".one", DoorHouse.PASSWORD);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
    return browser;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example:80",
        "localhost.evil.example",
        "169.254.1.1"
      })
  void turnsOtherHostNamesAway(String host) throws IOException {
    Browser.Answer answer = browser().get("/sign-in", "Host: " + host);

    assertThat(answer.status()).isEqualTo(421);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "LOCALHOST:1234", "[::1]:8080"})
  void answersForItsOwnNames(String host) throws IOException {
    assertThat(browser().get("/sign-in", "Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/../users",
        "/static/..%2fusers",
        "/static/%2e%2e/users",
        "/static/..;/users",
        "/static//../users",
        "/users;x=1",
        "//users",
        "/static/..%5cusers",
        "/static/%252e%252e/users",
        "/users%00"
      })
  void turnsPathsThatClimbAway(String path) throws IOException {
    Browser browser = signedIn(Role.VIEWER);

    Browser.Answer answer = browser.get(path);

    assertThat(answer.status()).as(answer.toString()).isIn(400, 403, 404);
    assertThat(answer.body()).doesNotContain("first.admin");
  }

  @Test
  void refusesALargeBodyFromWhoIsNotKnown() throws IOException {
    Browser browser = browser();
    browser.get("/sign-in");

    Browser.Answer form =
        browser.post("/sign-in", Map.of("name", "x".repeat(BodyFilter.ANONYMOUS_BYTES_MAX)));
    Browser.Answer endless =
        browser.send("POST", "/sign-in", "5\r\nname=\r\n0\r\n\r\n", "Transfer-Encoding: chunked");
    Browser.Answer program =
        browser.send("POST", "/api/v1/imports", "", "Content-Length: 4000000000");

    assertThat(form.status()).isEqualTo(413);
    assertThat(endless.status()).isEqualTo(413);
    assertThat(program.status()).isEqualTo(413);
    assertThat(program.body()).contains("\"code\":\"too-large\"");
  }

  @Test
  void takesNoTextThatNoDatabaseKeeps() throws IOException {
    Browser browser = signedIn(Role.VIEWER);
    browser.get("/account");

    assertThat(browser.get("/parties?q=%00").status()).isEqualTo(400);
    assertThat(browser.post("/rights/columns", java.util.Map.of("column", "a\0b")).status())
        .isEqualTo(400);
  }

  /// The framework reads the heads of parts before it asks which page is meant.
  @Test
  void refusesAPartWhoseHeadDoesNotRead() throws IOException {
    Browser browser = signedIn(Role.ADMINISTRATOR);
    browser.get("/account");

    Browser.Answer answer =
        browser.send(
            "POST",
            "/rights/columns",
            "--b\r\nContent-Disposition: form-data; name=\"a\"; filename\r\n\r\nx\r\n--b--\r\n",
            "Content-Type: multipart/form-data; boundary=b",
            "X-CSRF-TOKEN: " + browser.token());

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void readsNoUploadOfWhoMayNotUpload() throws IOException {
    Browser viewer = signedIn(Role.VIEWER);

    Browser.Answer answer =
        viewer.send(
            "POST",
            "/settings",
            "",
            "Content-Type: multipart/form-data; boundary=b",
            "Content-Length: 4000000000");

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void slowsDownWhoAsksTooMuch() throws IOException {
    GuardSettings.Pace slow = new GuardSettings.Pace(3, 60);
    GuardSettings settings =
        GuardSettings.loopback().paced(slow, GuardSettings.PER_USER, GuardSettings.SIGN_INS);
    try (DoorHouse other = new DoorHouse(settings)) {
      Browser browser = new Browser(other.port());
      for (int request = 0; request < 3; request++) {
        assertThat(browser.get("/sign-in").status()).isEqualTo(200);
      }
      Browser.Answer page = browser.get("/sign-in");
      Browser.Answer json = browser.get("/api/v1/rights");

      assertThat(page.status()).isEqualTo(429);
      assertThat(page.header("Retry-After")).contains("1");
      assertThat(page.header("Content-Type").orElseThrow().toLowerCase(Locale.ROOT))
          .startsWith("text/html");
      assertThat(json.status()).isEqualTo(429);
      assertThat(json.body()).contains("\"code\":\"too-fast\"");
      other.now.updateAndGet(now -> now.plusSeconds(1));
      assertThat(browser.get("/sign-in").status()).isEqualTo(200);
      assertThat(browser.get("/sign-in").status()).isEqualTo(429);
    }
  }

  @Test
  void slowsDownWhoTriesManyNames() throws IOException {
    GuardSettings.Pace slow = new GuardSettings.Pace(2, 1);
    GuardSettings settings =
        GuardSettings.loopback().paced(GuardSettings.PER_ADDRESS, GuardSettings.PER_USER, slow);
    try (DoorHouse other = new DoorHouse(settings)) {
      Browser browser = new Browser(other.port());
      assertThat(browser.signIn("name.one", "x").status()).isEqualTo(422);
      assertThat(browser.signIn("name.two", "x").status()).isEqualTo(422);
      Browser.Answer third = browser.signIn("first.admin", DoorHouse.PASSWORD);

      assertThat(third.status()).isEqualTo(429);
      assertThat(third.header("Retry-After")).contains("60");
    }
  }

  @Test
  void believesTheLastHopOfTheProxyOnThisMachine() throws IOException {
    GuardSettings settings =
        GuardSettings.at(java.net.URI.create("https://zhiheng.example.org"))
            .paced(new GuardSettings.Pace(1, 1), GuardSettings.PER_USER, GuardSettings.SIGN_INS);
    try (DoorHouse other = new DoorHouse(settings)) {
      Browser browser = new Browser(other.port());
      String host = "Host: zhiheng.example.org";

      assertThat(browser.get("/sign-in", host, "X-Forwarded-For: 192.0.2.1").status())
          .isEqualTo(200);
      assertThat(browser.get("/sign-in", host, "X-Forwarded-For: 192.0.2.2").status())
          .isEqualTo(200);
      assertThat(browser.get("/sign-in", host, "X-Forwarded-For: 192.0.2.9, 192.0.2.1").status())
          .isEqualTo(429);
      assertThat(
              browser
                  .get("/sign-in", host, "X-Forwarded-For: 192.0.2.9", "X-Forwarded-For: 192.0.2.2")
                  .status())
          .isEqualTo(429);
      assertThat(browser.get("/sign-in", host, "X-Forwarded-For: 2001:db8::1").status())
          .isEqualTo(200);
      assertThat(browser.get("/sign-in", host, "X-Forwarded-For: 2001:db8::2").status())
          .isEqualTo(429);
    }
  }

  @Test
  void believesNoForwardedAddressWithoutAProxy() throws IOException {
    GuardSettings settings =
        GuardSettings.loopback()
            .paced(new GuardSettings.Pace(1, 1), GuardSettings.PER_USER, GuardSettings.SIGN_INS);
    try (DoorHouse other = new DoorHouse(settings)) {
      Browser browser = new Browser(other.port());

      assertThat(browser.get("/sign-in", "X-Forwarded-For: 192.0.2.1").status()).isEqualTo(200);
      assertThat(browser.get("/sign-in", "X-Forwarded-For: 192.0.2.2").status()).isEqualTo(429);
    }
  }
}
