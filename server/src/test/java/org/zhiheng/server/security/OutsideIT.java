package org.zhiheng.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.User;

/// Signing in with a provider of identities, over real HTTP on both sides.
final class OutsideIT {

  private static final String MAIL = "li.hua@example.org";

  private static FakeProvider provider;
  private static DoorHouse house;

  @BeforeAll
  static void open() throws IOException {
    provider = new FakeProvider();
    house = new DoorHouse(GuardSettings.loopback().with(provider.settings()));
    house.user(MAIL, Role.EXAMINER);
  }

  @AfterAll
  static void close() {
    house.close();
    provider.close();
  }

  private static FakeProvider.Asked setOut(Browser browser, String query) throws IOException {
    Browser.Answer out = browser.get(OutsideDoor.PATH + query);
    assertThat(out.status()).as(out.toString()).isEqualTo(303);
    String location = out.header("Location").orElseThrow();
    assertThat(location).startsWith(provider.issuer() + "/authorize?");
    return FakeProvider.Asked.of(location);
  }

  private static Browser.Answer comeBack(Browser browser, Consumer<Map<String, Object>> change)
      throws IOException {
    FakeProvider.Asked asked = setOut(browser, "");
    Map<String, Object> claims = provider.claims(asked, "sub-1", house.now.get());
    claims.put("email", MAIL);
    claims.put("email_verified", true);
    change.accept(claims);
    return browser.get(provider.back(asked, claims));
  }

  private static void assertRefused(Browser browser, Browser.Answer answer, String words)
      throws IOException {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.body()).contains(words).contains("id=\"refused\"");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(browser.get("/rights").status()).isEqualTo(303);
  }

  @Test
  void asksWithStateNonceAndChallenge() throws IOException {
    FakeProvider.Asked asked = setOut(new Browser(house.port()), "");

    assertThat(asked.get("response_type")).isEqualTo("code");
    assertThat(asked.get("client_id")).isEqualTo(FakeProvider.CLIENT);
    assertThat(asked.get("scope")).isEqualTo("openid email");
    assertThat(asked.get("code_challenge_method")).isEqualTo("S256");
    assertThat(asked.get("code_challenge")).hasSize(43);
    assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(32);
    assertThat(asked.get("nonce")).hasSizeGreaterThanOrEqualTo(32);
    assertThat(asked.get("redirect_uri"))
        .isEqualTo("http://127.0.0.1:" + house.port() + "/login/oauth2/code/oidc");
  }

  @Test
  void letsInWhoseVerifiedMailIsALoginNameAndLaterBySubjectAlone() throws IOException {
    User user = house.user("zhao.min@example.org", Role.VIEWER);
    Browser browser = new Browser(house.port());
    String form = browser.get("/sign-in?to=%2Frights%3Fq%3Dx").body();
    assertThat(form).contains("href=\"/oauth2/authorization/oidc?to=%2Frights%3Fq%3Dx\"");
    FakeProvider.Asked asked = setOut(browser, "?to=%2Frights%3Fq%3Dx");
    Map<String, Object> claims = provider.claims(asked, "sub-zhao", house.now.get());
    claims.put("email", "Zhao.Min@example.org");
    claims.put("email_verified", true);
    String before = browser.cookie("zhiheng-session");

    Browser.Answer in = browser.get(provider.back(asked, claims));

    assertThat(in.status()).as(in.toString()).isEqualTo(303);
    assertThat(in.header("Location")).contains("/rights?q=x");
    assertThat(browser.cookie("zhiheng-session")).isNotEqualTo(before);
    assertThat(browser.get("/rights").body()).isEqualTo("inside");
    assertThat(house.trail.page(user.organisation(), Optional.empty(), 10))
        .extracting(kept -> kept.entry().action() + " " + kept.entry().who())
        .contains("identity-link zhao.min@example.org", "sign-in zhao.min@example.org");
    Browser later = new Browser(house.port());
    FakeProvider.Asked again = setOut(later, "");
    later.get(provider.back(again, provider.claims(again, "sub-zhao", house.now.get())));
    assertThat(later.get("/rights").body()).isEqualTo("inside");
  }

  @Test
  void takesNoTokenOfAnotherConversation() throws IOException {
    Browser browser = new Browser(house.port());
    Browser.Answer answer = comeBack(browser, claims -> claims.put("nonce", "another"));

    assertRefused(browser, answer, "cannot be relied on");
  }

  @Test
  void takesNoTokenForAnother() throws IOException {
    for (Object audience : List.of("another", List.of("another", "third"))) {
      Browser browser = new Browser(house.port());
      Browser.Answer answer = comeBack(browser, claims -> claims.put("aud", audience));

      assertRefused(browser, answer, "cannot be relied on");
    }
  }

  @Test
  void takesNoTokenOfAnotherIssuer() throws IOException {
    Browser browser = new Browser(house.port());
    Browser.Answer answer = comeBack(browser, claims -> claims.put("iss", "https://evil.example"));

    assertRefused(browser, answer, "cannot be relied on");
  }

  @Test
  void takesNoTokenThatHasExpired() throws IOException {
    Browser browser = new Browser(house.port());
    long now = house.now.get().getEpochSecond();
    Browser.Answer answer = comeBack(browser, claims -> claims.put("exp", now - 61));

    assertRefused(browser, answer, "cannot be relied on");
  }

  @Test
  void takesNoTokenSignedByAnother() throws IOException {
    Browser browser = new Browser(house.port());
    FakeProvider.Asked asked = setOut(browser, "");
    Map<String, Object> claims = provider.claims(asked, "sub-1", house.now.get());
    claims.put("email", MAIL);
    claims.put("email_verified", true);

    Browser.Answer answer = browser.get(provider.back(asked, claims, FakeProvider.newKey()));

    assertRefused(browser, answer, "cannot be relied on");
  }

  @Test
  void makesNobodyAUser() throws IOException {
    Browser browser = new Browser(house.port());
    int users = house.book.users(house.admin.acting()).size();
    Browser.Answer answer =
        comeBack(
            browser,
            claims -> {
              claims.put("sub", "sub-unknown");
              claims.put("email", "nobody@example.org");
            });

    assertRefused(browser, answer, "Nobody here has this identity");
    assertThat(house.book.users(house.admin.acting())).hasSize(users);
  }

  @Test
  void believesNoMailThatIsNotVerified() throws IOException {
    for (Object verified : List.of(false, "no")) {
      Browser browser = new Browser(house.port());
      Browser.Answer answer =
          comeBack(
              browser,
              claims -> {
                claims.put("sub", "sub-unverified");
                claims.put("email_verified", verified);
              });

      assertThat(answer.status()).isEqualTo(403);
      assertThat(browser.get("/rights").status()).isEqualTo(303);
    }
  }

  @Test
  void takesNobodyBackWhoDidNotSetOutHere() throws IOException {
    Browser one = new Browser(house.port());
    FakeProvider.Asked asked = setOut(one, "");
    String back = provider.back(asked, provider.claims(asked, "sub-1", house.now.get()));

    Browser stranger = new Browser(house.port());
    assertRefused(stranger, stranger.get(back), "too old or was not begun here");
    Browser other = new Browser(house.port());
    setOut(other, "");
    assertRefused(other, other.get(back), "too old or was not begun here");
    assertRefused(
        one,
        one.get(Provider.RETURN + "?error=access_denied&state=" + asked.get("state")),
        "You did not sign in there");
  }

  @Test
  void goesToNoOtherSiteAfterwards() throws IOException {
    Browser browser = new Browser(house.port());
    FakeProvider.Asked asked = setOut(browser, "?to=https%3A%2F%2Fevil.example");
    Map<String, Object> claims = provider.claims(asked, "sub-li", house.now.get());
    claims.put("email", MAIL);
    claims.put("email_verified", true);

    assertThat(browser.get(provider.back(asked, claims)).header("Location")).contains("/");
  }

  @Test
  void startsWhileTheProviderIsAwayAndSaysSo() throws IOException {
    String away;
    try (FakeProvider gone = new FakeProvider()) {
      away = gone.issuer();
    }
    GuardSettings settings =
        GuardSettings.loopback().with(new GuardSettings.OidcSettings(away, "x", "y", false));
    try (DoorHouse other = new DoorHouse(settings)) {
      Browser.Answer answer = new Browser(other.port()).get(OutsideDoor.PATH);

      assertThat(answer.status()).as(answer.toString()).isEqualTo(502);
      assertThat(answer.body()).contains("does not answer").contains("id=\"name\"");
    }
  }

  @Test
  void startsFromOurOwnPagesAlone() throws IOException {
    Browser browser = new Browser(house.port());

    Browser.Answer linked = browser.get(OutsideDoor.PATH, "Sec-Fetch-Site: cross-site");

    assertThat(linked.status()).isEqualTo(403);
    assertThat(linked.body()).contains("cross-site");
    assertThat(browser.get(OutsideDoor.PATH, "Sec-Fetch-Site: same-origin").status())
        .isEqualTo(303);
  }

  @Test
  void letsNobodyInByAPasswordWhereTheProviderIsTheOnlyWay() throws IOException {
    GuardSettings.OidcSettings both = provider.settings();
    GuardSettings.OidcSettings alone =
        new GuardSettings.OidcSettings(both.issuer(), both.clientId(), both.clientSecret(), true);
    try (DoorHouse strict = new DoorHouse(GuardSettings.loopback().with(alone))) {
      strict.user("strict.one", Role.ADMINISTRATOR);
      Browser browser = new Browser(strict.port());
      assertThat(browser.get("/sign-in").body())
          .contains("href=\"/oauth2/authorization/oidc")
          .doesNotContain("type=\"password\"");

      Browser.Answer answer = browser.signIn("strict.one", DoorHouse.PASSWORD);

      assertThat(answer.status()).isEqualTo(403);
      assertThat(browser.get("/rights").status()).isEqualTo(303);
    }
  }

  @Test
  void returnsByHttpsBehindAPublicAddress() throws IOException {
    GuardSettings settings =
        GuardSettings.at(URI.create("https://zhiheng.example.org")).with(provider.settings());
    try (DoorHouse other = new DoorHouse(settings)) {
      Browser.Answer out =
          new Browser(other.port()).get(OutsideDoor.PATH, "Host: zhiheng.example.org");

      assertThat(FakeProvider.Asked.of(out.header("Location").orElseThrow()).get("redirect_uri"))
          .isEqualTo("https://zhiheng.example.org/login/oauth2/code/oidc");
    }
  }
}
