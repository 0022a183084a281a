package org.zhiheng.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.User;

/// What the door lets through and what it turns away, over real HTTP.
final class DoorIT {

  private static final String COOKIE = "zhiheng-session";

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

  @Test
  void sendsWhoIsNotKnownToTheDoorAndBackAfterwards() throws IOException {
    Browser browser = browser();

    Browser.Answer turned = browser.get("/rights?q=%E6%8B%BC&kind=mark");
    assertThat(turned.status()).isEqualTo(303);
    assertThat(turned.header("Location"))
        .contains("/sign-in?to=%2Frights%3Fq%3D%25E6%258B%25BC%26kind%3Dmark");

    Browser.Answer form = browser.get(turned.header("Location").orElseThrow());
    assertThat(form.body()).contains("name=\"to\" value=\"/rights?q=%E6%8B%BC&amp;kind=mark\"");
    Browser.Answer in =
        browser.post(
            "/sign-in",
            Map.of(
                "name", "viewer.one",
                "password", DoorHouse.PASSWORD,
                "to", "/rights?q=%E6%8B%BC&kind=mark"));
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).contains("/rights?q=%E6%8B%BC&kind=mark");
    assertThat(browser.get("/rights").body()).isEqualTo("inside");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/%0d%0aSet-Cookie:x=1\r\nx",
        "javascript:alert(1)",
        "/\t/evil.example"
      })
  void neverSendsAnybodyToAnotherSite(String to) throws IOException {
    Browser browser = browser();
    browser.get("/sign-in");

    Browser.Answer in =
        browser.post(
            "/sign-in", Map.of("name", "viewer.one", "password", DoorHouse.PASSWORD, "to", to));

    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).contains("/");
  }

  @Test
  void setsTheHeadersExactly() throws IOException {
    Browser.Answer page = browser().get("/sign-in");

    Map<String, String> seen = new LinkedHashMap<>();
    for (String name :
        List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Strict-Transport-Security",
            "Cache-Control",
            "Server")) {
      seen.put(name, page.header(name).orElse("-"));
    }
    assertThat(seen)
        .containsExactlyEntriesOf(
            new LinkedHashMap<>(
                ordered(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self';"
                        + " img-src 'self' data:; connect-src 'self'; form-action 'self';"
                        + " base-uri 'none'; frame-src 'self'; frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), microphone=(), geolocation=(), payment=(), usb=(),"
                        + " browsing-topics=()",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Strict-Transport-Security",
                    "-",
                    "Cache-Control",
                    "no-store",
                    "Server",
                    "-")));
    assertThat(page.body()).doesNotContainPattern("<script>|style=|onclick|onload|javascript:");
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int index = 0; index < pairs.length; index += 2) {
      map.put(pairs[index], pairs[index + 1]);
    }
    return map;
  }

  @Test
  void answersProgramsWithAPolicyThatAllowsNothing() throws IOException {
    Browser.Answer answer = browser().get("/api/v1/rights");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"zhiheng\"");
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'; frame-ancestors 'none'");
    assertThat(answer.body()).contains("\"code\":\"token-missing\"");
  }

  @Test
  void keepsTheSessionInACookieThatScriptsAndOtherSitesDoNotSee() throws IOException {
    Browser.Answer page = browser().get("/sign-in");

    assertThat(page.header("Set-Cookie").orElseThrow())
        .startsWith(COOKIE + "=")
        .contains("; Path=/")
        .contains("; HttpOnly")
        .contains("; SameSite=Lax")
        .doesNotContain("Secure");
  }

  @Test
  void marksTheCookieSecureWhereBrowsersComeByHttps() throws IOException {
    GuardSettings https = GuardSettings.at(java.net.URI.create("https://zhiheng.example.org"));
    try (DoorHouse other = new DoorHouse(https)) {
      Browser.Answer page = new Browser(other.port()).get("/sign-in", "Host: zhiheng.example.org");

      assertThat(page.header("Set-Cookie").orElseThrow())
          .startsWith("__Host-zhiheng-session=")
          .contains("; Secure")
          .contains("; Path=/")
          .doesNotContain("Domain");
      assertThat(page.header("Strict-Transport-Security")).contains("max-age=31536000");
    }
  }

  @Test
  void makesTheSessionAnewWhenSomebodyComesIn() throws IOException {
    Browser browser = browser();
    browser.get("/sign-in");
    String before = browser.cookie(COOKIE);
    Browser attacker = browser();
    attacker.cookie(COOKIE, before);

    browser.post("/sign-in", Map.of("name", "viewer.one", "password", DoorHouse.PASSWORD));

    assertThat(browser.cookie(COOKIE)).isNotEqualTo(before);
    assertThat(browser.get("/rights").status()).isEqualTo(200);
    assertThat(attacker.get("/rights").status()).isEqualTo(303);
  }

  @Test
  void refusesAFormWithoutItsToken() throws IOException {
    Browser browser = signedIn(Role.ADMINISTRATOR);

    for (Map<String, String> form :
        List.of(Map.of("x", "1"), Map.of("_csrf", "guessed"), Map.of("_csrf", ""))) {
      Browser.Answer answer = browser.form("/rights/R1/events", form);
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains("form-token");
    }
    browser.get("/account");
    assertThat(browser.post("/rights/R1/events", Map.of()).body()).isEqualTo("inside");
  }

  @Test
  void refusesFormsOfOtherSites() throws IOException {
    Browser browser = signedIn(Role.ADMINISTRATOR);
    browser.get("/account");

    for (String header :
        List.of(
            "Origin: https://evil.example",
            "Origin: null",
            "Sec-Fetch-Site: cross-site",
            "Sec-Fetch-Site: same-site")) {
      Browser.Answer answer = browser.post("/rights/R1/events", Map.of(), header);
      assertThat(answer.status()).as(header).isEqualTo(403);
      assertThat(answer.body()).contains("cross-site");
    }
    Browser.Answer own =
        browser.post(
            "/rights/R1/events",
            Map.of(),
            "Origin: http://127.0.0.1:" + house.port(),
            "Sec-Fetch-Site: same-origin");
    assertThat(own.body()).isEqualTo("inside");
  }

  @Test
  void locksANameAfterFiveTriesInVain() throws IOException {
    house.user("victim.one", Role.VIEWER);
    for (String name : List.of("victim.one", "nobody.one")) {
      Browser browser = browser();
      for (int attempt = 0; attempt < 5; attempt++) {
        Browser.Answer wrong = browser.signIn(name, "wrong");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("The name or the password is wrong.");
      }
      Browser.Answer locked = browser.signIn(name, DoorHouse.PASSWORD);
      assertThat(locked.status()).as(name).isEqualTo(429);
      assertThat(locked.header("Retry-After")).contains("60");
      assertThat(locked.body()).contains("Too many tries in vain");
    }
    house.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    assertThat(browser().signIn("victim.one", DoorHouse.PASSWORD).status()).isEqualTo(303);
  }

  @Test
  void keepsWhatWasTypedAndEscapesIt() throws IOException {
    Browser.Answer answer = browser().signIn("\"><script>alert(1)</script>", "x");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("value=\"&#34;>&lt;script>alert(1)&lt;/script>\"")
        .doesNotContain("\"><script>");
  }

  @Test
  void escapesANameThatIsMarkup() throws IOException {
    AccountBook.Welcomed welcomed =
        house.book.add(
            house.admin.acting(),
            new LoginName("markup.one"),
            "<img src=x onerror=alert(1)>",
            Role.VIEWER);
    Browser browser = signedIn(Role.ADMINISTRATOR);

    Browser.Answer list = browser.get("/users");
    Browser.Answer one = browser.get("/users/" + welcomed.user().id());

    assertThat(list.body()).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
    assertThat(one.body()).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
  }

  @Test
  void letsAOneTimePasswordDoNothingButBeChanged() throws IOException {
    AccountBook.Welcomed welcomed =
        house.book.add(house.admin.acting(), new LoginName("new.one"), "New One", Role.MANAGER);
    Browser browser = browser();

    assertThat(browser.signIn("new.one", welcomed.oneTimePassword()).header("Location"))
        .contains("/password");
    for (String path : List.of("/", "/rights", "/account", "/users")) {
      Browser.Answer answer = browser.get(path);
      assertThat(answer.status()).as(path).isEqualTo(303);
      assertThat(answer.header("Location")).as(path).contains("/password");
    }
    browser.get("/password");
    Browser.Answer poor =
        browser.post(
            "/password",
            Map.of(
                "old", welcomed.oneTimePassword(),
                "password", "password12345",
                "again", "password12345"));
    assertThat(poor.status()).isEqualTo(422);
    assertThat(poor.body()).contains("tried first");
    Browser.Answer changed =
        browser.post(
            "/password",
            Map.of(
                "old", welcomed.oneTimePassword(),
                "password", "eleven silent geese",
                "again", "eleven silent geese"));
    assertThat(changed.status()).as(changed.toString()).isEqualTo(303);
    assertThat(browser.get("/rights").body()).isEqualTo("inside");
    assertThat(browser().signIn("new.one", welcomed.oneTimePassword()).status()).isEqualTo(422);
  }

  @Test
  void endsTheSessionsOfAUserWhoseRoleOrAccountChanged() throws IOException {
    User user = house.user("changing.one", Role.EXAMINER);
    Browser browser = browser();
    browser.signIn("changing.one", DoorHouse.PASSWORD);
    assertThat(browser.get("/rights").status()).isEqualTo(200);

    house.book.disable(house.admin.acting(), user.id());

    assertThat(browser.get("/rights").status()).isEqualTo(303);
    assertThat(browser().signIn("changing.one", DoorHouse.PASSWORD).status()).isEqualTo(403);
  }

  @Test
  void endsASessionAfterItsLife() throws IOException {
    Browser browser = signedIn(Role.VIEWER);
    house.now.updateAndGet(now -> now.plus(GuardSettings.LIFE));

    assertThat(browser.get("/rights").status()).isEqualTo(303);
  }

  @Test
  void asksForThePasswordBeforeATokenIsMade() throws IOException {
    Browser browser = signedIn(Role.VIEWER);
    browser.get("/account");
    Map<String, String> form = Map.of("label", "script", "scope", "read", "days", "7");

    for (String typed : List.of("", "a wrong passphrase")) {
      Map<String, String> wrong = new HashMap<>(form);
      wrong.put("password", typed);
      Browser.Answer refused = browser.post("/account/tokens", wrong);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).doesNotContain("zht_");
    }
    Map<String, String> right = new HashMap<>(form);
    right.put("password", DoorHouse.PASSWORD);
    assertThat(browser.post("/account/tokens", right).body()).contains("zht_");
  }

  @Test
  void signsOut() throws IOException {
    Browser browser = signedIn(Role.VIEWER);
    browser.get("/account");
    Browser.Answer out = browser.post("/sign-out", Map.of());
    assertThat(out.header("Location")).contains("/sign-in");
    assertThat(out.header("Clear-Site-Data")).contains("\"cache\", \"storage\"");

    assertThat(browser.get("/rights").status()).isEqualTo(303);
  }
}
