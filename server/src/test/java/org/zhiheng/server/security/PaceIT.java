package org.zhiheng.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Who comes too fast is told when to come again, over real HTTP.
final class PaceIT {

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
}
