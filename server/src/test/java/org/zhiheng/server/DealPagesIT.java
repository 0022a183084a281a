package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;

/// The pages of kept deals and of claims in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DealPagesIT {

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final List<Look> LOOKS =
      List.of(
          LOOK,
          new Look("en", 390, "dark", Script.OFF),
          new Look("zh", 390, "light", Script.ON),
          new Look("en", 1280, "dark", Script.ON));

  private static final String DEAL =
      """
      deal: 样例交易-1
      dates: {cutoff: 2026-11-30, closing: 2026-12-15, collect: month-end, pay: quarterly on 15,
              legal: 2029-12-15}
      parties: {originator: 示例研究院}
      pool:
        kind: licence-back
        eligible: [largest-obligor <= 60%, loan-to-value <= 50%]
        assets:
          - {id: L1, kind: licence, amount: "1200000.00", first: 2027-01-25, every: 3, count: 12,
             patents: CN999, obligor: 甲示例公司, facts: {appraised: "30000000.00"}}
          - {id: L2, kind: licence, amount: "1000000.00", first: 2027-01-25, every: 3, count: 12,
             patents: CN999, obligor: 乙示例公司, facts: {appraised: "26000000.00"}}
      tranches:
        A: {size: "20000000.00", coupon: 2.15%, rating: AAA, maturity: 2029-12-15}
        sub: {size: "1000000.00"}
      waterfall: {normal: [interest A, principal A, principal sub, residual sub]}
      report: {ad-hoc: [cash < 95% of plan, rating-cut]}
      """;

  private @Nullable Server server;
  private @Nullable Browsing browsing;

  @BeforeAll
  void open() throws IOException {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    Sample.Ground ground = Sample.empty();
    Server started = ground.start();
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

  /// Refused with its place, kept, not issued without a reason, issued with one, reported on twice:
  /// of 2,200,000.00 that was planned for each period 2,000,000.00 and 1,900,000.00 came.
  @Test
  void aDealIsKeptIssuedAndReportedOn() {
    SoftAssertions softly = new SoftAssertions();
    try (Browsing.Seen seen = browser().open(LOOK, "/finance/deals")) {
      Page page = seen.page();
      page.locator("main summary").click();
      page.locator("textarea[name=deal]").fill(DEAL.replace("2.15%", "viel"));
      page.locator("form.form button").click();
      assertThat(page.locator("#refused").textContent()).contains("line 14").contains("viel");
      page.locator("textarea[name=deal]").fill(DEAL);
      page.locator("form.form button").click();
      assertThat(page.locator("h1").textContent()).isEqualTo("样例交易-1");
      assertThat(page.locator("main").textContent()).contains("草稿").contains("未确认");
      page.locator("form[action$=issue] button").click();
      assertThat(page.locator("#refused").textContent()).contains("CN999");
      page.locator("input[name=reason]").fill("样例：权利未入库");
      page.locator("form[action$=issue] button").click();
      assertThat(page.locator("main").textContent())
          .contains("已发行")
          .contains("样例：权利未入库")
          .contains("2027-03-15");
      report(page, "date,asset,principal\n2027-01-25,L1,1200000.00\n2027-01-28,L2,800000.00");
      assertThat(page.locator("#reports tbody tr").count()).isOne();
      assertThat(page.locator("#reports").textContent()).contains("90.91%").contains("已发生");
      report(
          page,
          "date,asset,principal\n2027-01-25,L1,1200000.00\n2027-01-28,L2,800000.00\n"
              + "2027-04-25,L1,1000000.00\n2027-04-28,L2,900000.00");
      assertThat(page.locator("#reports tbody tr").count()).isEqualTo(2);
      assertThat(page.locator(".deal-chart rect.came").count()).isEqualTo(2);
      page.locator("a[href$=investors]").click();
      assertThat(page.locator("nav").count()).isZero();
      assertThat(page.locator("#reports tbody tr").count()).isEqualTo(2);
      // 2,000,000.00 and 1,900,000.00 came: what of it was paid as principal is no longer owed
      assertThat(page.locator("#holdings").textContent()).contains("A");
      assertThat(page.locator("main, body").first().textContent())
          .contains("不构成要约")
          .contains("deal recompute");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target/screenshots/deal-investors.png")));
    }
    for (Look look : Browsing.looks(LOOKS)) {
      for (String[] page :
          List.of(
              new String[] {"/finance/deals", "deals"},
              new String[] {"/finance/deals/%E6%A0%B7%E4%BE%8B%E4%BA%A4%E6%98%93-1", "deal"},
              new String[] {"/govern/claims", "claims"})) {
        try (Browsing.Seen seen = browser().open(look, page[0])) {
          seen.stands(softly, page[1]);
        }
      }
    }
    softly.assertAll();
  }

  private static void report(Page page, String collected) {
    page.locator("main summary").click();
    page.locator("textarea[name=collected]").fill(collected);
    page.locator("form[action$=report] button").click();
  }
}
