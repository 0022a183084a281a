package org.zhiheng.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.run.RunJson;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.server.Browsing.Look;
import org.zhiheng.server.Browsing.Script;

/// The workbench of deals in a browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkbenchPagesIT {

  private static final String PATH = "/finance/workbench";
  private static final Look LOOK = new Look("zh", 1280, "light", Script.ON);
  private static final List<Look> LOOKS =
      List.of(
          LOOK,
          new Look("en", 390, "dark", Script.OFF),
          new Look("zh", 390, "light", Script.ON),
          new Look("en", 1280, "dark", Script.ON));

  private @Nullable Server server;
  private @Nullable Browsing browsing;

  @BeforeAll
  void open() throws IOException {
    if (!Browsing.isThere()) {
      Browsing.start(""); // says so, or fails
      return;
    }
    MemoryDocuments documents = new MemoryDocuments();
    RegisterStores stores =
        new MemoryRegister(() -> Sample.CLOCK.instant().minus(Duration.ofDays(730))).stores();
    Records records =
        new Records(stores.rights(), stores.parties(), documents, stores.trail(), Sample.CLOCK);
    Server started =
        Sample.over(
                stores,
                documents,
                SampleDesk.over(
                    stores.rights(),
                    stores.parties(),
                    records,
                    documents,
                    stores.trail(),
                    Sample.CLOCK))
            .start();
    server = started;
    Browsing browser = Browsing.start("http://127.0.0.1:" + started.port()).orElseThrow();
    browsing = browser;
    browser.signIn(Sample.NAME, Sample.PASSWORD);
  }

  @AfterAll
  void close() {
    Optional.ofNullable(browsing).ifPresent(Browsing::close);
    Optional.ofNullable(server).ifPresent(Server::close);
  }

  private Browsing browser() {
    return Optional.ofNullable(browsing).orElseThrow();
  }

  private static String example(String name) throws IOException {
    try (InputStream in =
        Deal.class.getResourceAsStream("/org/zhiheng/cashflow/examples/" + name)) {
      return new String(
          Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static LedgerRun run(String assume) throws IOException {
    Deal deal = DealReader.read("deal", example("licence-back.yaml"), _ -> Optional.empty());
    Assumptions assumed =
        assume.isEmpty() ? Assumptions.NONE : AssumptionsReader.read("assume", assume, deal);
    return Ledger.run(Plan.of(deal, assumed));
  }

  private static void whole(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/screenshots/" + name + ".png")));
  }

  @Test
  void standsInEveryLook() {
    SoftAssertions softly = new SoftAssertions();
    for (Look look : Browsing.looks(LOOKS)) {
      try (Browsing.Seen seen = browser().open(look, PATH)) {
        seen.stands(softly, "workbench");
        assertThat(seen.page().locator("#result svg.structure .node").count()).isGreaterThan(5);
        whole(seen.page(), "workbench-whole-" + look.name());
      }
    }
    softly.assertAll();
  }

  @Test
  void showsWhatTheLedgerPaysToTheFen() throws IOException {
    LedgerRun run = run(example("licence-back-stress.yaml"));
    long interest = run.tranche("A").stream().mapToLong(LedgerRun.TrancheRow::interest).sum();
    String shown = String.format(java.util.Locale.ROOT, "%,d.%02d", interest / 100, interest % 100);
    try (Browsing.Seen seen = browser().open(LOOK, PATH)) {
      assertThat(seen.page().locator("#result table.figures-of").first().textContent())
          .contains(shown);
    }
  }

  @Test
  void problemsAreToldWhileSomebodyTypes() throws IOException {
    try (Browsing.Seen seen = browser().open(LOOK, PATH)) {
      Page page = seen.page();
      String deal = example("licence-back.yaml");
      page.locator("#d-deal").fill(deal.replace("coupon: 2.15%", "coupon: two"));
      page.locator("#refused").waitFor();
      assertThat(page.locator("#refused").textContent()).contains("第").contains("行");
      page.locator("#d-deal").fill(deal.replace("legal: 2028-05-15", "legla: 2028-05-15"));
      page.waitForCondition(() -> page.locator("#problems").textContent().contains("legla"));
      int line = (int) deal.lines().takeWhile(one -> !one.contains("legal:")).count() + 1;
      assertThat(page.locator("#problems").textContent()).contains("第 " + line + " 行");
      page.locator("#problems a[data-line='" + line + "']").first().click();
      assertThat(
              page.evaluate(
                  "(() => { const f = document.activeElement;"
                      + " return f.id + ' ' + f.value.slice(f.selectionStart, f.selectionEnd); })()"))
          .asString()
          .startsWith("d-deal ");
      SoftAssertions softly = new SoftAssertions();
      seen.stands(softly, "workbench-refused");
      softly.assertAll();
      page.locator("#d-deal").fill(deal);
      page.locator("#problems .fine").waitFor();
    }
  }

  @Test
  void withoutScriptsAButtonChecksAndRuns() throws IOException {
    try (Browsing.Seen seen = browser().open(new Look("en", 1280, "light", Script.OFF), PATH)) {
      Page page = seen.page();
      page.locator("#d-deal").fill(example("licence-back.yaml").replace("sequential", "sequental"));
      page.locator("button[formaction$=check]").click();
      assertThat(page.locator("#refused").textContent()).contains("line").contains("sequental");
      page.locator("#d-deal").fill(example("licence-back.yaml"));
      page.locator(".draws .btn").first().click();
      assertThat(page.locator("#result .took").textContent()).contains("ms");
    }
  }

  @Test
  void aSliderMovesTheResultInLessThanASecond() {
    try (Browsing.Seen seen = browser().open(LOOK, PATH)) {
      Page page = seen.page();
      String before = page.locator("#result table.figures-of").first().textContent();
      page.evaluate(
          "(() => { const s = document.getElementById('d-defaults'); s.value = 800;"
              + " s.dispatchEvent(new Event('input', {bubbles: true})); })()");
      page.locator("#result .stressed").waitFor();
      assertThat(page.locator("#result .stressed").textContent()).contains("8.00");
      assertThat(page.locator("#result table.figures-of").first().textContent())
          .isNotEqualTo(before);
      String took = page.locator("#result .took").textContent();
      assertThat(Integer.parseInt(took.replaceAll("(?s)^\\D*([0-9]+).*$", "$1")))
          .as("milliseconds of " + took)
          .isLessThan(1_000);
      SoftAssertions softly = new SoftAssertions();
      page.locator("#result").scrollIntoViewIfNeeded();
      seen.stands(softly, "workbench-stressed");
      softly.assertAll();
      whole(page, "workbench-stressed-whole");
    }
  }

  @Test
  void twoStructuresStandBesideEachOther() throws IOException {
    try (Browsing.Seen seen = browser().open(LOOK, PATH)) {
      Page page = seen.page();
      page.locator("details.second summary").click();
      page.locator("#d-deal2")
          .fill(
              example("licence-back.yaml")
                  .replace("deal: hlhy-2025-1", "deal: hlhy-2025-1b")
                  .replace("coupon: 2.15%", "coupon: 3.15%"));
      page.locator(".draws .btn").first().click();
      String text = page.locator("table.compared").textContent();
      assertThat(text).contains("hlhy-2025-1b").contains("+1.");
      SoftAssertions softly = new SoftAssertions();
      page.locator("#comparison").scrollIntoViewIfNeeded();
      seen.stands(softly, "workbench-compared");
      softly.assertAll();
      page.locator("#comparison").screenshot();
    }
  }

  @Test
  void filesHoldWhatTheCommandLineGives() throws IOException {
    LedgerRun run = run(example("licence-back-stress.yaml"));
    try (Browsing.Seen seen = browser().open(LOOK, PATH)) {
      Page page = seen.page();
      assertThat(Files.readString(taken(page, "csv"))).isEqualTo(RunJson.csv(run));
      assertThat(Files.readString(taken(page, "json"))).isEqualTo(RunJson.withTransfers(run));
      assertThat(Files.readString(taken(page, "simulation")))
          .contains("\"paths\":10000,\"seed\":7");
      try (ZipFile book = new ZipFile(taken(page, "xlsx").toFile())) {
        assertThat(book.getEntry("xl/workbook.xml")).isNotNull();
        String sheet =
            new String(
                book.getInputStream(book.getEntry("xl/worksheets/sheet2.xml")).readAllBytes(),
                StandardCharsets.UTF_8);
        LedgerRun.TrancheRow first = run.tranche("A").getFirst();
        assertThat(sheet)
            .contains(
                "<v>"
                    + java.math.BigDecimal.valueOf(first.interest(), 2)
                        .stripTrailingZeros()
                        .toPlainString());
      }
      page.locator("button[name=as][value=html]").click();
      assertThat(page.locator("nav").count()).isZero();
      assertThat(page.locator("svg.structure").count()).isOne();
      whole(page, "workbench-paper");
    }
  }

  private static Path taken(Page page, String as) {
    Download file =
        page.waitForDownload(
            () -> page.locator("button[name=as][value=" + as + "]").first().click());
    return file.path();
  }
}
