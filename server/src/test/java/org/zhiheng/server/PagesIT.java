package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;

/// Walks the pages in a browser, in both languages, wide and narrow, light and dark, with scripts
/// and without, and takes their pictures.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesIT {

  private static final List<Look> LOOKS =
      List.of(
          new Look("zh", 1280, "light", Script.ON),
          new Look("en", 1280, "light", Script.ON),
          new Look("zh", 1280, "dark", Script.ON),
          new Look("zh", 390, "light", Script.ON),
          new Look("en", 390, "dark", Script.OFF));

  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("home", "/"),
              Map.entry("rights", "/rights"),
              Map.entry(
                  "rights-filtered", "/rights?q=%E7%94%B5&kind=invention-patent&from=2019-01-01"),
              Map.entry("rights-none", "/rights?q=zzz"),
              Map.entry("right", "/rights/R1"),
              Map.entry("parties", "/parties"),
              Map.entry("party", "/parties/P7"),
              Map.entry("imports", "/imports"),
              Map.entry("import-new", "/imports/new"),
              Map.entry("table-new", "/imports/table"),
              Map.entry("import-running", "/imports/I2"),
              Map.entry("import-stopped", "/imports/I3"),
              Map.entry("import-report", "/imports/I1"),
              Map.entry("audit", "/audit"),
              Map.entry("job", "/finance"),
              Map.entry("account", "/account"),
              Map.entry("users", "/users"),
              Map.entry("absent", "/rights/R9999"),
              Map.entry("event", "/rights/R1/events/new?kind=pledged"),
              Map.entry("entry", "/rights/new?kind=mark")));

  private final Server server = Sample.ground(137).start();
  private @Nullable Browsing browsing;

  @BeforeAll
  void startBrowser() {
    browsing = Browsing.start("http://127.0.0.1:" + server.port()).orElse(null);
    Optional.ofNullable(browsing).ifPresent(one -> one.signIn(Sample.NAME, Sample.PASSWORD));
  }

  @AfterAll
  void stop() {
    Optional.ofNullable(browsing).ifPresent(Browsing::close);
    server.close();
  }

  @Test
  void everyPageStandsInEveryLook() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      PAGES.forEach((name, path) -> {
        try (Browsing.Seen seen = browser.open(look, path)) {
          seen.stands(softly, name, c -> name.equals("absent") && c.contains("404"));
        }
      });
    }
    softly.assertAll();
  }

  @Test
  void theReasonDrawerOpensAndGivesTheFocusBack() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    for (Look look : List.of(LOOKS.get(0), LOOKS.get(3), LOOKS.get(4))) {
      try (Browsing.Seen seen = browser.open(look, "/rights")) {
        seen.page().locator(".said .why").first().click();
        assertThat(seen.page().locator("#reason-count").isVisible()).isTrue();
        seen.picture("reason");
        if (look.script() == Script.ON) {
          seen.page().keyboard().press("Escape");
          assertThat(seen.page().evaluate("document.activeElement.className")).isEqualTo("why");
        } else {
          seen.page().locator("#reason-count .close").click();
        }
        assertThat(seen.page().locator("#reason-count").isVisible()).isFalse();
      }
    }
  }

  @Test
  void aRefusedFormKeepsWhatWasTyped() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    for (Look look : List.of(LOOKS.get(0), LOOKS.get(4))) {
      try (Browsing.Seen seen = browser.open(look, "/rights/R1/events/new?kind=pledged")) {
        seen.page().fill("#i-pledgor", "某某公司");
        seen.page().fill("#i-pledgee", "某某银行");
        seen.page().fill("#i-record-number", "Y2026220000099");
        seen.page().locator("form[enctype] .actions button").click();
        // the sample right is pledged already, and its holder is somebody else
        assertThat(seen.page().locator("[role=alert]").isVisible()).isTrue();
        assertThat(seen.page().inputValue("#i-pledgee")).isEqualTo("某某银行");
        seen.picture("event-refused");
      }
    }
  }

  @Test
  void theListFollowsWhatIsTyped() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    try (Browsing.Seen seen = browser.open(LOOKS.get(0), "/rights")) {
      seen.page().keyboard().press("/");
      seen.page().keyboard().type("雪地车");
      seen.page().waitForURL("**/rights?*q=*");
      assertThat(seen.page().locator("#found tbody tr").count()).isEqualTo(14);
      seen.page().locator("#found tbody tr").first().focus();
      seen.page().keyboard().press("Enter");
      seen.page().waitForURL("**/rights/R*");
      assertThat(seen.complaints()).isEmpty();
    }
  }
}
