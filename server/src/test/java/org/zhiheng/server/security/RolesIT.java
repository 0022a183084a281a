package org.zhiheng.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.access.LoginName;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.access.User;

/// What each role and each token may ask for, over real HTTP.
final class RolesIT {

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

  private static User user(String name) {
    return house.accounts.named(new LoginName(name)).orElseThrow();
  }

  // Each line: a request, and the roles that it is for; the others get 403.
  @Test
  void letsEachRoleDoWhatItIsForAndNoMore() throws IOException {
    Set<Role> all = Set.of(Role.values());
    Set<Role> writers = Set.of(Role.EXAMINER, Role.MANAGER, Role.ADMINISTRATOR);
    Map<String, Set<Role>> rules =
        new LinkedHashMap<>(
            Map.ofEntries(
                Map.entry("GET /rights", all),
                Map.entry("HEAD /rights", all),
                Map.entry("GET /rights/R1", all),
                Map.entry("GET /rights.csv", all),
                Map.entry("GET /account", all),
                Map.entry("GET /password", all),
                Map.entry("POST /rights/columns", all),
                Map.entry("POST /rights", writers),
                Map.entry("POST /rights/R1/events", writers),
                Map.entry("GET /imports", all),
                Map.entry("POST /imports", writers),
                Map.entry("GET /parties", all),
                Map.entry("POST /parties/P1/merge", Set.of(Role.MANAGER, Role.ADMINISTRATOR)),
                Map.entry("GET /audit", Set.of(Role.AUDITOR, Role.ADMINISTRATOR)),
                Map.entry("GET /prove", all),
                Map.entry("GET /log", all),
                Map.entry("GET /log/public/checkpoint", all),
                Map.entry("POST /log/check", Set.of(Role.ADMINISTRATOR)),
                Map.entry("POST /prove/evidence", writers),
                Map.entry("GET /prove/evidence/EV1", all),
                Map.entry("GET /prove/evidence/EV1/bundle", all),
                Map.entry(
                    "POST /prove/evidence/EV1/hold", Set.of(Role.MANAGER, Role.ADMINISTRATOR)),
                Map.entry(
                    "POST /prove/evidence/EV1/lift", Set.of(Role.MANAGER, Role.ADMINISTRATOR)),
                Map.entry(
                    "GET /prove/evidence/EV1/erase", Set.of(Role.MANAGER, Role.ADMINISTRATOR)),
                Map.entry(
                    "POST /prove/evidence/EV1/erase", Set.of(Role.MANAGER, Role.ADMINISTRATOR)),
                Map.entry("GET /users", Set.of(Role.ADMINISTRATOR)),
                Map.entry("POST /users", Set.of(Role.ADMINISTRATOR)),
                Map.entry("GET /users/U1", Set.of(Role.ADMINISTRATOR)),
                Map.entry("POST /users/U99999/disable", Set.of(Role.ADMINISTRATOR))));
    StringBuilder wrong = new StringBuilder();
    for (Role role : Role.values()) {
      Browser browser = signedIn(role);
      browser.get("/account");
      for (Map.Entry<String, Set<Role>> rule : rules.entrySet()) {
        String[] words = rule.getKey().split(" ", -1);
        Browser.Answer answer =
            words[0].equals("POST")
                ? browser.post(words[1], Map.of())
                : browser.send(words[0], words[1], "");
        if ((answer.status() != 403) != rule.getValue().contains(role)) {
          wrong.append(role).append(' ').append(rule.getKey()).append(' ').append(answer.status());
          wrong.append('\n');
        }
      }
    }
    assertThat(wrong.toString()).isEmpty();
  }

  @Test
  void letsATokenInByTheHeaderAlone() throws IOException {
    String token = house.token(user("examiner.one"), Set.of(Permission.READ));
    Browser browser = browser();

    assertThat(browser.get("/api/v1/x", "Authorization: Bearer " + token).body())
        .isEqualTo("inside");
    assertThat(browser.get("/rights", "Authorization: Bearer " + token).status()).isEqualTo(303);
    Browser signedIn = signedIn(Role.EXAMINER);
    assertThat(signedIn.get("/api/v1/x").status()).isEqualTo(401);
    Browser.Answer wrong = browser.get("/api/v1/x", "Authorization: Bearer " + token + "x");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("WWW-Authenticate").orElseThrow()).contains("invalid_token");
    assertThat(browser.get("/api/v1/x", "Authorization: Basic eDp5").status()).isEqualTo(401);
  }

  @Test
  void opensNoSessionForAProgram() throws IOException {
    String token = house.token(user("examiner.one"), Set.of(Permission.READ));

    assertThat(browser().get("/api/v1/x", "Authorization: Bearer " + token).header("Set-Cookie"))
        .isEqualTo(Optional.empty());
  }

  @Test
  void asksHtmxToGoToTheDoor() throws IOException {
    Browser.Answer answer = browser().get("/rights", "HX-Request: true");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("HX-Redirect")).contains("/sign-in");
  }
}
