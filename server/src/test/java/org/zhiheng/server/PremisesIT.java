package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.jobs.access.AccountBook;
import org.zhiheng.jobs.tour.Tour;
import org.zhiheng.links.ChromiumPrinter;
import org.zhiheng.links.capture.SocketPages;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;
import org.zhiheng.server.security.GuardSettings;

/// What a new user does in the first ten minutes, by browser, over the real stores and the sample.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PremisesIT {

  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final Look PLAIN = new Look("en", 390, "dark", Script.OFF);

  /// Enough for an import to be watched while it goes on.
  private static final int GAZETTE_ROWS = 40_000;

  private static final String PASSWORD = "eleven patient otters";

  @TempDir private static @Nullable Path home;

  private @Nullable Premises premises;
  private @Nullable Server server;
  private @Nullable Browsing browsing;

  @BeforeAll
  void open() throws IOException {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    Premises opened =
        Premises.open(
            folder(),
            Optional.empty(),
            GuardSettings.loopback(),
            new Links(
                ChromiumPrinter.on(""), SocketPages.on("", Clock.systemUTC()), Optional.empty()),
            Clock.systemUTC());
    premises = opened;
    opened.loadSample(Tour.NONE);
    opened.floors().examine().follow(_ -> {});
    Server started = Server.start(ServerSettings.local(0), opened.floors(), opened.door());
    server = started;
    AccountBook.Welcomed first = opened.firstAdministrator().orElseThrow();
    Browsing browser = Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow();
    browsing = browser;
    browser.signInFirst(first.user().name().toString(), first.oneTimePassword(), PASSWORD);
  }

  @AfterAll
  void close() throws IOException {
    Optional.ofNullable(browsing).ifPresent(Browsing::close);
    Optional.ofNullable(server).ifPresent(Server::close);
    Premises opened = premises;
    if (opened != null) {
      opened.close();
    }
  }

  @Test
  void aPatentIsFoundByHalfItsTitleWhileAnImportGoesOn() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Path gazette = gazette();
    try (Browsing.Seen importing = browser.open(LOOK, "/imports/new");
        Browsing.Seen finding = browser.open(LOOK, "/rights")) {
      Page page = importing.page();
      page.check("input[value=cnipa-gazette-csv]");
      page.setInputFiles("#i-file", gazette);
      page.click("main form .btn:not(.q)");
      page.waitForURL("**/imports/I*");
      // the page is not fetched anew for this: the mark stays while the number grows
      page.evaluate("window.stays = true");
      PlaywrightAssertions.assertThat(page.locator("[data-progress] dd").first())
          .not()
          .hasText("0");
      assertThat(page.evaluate("window.stays")).isEqualTo(true);
      importing.picture("imports-live");

      Page list = finding.page();
      list.keyboard().press("/");
      list.keyboard().type("真空电动");
      list.waitForURL("**/rights?*q=*");
      list.locator("#found .c-title a", new Page.LocatorOptions().setHasText("寿命预测")).click();
      list.waitForURL("**/rights/R*");
      assertThat(list.locator("h1").textContent()).isEqualTo("真空电动调节装置的寿命预测方法及系统");
      assertThat(list.locator(".note.sample").textContent()).contains("invented");

      page.waitForSelector(".s-finished");
      assertThat(page.locator(".counts dd").allTextContents())
          .containsExactly("40,000", "40,000", "0", "0");
      assertThat(importing.complaints()).isEmpty();
      assertThat(finding.complaints()).isEmpty();
    }
    exportsWhatIsFiltered(browser);
  }

  private static void exportsWhatIsFiltered(Browsing browser) throws IOException {
    try (Browsing.Seen seen =
        browser.open(LOOK, "/rights?q=%E7%A4%BA%E4%BE%8B%E9%A5%BC&kind=design")) {
      // every tenth row of the gazette is a 示例饼干; the list says so and the file holds them all
      assertThat(seen.page().locator(".said p").first().textContent()).contains("4,000");
      Download file =
          seen.page().waitForDownload(() -> seen.page().locator(".take a").first().click());
      List<String> lines = Files.readAllLines(file.path());
      assertThat(lines).hasSize(1 + GAZETTE_ROWS / 10);
      assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains("示例饼干"));
    }
  }

  @Test
  void anEventIsRecordedWithItsNoticeAndTheNoticeIsLookedAt() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Path notice = folder().resolve("notice.pdf");
    Files.write(notice, pdf());
    try (Browsing.Seen seen = browser.open(LOOK, "/rights?q=%E6%8E%A7%E5%88%B6%E7%AE%B1")) {
      Page page = seen.page();
      page.locator("#found .c-title a").first().click();
      page.waitForURL("**/rights/R*");
      String right = page.url();
      page.navigate(right + "/events/new?kind=pledged");
      page.fill("#i-on", "2026-11-02");
      page.fill("#i-pledgor", "示例研究所");
      page.fill("#i-pledgee", "示例银行");
      page.fill("#i-record-number", "SAMPLE-PLEDGE-9");
      page.setInputFiles("#i-file", notice);
      page.click("form[enctype] .btn:not(.q)");
      page.waitForURL(right + "*");
      assertThat(page.locator(".events").textContent()).contains("SAMPLE-PLEDGE-9", "notice.pdf");
      page.locator(".preview summary").click();
      String address = page.locator(".preview iframe").getAttribute("src");
      assertThat(page.request().get(page.url().replaceAll("/rights/.*", "") + address).headers())
          .containsEntry("content-type", "application/pdf");
      seen.picture("right-recorded");
      assertThat(seen.complaints()).isEmpty();
    }
  }

  @Test
  void aTableOfOnesOwnIsLookedAtAndTakenIn() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    for (Look look : List.of(LOOK, PLAIN)) {
      boolean plain = look.equals(PLAIN);
      Path table = folder().resolve(plain ? "own-2.csv" : "own.csv");
      Files.writeString(table, portfolio(plain ? 20 : 10));
      try (Browsing.Seen seen = browser.open(look, "/imports/table")) {
        Page page = seen.page();
        page.check("input[value=portfolio-table]");
        page.setInputFiles("#i-file", table);
        seen.picture("table-new");
        page.click("main form .btn:not(.q)");
        page.waitForSelector("#sheet");
        // a change before the scripts are there is not followed
        page.waitForLoadState();
        assertThat(page.locator("#sheet .s-finished").count()).isEqualTo(2);
        assertThat(page.locator("#sheet td.refused").count()).isEqualTo(1);
        // the column of the title is called neither by its code nor by a usual name
        page.selectOption("#i-c-title", "3");
        if (plain) {
          page.click("button[formaction]");
        }
        page.waitForSelector("#sheet th:nth-child(6) .mapped");
        seen.picture("table-preview");
        assertThat(seen.overflowPixels()).isLessThan(1);
        page.click("form .btn:not(.q)");
        page.waitForURL("**/imports/I*");
        assertThat(page.locator(".counts dd").allTextContents())
            .containsExactly("3", "2", "0", "1");
        seen.picture("table-report");
        assertThat(seen.complaints()).isEmpty();
      }
    }
  }

  @Test
  void aMarkOfTheSampleShowsItsFigure() {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    for (Look look : List.of(LOOK, PLAIN)) {
      try (Browsing.Seen seen = browser.open(look, "/rights?q=fish+shell&kind=mark")) {
        Page page = seen.page();
        assertThat(page.locator("#found .tag").first().isVisible()).isTrue();
        seen.picture("marks");
        page.locator("#found .c-title a").first().click();
        page.waitForURL("**/rights/R*");
        page.waitForLoadState();
        if (look.script() == Script.ON) {
          assertThat(page.locator(".figure img").evaluate("i => i.complete && i.naturalWidth > 0"))
              .isEqualTo(true);
        }
        seen.picture("mark");
        assertThat(seen.complaints()).isEmpty();
      }
    }
  }

  @Test
  void aNewNameMeetsTheMarksOfTheSampleAndIsKeptAndWatched() throws IOException {
    Browsing browser = browsing;
    if (browser == null) {
      return;
    }
    Path picture = folder().resolve("ring.svg");
    Files.writeString(
        picture,
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M1 1h7v7H1z'/></svg>");
    for (Look look : List.of(LOOK, PLAIN)) {
      try (Browsing.Seen seen = browser.open(look, "/examine?name=Fish+Shel")) {
        Page page = seen.page();
        assertThat(page.locator(".hits .sign").first().textContent()).isEqualTo("fish shell");
        assertThat(
                page.locator(".hits tbody tr").first().locator(".score span").first().isVisible())
            .isTrue();
        seen.picture("examine");
        page.locator(".hits .c-why a[href*=compare]").first().click();
        page.waitForURL("**/examine/compare?*");
        page.waitForLoadState();
        assertThat(page.locator(".strip").count()).isPositive();
        seen.picture("examine-compare");
        page.navigate(page.url().replaceAll("/examine.*", "/examine?name=Fish+Shel"));
        page.locator("form[action='/examine/records'] .btn").click();
        page.waitForURL("**/examine/records/X*");
        page.waitForLoadState();
        assertThat(page.locator(".hits .sign").first().textContent()).isEqualTo("fish shell");
        seen.picture("examine-record");
        page.navigate(page.url().replaceAll("/examine.*", "/examine?name=Fish+Shel"));
        page.locator("form[action='/examine/watches'] .btn").click();
        page.waitForURL("**/examine/watches");
        page.waitForLoadState();
        assertThat(page.locator("main").textContent()).contains("Fish Shel");
        page.navigate(page.url().replaceAll("/examine.*", "/examine?name=Fish+Shel"));
        page.setInputFiles("#x-picture", picture);
        page.locator(".picture .btn").click();
        page.waitForURL("**/examine?*figure=*");
        page.waitForLoadState();
        assertThat(page.locator(".hits .sign").first().textContent()).isEqualTo("fish shell");
        assertThat(seen.complaints()).isEmpty();
      }
    }
  }

  private static Path folder() {
    Path folder = home;
    if (folder == null) {
      throw new IllegalStateException("the folder is made before the first test");
    }
    return folder;
  }

  /// A gazette of invented designs, every tenth of them biscuits.
  private static Path gazette() throws IOException {
    StringBuilder text =
        new StringBuilder(
            "kind,title,publication_number,publication_date,application_number,filing_date,"
                + "applicant_org,province,class\n");
    for (int row = 0; row < GAZETTE_ROWS; row++) {
      text.append("design,")
          .append(row % 10 == 0 ? "示例饼干" : "示例饮料瓶")
          .append(row)
          .append(",CN")
          .append(309_900_000 + row)
          .append("S,2019.07.12,")
          .append(application(2018_3_9000000L + row))
          .append(",2018.09.13,示例食品有限公司,北京,09-01 (11)\n");
    }
    Path file = folder().resolve("gazette.csv");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file;
  }

  /// Two sound rows and one whose application number has a wrong check digit.
  private static String portfolio(int from) {
    return "专利类型,申请号,申请日,本所叫法,专利权人\n"
        + "发明,"
        + application(2020_1_9000000L + from)
        + ",2020-03-02,一种示例装置,示例大学\n"
        + "外观设计,"
        + application(2020_3_9000000L + from)
        + ",2020-03-03,示例杯子,示例大学\n"
        + "发明,"
        + application(2020_1_9000001L + from).replaceAll("[0-9X]$", "Z")
        + ",2020-03-04,错号,示例大学\n";
  }

  /// With the check digit of ZC 0006-2003: weights 2..9, 2..5, modulo 11, X for 10.
  private static String application(long serial) {
    String digits = Long.toString(serial);
    int sum = 0;
    for (int at = 0; at < digits.length(); at++) {
      sum += (digits.charAt(at) - '0') * (at < 8 ? at + 2 : at - 6);
    }
    return digits + (sum % 11 == 10 ? "X" : Integer.toString(sum % 11));
  }

  /// One empty page.
  private static byte[] pdf() {
    String body =
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """;
    return body.getBytes(StandardCharsets.US_ASCII);
  }
}
