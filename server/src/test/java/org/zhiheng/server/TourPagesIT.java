package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.jobs.tour.Tour;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;

/// The way through the stories in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TourPagesIT {

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final List<Look> LOOKS =
      List.of(
          LOOK,
          new Look("en", 390, "dark", Script.OFF),
          new Look("zh", 390, "light", Script.ON),
          new Look("en", 1280, "dark", Script.ON));

  private static final Tour TOUR =
      new Tour(
          0,
          List.of(
              new Tour.Story(
                  "region",
                  "区域：从数据到变更窗口",
                  "The region: from figures to the change desk",
                  List.of(
                      new Tour.Step(
                          "published-figures",
                          "公布的数据与本库并列，口径与日期各注明，不可相除",
                          "Figures as published, not to be divided by one another",
                          "/govern/claims",
                          "四地",
                          "两会报道"),
                      new Tour.Step(
                          "looked-for",
                          "按名称检索",
                          "Looked for by name",
                          "/rights?q=云杉湖",
                          "R1, R2",
                          "EV1 at 0")))));

  private @Nullable Server server;
  private @Nullable Browsing browsing;

  @BeforeAll
  void open() {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    Sample.Ground ground = Sample.empty();
    Server started =
        Server.start(ServerSettings.local(0).leading(TOUR), ground.floors(), ground.door());
    server = started;
    Browsing browser = Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow();
    browsing = browser;
    browser.signIn(Sample.NAME, Sample.PASSWORD);
  }

  @AfterAll
  void close() {
    if (browsing != null) {
      browsing.close();
    }
    if (server != null) {
      server.close();
    }
  }

  private Browsing browser() {
    return Optional.ofNullable(browsing).orElseThrow();
  }

  @Test
  void leadsFromStepToStepUntilItIsSkipped() {
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      try (Browsing.Seen seen = browser().open(look, "/tour")) {
        Page page = seen.page();
        seen.stands(softly, "tour");
        page.locator(".story .btn").first().click();
        assertThat(page.url()).endsWith("/govern/claims");
        assertThat(page.locator(".tour strong").textContent())
            .isEqualTo(
                look.language().equals("zh")
                    ? "公布的数据与本库并列，口径与日期各注明，不可相除"
                    : "Figures as published, not to be divided by one another");
        seen.stands(softly, "tour-step");
        page.locator(".tour .ways a.btn").last().click();
        assertThat(page.url()).contains("/rights?q=");
        assertThat(page.locator("#find").inputValue()).isEqualTo("云杉湖");
        page.locator(".tour button[name=tour]").click();
        assertThat(page.locator(".tour").count()).isZero();
        assertThat(page.url()).contains("/rights?q=");
      }
    }
    softly.assertAll();
  }
}
